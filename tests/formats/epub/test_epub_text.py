from __future__ import annotations

import pytest
from tests.formats.epub_file import epub, page

from reader.formats.epub.linked_styles import Styles
from reader.formats.epub.package import Package, open_package
from reader.formats.epub.text import read_body
from reader.formats.resources import resource
from reader.formats.source import Source
from reader.work.model import Align, Block, BlockKind, Role, Span, Style

PATH = "OEBPS/a.xhtml"
VERSE, BREAK = BlockKind.VERSE, BlockKind.SCENE_BREAK
LONG = "a line of verse that goes on for longer than the lines of most poems do, and is one all the same"
TWO = '<span class="i1">two</span>'


def blocks_of(
    html: str, *, css: str = "", language: str = "en", attributes: str = "", **parts: object
) -> list[Block]:
    head = '<link rel="stylesheet" type="text/css" href="s.css"/>'
    whole = page(html, head=head, attributes=attributes)
    extra = {"s.css": css, "pic/a b.jpg": b"jpg"}
    data = epub({"a.xhtml": whole, "b.xhtml": "<p>b</p>"}, extra=extra, language=language, **parts)
    return read(open_package(data))


def read(package: Package, role: Role = Role.STORY) -> list[Block]:
    return read_body(package, PATH, package.document(PATH), Styles(package), role=role)


def shown(blocks: list[Block]) -> list[tuple[BlockKind, str, bool]]:
    return [(block.kind, block.text, block.continues) for block in blocks]


def test_a_document_names_its_places_by_its_path_and_has_the_role_that_is_asked_for() -> None:
    package = open_package(epub({"a.xhtml": '<p>a</p><p id="x">b</p><p>c<span id="y"/></p><p>d</p>'}))
    whole = read(package, Role.NOTES)
    assert [block.text for block in whole] == ["a", "b", "c", "d"]
    assert [block.anchors for block in whole] == [(PATH,), (f"{PATH}#x",), (f"{PATH}#y",), ()]
    assert {block.role for block in whole} == {Role.NOTES}


# Poems


@pytest.mark.parametrize(
    "html",
    [
        (
            f'<blockquote epub:type="z3998:verse"><p><span>{LONG}</span>\n<br/>\n{TWO}</p>'
            "<p><span>three</span></p></blockquote>"
        ),
        f'<div epub:type="z3998:hymn"><p><span>{LONG}</span>{TWO}</p><p>three</p></div>',
        f'<p epub:type="z3998:song">{LONG}<br/><span class="i1">two</span></p><p class="verse">three</p>',
    ],
)
def test_verse_as_standard_ebooks_marks_it(html: str) -> None:
    assert shown(blocks_of(html)) == [(VERSE, LONG, False), (VERSE, "  two", True), (VERSE, "three", False)]


@pytest.mark.parametrize(
    "html",
    [
        (
            '<div class="poem"><div class="stanza"><p>one</p><p class="i2">two</p></div>'
            '<div class="stanza"><p>three</p></div></div>'
        ),
        '<div class="poem"><p>one<br/><span class="indent2">two</span></p><p>three<br/></p></div>',
        (
            '<div class="linegroup"><div>one</div><div class="i2">two</div></div>'
            '<div class="linegroup"><div>three</div><span/></div>'
        ),
        '<blockquote class="poetry"><p>one<br/>&#160;&#160;&#160;&#160;two</p><p>three</p></blockquote>',
        '<div><p class="line">one</p><p class="line i2">two</p></div><p class="stanza">three</p>',
    ],
)
def test_verse_by_the_class_names_of_other_publishers(html: str) -> None:
    assert shown(blocks_of(html)) == [
        (VERSE, "one", False),
        (VERSE, "    two", True),
        (VERSE, "three", False),
    ]


def test_the_title_of_a_poem_and_what_is_said_below_it_are_no_lines() -> None:
    html = (
        '<section epub:type="z3998:poem"><header><h3>Salt</h3></header><p>one<br/>two</p>'
        "<footer><p>Ana</p></footer></section>"
    )
    assert [(block.kind, block.text) for block in blocks_of(html)] == [
        (BlockKind.HEADING, "Salt"),
        (VERSE, "one"),
        (VERSE, "two"),
        (BlockKind.PARAGRAPH, "Ana"),
    ]


def test_prose_that_is_only_called_verse_stays_prose() -> None:
    (block,) = blocks_of(f'<div class="verse"><p>{LONG * 3}</p></div>')
    assert block.kind is BlockKind.PARAGRAPH


# Letters, plays, pages


def test_a_signature_stands_at_the_end_of_the_line() -> None:
    html = (
        '<blockquote epub:type="z3998:letter"><p epub:type="z3998:salutation">Dear Ana,</p><p>Come.</p>'
        '<footer><p>Yours,</p><p epub:type="z3998:signature">Ines</p></footer></blockquote>'
    )
    blocks = blocks_of(html)
    assert [block.align for block in blocks] == [Align.START, Align.START, Align.END, Align.END]
    assert {block.quote for block in blocks} == {1}


def test_the_speeches_of_a_play_are_paragraphs() -> None:
    html = (
        '<table epub:type="z3998:drama"><tbody><tr><td epub:type="z3998:persona">Ana</td><td>Who?</td></tr>'
        '<tr><td epub:type="z3998:persona">Ines</td><td>I. <i epub:type="z3998:stage">Exit.</i></td></tr>'
        "</tbody></table>"
    )
    blocks = blocks_of(html)
    assert [block.text for block in blocks] == ["Ana Who?", "Ines I. Exit."]
    assert blocks[0].spans == (Span(0, 3, Style.STRONG),)


def test_the_number_of_a_printed_page_is_a_place_and_no_text() -> None:
    (block,) = blocks_of('<p>one <span epub:type="pagebreak" id="p7">7</span>two</p>')
    assert (block.text, block.anchors) == ("one two", ("OEBPS/a.xhtml", "OEBPS/a.xhtml#p7"))


@pytest.mark.parametrize(
    "html",
    [
        '<p class="scene-break"></p>',
        '<div class="break"> </div>',
        '<p><img src="pic/a%20b.jpg" alt="" class="ornament"/></p>',
        '<p><img src="pic/a%20b.jpg" alt="" role="presentation"/></p>',
        '<p><img src="pic/a%20b.jpg" alt="* * *"/></p>',
        "<hr/>",
    ],
)
def test_scene_breaks_that_are_no_text(html: str) -> None:
    assert [block.kind for block in blocks_of(f"<p>a</p>{html}<p>b</p>")] == [
        BlockKind.PARAGRAPH,
        BREAK,
        BlockKind.PARAGRAPH,
    ]


def test_the_same_picture_between_scenes_parts_them() -> None:
    between = '<p><img src="pic/a%20b.jpg" alt=""/></p>'
    assert [block.kind for block in blocks_of(f"<p>a</p>{between}<p>b</p>{between}<p>c</p>")].count(
        BREAK
    ) == 2


def test_a_paragraph_that_begins_a_scene_by_its_class_has_a_break_before_it() -> None:
    blocks = blocks_of('<p>a</p>\n<p class="section-break">b</p><p>c</p>')
    assert [(block.kind, block.text) for block in blocks] == [
        (BlockKind.PARAGRAPH, "a"),
        (BREAK, ""),
        (BlockKind.PARAGRAPH, "b"),
        (BlockKind.PARAGRAPH, "c"),
    ]


def test_tens_of_thousands_of_lines_are_no_burden() -> None:
    spans = "<span>x</span>" * 20_000
    assert len(blocks_of(f'<p class="verse">{spans}</p>')) == 20_000


# Style sheets


@pytest.mark.parametrize(
    ("rule", "style"),
    [
        (".x {font-style: italic}", Style.EMPHASIS),
        ("span.x{FONT-WEIGHT:bold !important}", Style.STRONG),
        ("/* {.x} */ @media print {.x{font-weight:bold}} .y, .x{font-variant:small-caps;}", Style.SMALL_CAPS),
        ("@charset 'utf-8'; .x{vertical-align: super; font-size: 70%}", Style.SUPERSCRIPT),
        ('[epub|type~="z3998:name"] {text-decoration: underline}', Style.UNDERLINE),
        ("span{font-style:italic} .x{font-style:normal}", Style.PLAIN),
        (".x{font-style:italic} span{font-style:normal}", Style.EMPHASIS),
        ("p .x{font-style:italic} .x .y{font-weight:bold} em.x{font-weight:bold}", Style.PLAIN),
        (".x{font: italic 1em serif", Style.EMPHASIS),
        ("} { .x", Style.PLAIN),
    ],
)
def test_rules_for_a_class_an_element_or_a_type(rule: str, style: Style) -> None:
    (block,) = blocks_of('<p>a <span class="x" epub:type="z3998:name">salt</span></p>', css=rule)
    assert block.spans == ((Span(2, 6, style),) if style else ())


def test_rules_for_blocks() -> None:
    css = ".c{text-align:center} .h{display:none} .v{visibility:hidden} p.r{text-align:right}"
    html = '<p class="c">a</p><p class="h">b</p><p class="v">c</p><p class="r">d</p><div class="r">e</div>'
    assert [(block.text, block.align) for block in blocks_of(html, css=css)] == [
        ("a", Align.CENTRE),
        ("d", Align.END),
        ("e", Align.START),
    ]


def test_a_style_sheet_without_end_costs_nothing_much() -> None:
    css = "/*" * 200_000 + "{" * 200_000 + ".x{" * 50_000
    assert [block.text for block in blocks_of("<p>a</p>", css=css)] == ["a"]


# Pictures


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('<p>x<img src="pic/a%20b.jpg" alt="A lamp"/></p>', "A lamp"),
        ('<p>x<img src="pic/A B.JPG"/></p>', "Image"),
        ('<p>x</p><svg><title>A lamp</title><image xlink:href="pic/a b.jpg"/></svg>', "A lamp"),
        ('<p>x</p><object data="pic/a%20b.jpg" type="image/jpeg">A lamp</object>', "A lamp"),
        ('<p>x</p><figure><img src="pic/a%20b.jpg" alt=""/></figure>', "Image"),
    ],
)
def test_a_picture_is_named_and_can_be_had(html: str, text: str) -> None:
    html = html.replace(
        "<svg>", '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
    )
    blocks = blocks_of(html)
    assert (blocks[-1].kind, blocks[-1].text) == (BlockKind.IMAGE, text)
    assert blocks[-1].target == "OEBPS/pic/a b.jpg"
    source = Source("x.epub", epub({"a.xhtml": html}, extra={"pic/a b.jpg": b"jpg"}))
    assert resource(source, blocks[-1].target) == b"jpg"


@pytest.mark.parametrize(
    "target", ["", "OEBPS/none.jpg", "https://a.example/x.jpg", "#x", "../../etc/hostname", "/"]
)
def test_what_is_not_in_the_file_is_not_found(target: str) -> None:
    for data in (epub(), b"PK\x03\x04", b"<p>x</p>", b"", b'<binary id="y">AAAA</binary>'):
        assert resource(Source("x", data), target) is None


def test_the_pictures_of_a_fictionbook_are_found_by_their_ids() -> None:
    data = b'<FictionBook><binary content-type="image/png" id="a.png">c2Fs\n dA==</binary></FictionBook>'
    assert resource(Source("x.fb2", data), "#a.png") == b"salt"


# Language and direction


def test_language_and_direction_are_those_of_the_text() -> None:
    blocks = blocks_of(
        '<p>a</p><p xml:lang="fr">b</p><p xml:lang="en-US">c</p>', attributes=' xml:lang="en-GB"'
    )
    assert [block.lang for block in blocks] == ["", "fr", ""]
    rtl = 'page-progression-direction="rtl"'
    assert [block.rtl for block in blocks_of("<p>a</p>", language="he", spine_attributes=rtl)] == [True]
    assert [block.rtl for block in blocks_of("<p>a</p>", language="ja", spine_attributes=rtl)] == [False]
    assert [block.rtl for block in blocks_of("<p>a</p>", attributes=' dir="rtl"')] == [True]
