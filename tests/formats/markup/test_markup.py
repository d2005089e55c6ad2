from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.markup_blocks import blocks_of, shown

from reader.formats.markup.embedded import embedded_name
from reader.formats.markup.tree import parse_text
from reader.formats.markup.walk import read_blocks
from reader.work.model import Align, BlockKind, Role, Span, Style

NB = "\u00a0"


def test_lists_count_as_their_attributes_say() -> None:
    html = (
        "<ol start=3><li>a</li><li value=9>b<ul><li>c</li></ul>after</li><li>d</li></ol>"
        "<ol type=i><li>e</li><li>f</li></ol><ol type=A start=27><li>g</li></ol><ol reversed><li>h<li>i</ol>"
    )
    blocks = blocks_of(html)
    assert [(block.marker, block.level, block.text) for block in blocks] == [
        ("3.", 1, "a"),
        ("9.", 1, "b"),
        ("•", 2, "c"),
        ("", 1, "after"),
        ("10.", 1, "d"),
        ("i.", 1, "e"),
        ("ii.", 1, "f"),
        ("AA.", 1, "g"),
        ("2.", 1, "h"),
        ("1.", 1, "i"),
    ]
    assert [block.text for block in blocks if not block.continues] == ["a", "e", "g", "h"]


def test_a_list_item_of_two_paragraphs_has_one_marker() -> None:
    blocks = blocks_of("<ul><li><p>a</p><p>b</p></li></ul>")
    assert [(block.kind, block.marker) for block in blocks] == [
        (BlockKind.LIST_ITEM, "•"),
        (BlockKind.LIST_ITEM, ""),
    ]


def test_definitions_stand_under_their_terms() -> None:
    term, meaning = blocks_of("<dl><dt>Rope</dt><dd>What sings.</dd></dl>")
    assert (term.text, term.spans) == ("Rope", (Span(0, 4, Style.STRONG),))
    assert (meaning.kind, meaning.text, meaning.marker) == (BlockKind.LIST_ITEM, "What sings.", "")


def test_quotations_nest() -> None:
    html = "a<blockquote>b<blockquote><p>c</p></blockquote>d</blockquote>e"
    assert [(block.text, block.quote) for block in blocks_of(html)] == [
        ("a", 0),
        ("b", 1),
        ("c", 2),
        ("d", 1),
        ("e", 0),
    ]


def test_preformatted_text_keeps_its_lines_and_spaces() -> None:
    blocks = blocks_of("<pre>\n  one <b>two</b>\n\n\tthree\n</pre>")
    assert [(block.text, block.continues) for block in blocks] == [
        ("  one two", False),
        ("", True),
        ("    three", True),
    ]
    assert blocks[0].spans == (Span(6, 9, Style.STRONG),)


def test_images_are_told_by_their_description() -> None:
    html = (
        '<p>a <img src="https://x/y.png" alt="A lamp"> b</p><p><img src="data:image/png;base64,AAAA"></p>'
        '<p>c<img width=16 height=16 alt="♥">d</p><p><a href="#z"><img src=q title=T></a></p>'
    )
    blocks = blocks_of(html)
    assert [(block.kind, block.text, block.target) for block in blocks] == [
        (BlockKind.PARAGRAPH, "a", ""),
        (BlockKind.IMAGE, "A lamp", "https://x/y.png"),
        (BlockKind.PARAGRAPH, "b", ""),
        (BlockKind.IMAGE, "image", embedded_name("data:image/png;base64,AAAA")),
        (BlockKind.PARAGRAPH, "c♥d", ""),
        (BlockKind.IMAGE, "T", "q"),
    ]
    assert blocks[-1].spans == (Span(0, 1, link="#z"),)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字</p>", "漢(かん)字"),
        ("<p><ruby>漢<rt>kan</rt>字<rt>ji</rt></ruby></p>", "漢(kan)字(ji)"),
        ("<p><ruby><rb>漢<rb>字<rt>kan<rt>ji</ruby>.</p>", "漢字(kan)(ji)."),
        ("<p><ruby>旧<rt>jiù</rt><rtc>old</rtc></ruby>.</p>", "旧(jiù)(old)."),
        ("<p><ruby><rb>東</rb><rtc><rt>tō</rt></rtc></ruby>.</p>", "東(tō)."),
        ("<p><q>Salt</q>, she said</p>", "“Salt”, she said"),
        ("<p>a<script>b</script><style>c</style><template>d</template>e</p>", "ae"),
        ('<p>a<span style="display: none">b</span><i hidden>c</i>d</p>', "ad"),
        ("<p>a\n  b\t c </p>", "a b c"),
        ("<p>a\x1b[31mb\u202ec\u2066d\x07</p>", "a[31mbcd"),
        ("<p>\x9b31m&#8238;x\ufeff</p>", "31mx"),
        ("<p>a&#8232;b</p>", "a b"),
        ("<p>[bold]a[/bold]</p>", "[bold]a[/bold]"),
        (f"<p>one{NB}two {NB}three{NB}</p>", "one two three"),
        (f"<p>10{NB}000, «{NB}oui{NB}»{NB}!</p>", f"10{NB}000, «{NB}oui{NB}»{NB}!"),
        ("<p>1 &lt; 2 &amp;amp; 3</p>", "1 < 2 &amp; 3"),
    ],
)
def test_text_of_one_paragraph(html: str, text: str) -> None:
    assert shown(html) == [text]


@pytest.mark.parametrize("element", ["a", "span"])
def test_hidden_e_mail_addresses_are_read(element: str) -> None:
    key = 0x2A
    code = bytes([key, *(byte ^ key for byte in b"ana@sea.example")]).hex()
    html = (
        f'<p>to <{element} class="__cf_email__" data-cfemail="{code}">[email&#160;protected]</{element}>!</p>'
    )
    (block,) = blocks_of(html)
    assert block.text == "to ana@sea.example!"
    assert [span.link for span in block.spans] == (["mailto:ana@sea.example"] if element == "a" else [])


def test_details_are_open() -> None:
    blocks = blocks_of("<p>x</p><details><summary>More</summary><p>a</p>b<ul><li>c</li></ul></details>")
    assert [block.text for block in blocks] == ["x", "More", "a", "b", "c"]
    assert [block.marker for block in blocks] == ["", "▾", "", "", "•"]
    assert [block.continues for block in blocks] == [False] * 5


def test_what_stands_under_a_picture_is_centred_as_it_is() -> None:
    picture, caption = blocks_of(
        '<figure><img src="q.png" alt="The quay"><figcaption>Low water.</figcaption>'
    )
    assert picture.kind is BlockKind.IMAGE
    assert (caption.text, caption.align) == ("Low water.", Align.CENTRE)


@pytest.mark.parametrize(
    ("html", "align"),
    [
        ("<center>a</center>", Align.CENTRE),
        ('<p align="right">a</p>', Align.END),
        ('<div style="text-align:center"><p>a</p></div>', Align.CENTRE),
        ('<div align="center"><p align="left">a</p></div>', Align.START),
        ("<p>a</p>", Align.START),
    ],
)
def test_alignment(html: str, align: Align) -> None:
    assert [block.align for block in blocks_of(html)] == [align]


def test_direction_and_language() -> None:
    blocks = blocks_of('<div dir="rtl" lang="he"><p>א</p><p lang="en" dir="ltr">a</p></div><p>b</p>')
    assert [(block.rtl, block.lang) for block in blocks] == [(True, "he"), (False, "en"), (False, "")]


def test_headings_have_levels_and_long_ones_are_paragraphs() -> None:
    html = f"<h1>One<br>Two</h1><h6>Six</h6><h3>{'word ' * 80}</h3>"
    assert [(block.kind, block.level) for block in blocks_of(html)] == [
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 6),
        (BlockKind.PARAGRAPH, 0),
    ]
    assert shown(html)[0] == "One Two"


def test_text_between_blocks_is_paragraphs_of_its_own() -> None:
    html = "a<div>b<div>c</div>d<p>e</div>f<em>g<p>h</p>i</em>"
    assert "".join(shown(html)) == "abcdefghi"
    assert shown(html)[:5] == ["a", "b", "c", "d", "e"]
    assert all(span.style is Style.EMPHASIS for block in blocks_of(html)[-2:] for span in block.spans)


def test_depth_is_no_danger() -> None:
    html = "<b>" * 1500 + "x" + "</b>" * 1500
    assert shown(html) == ["x"]


def test_blocks_have_the_role_that_is_asked_for() -> None:
    body = parse_text("<p>a</p><p>***</p><p>b</p>")
    assert {block.role for block in read_blocks(body, role=Role.NOTES)} == {Role.NOTES}


words = st.text(st.sampled_from("abcdefgé漢“—1"), min_size=2, max_size=6).map(lambda word: f"{word}Q")
gaps = st.sampled_from([" ", "\n", f"{NB}", "<br>", "<br><br>", "<!-- c -->", " <em>", "</em> ", "&#8238; "])
runs = st.lists(st.tuples(words, gaps), max_size=6).map(lambda pairs: "".join(w + g for w, g in pairs))
wrappers = st.sampled_from(
    ["p", "div", "blockquote", "center", "li", "ul", "ol", "h2", "em", "b", "td", "table", "pre", "dl", "dd"]
)
pages = st.recursive(
    runs,
    lambda inner: st.tuples(wrappers, st.lists(inner, max_size=4)).map(
        lambda pair: f"<{pair[0]}>{' '.join(pair[1])}</{pair[0]}> "
    ),
    max_leaves=12,
)


def source_words(html: str) -> list[str]:
    return re.findall(r"[^\s<>]+Q", re.sub(r"<[^>]*>|&#8238;", " ", html))


@given(pages)
def test_every_word_is_read_once_and_in_order(html: str) -> None:
    joined = " ".join(shown(html))
    assert re.findall(r"[^\s]+?Q", joined) == re.findall(r"[^\s]+?Q", " ".join(source_words(html)))


@given(pages | st.text(max_size=200))
def test_blocks_keep_the_rules_of_the_model(html: str) -> None:
    for block in blocks_of("<p>" + html):
        controls = re.findall("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", block.text)
        assert set(controls) <= ({"\t"} if block.kind is BlockKind.TABLE_ROW else set())
        if block.kind not in (BlockKind.PREFORMATTED, BlockKind.VERSE, BlockKind.TABLE_ROW):
            assert block.text == block.text.strip()
            assert "  " not in block.text
        at = 0
        for span in block.spans:
            assert at <= span.start < span.end <= len(block.text)
            assert span.style or span.link
            at = span.end
