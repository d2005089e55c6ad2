"""Scene breaks and line breaks in HTML, as people make them."""

from __future__ import annotations

import pytest
from tests.formats.markup_blocks import blocks_of

from reader.work.model import BlockKind

NB = "\u00a0"
LONG = "It was a long way to the harbour, and the wind had turned against them before the bell rang twice."
PARAGRAPH, VERSE, BREAK = BlockKind.PARAGRAPH, BlockKind.VERSE, BlockKind.SCENE_BREAK


def outline(html: str) -> str:
    """The blocks as letters: p, v (v+ where it continues), h and so on; a break as what was typed, or "|"."""
    short = {PARAGRAPH: "p", BlockKind.HEADING: "h", BlockKind.IMAGE: "i", BlockKind.LIST_ITEM: "l"}
    signs = []
    for block in blocks_of(html):
        if block.kind is BREAK:
            signs.append(block.text or "|")
        elif block.kind is VERSE:
            signs.append("v+" if block.continues else "v")
        else:
            signs.append(short[block.kind])
    return " ".join(signs)


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ("<hr>", "p | p"),
        ("<p>* * *</p>", "p * * * p"),
        ("<p>***</p>", "p *** p"),
        ("<p>~</p>", "p ~ p"),
        ("<p>~*~</p>", "p ~*~ p"),
        ("<p>xxx</p>", "p xxx p"),
        ("<p>---</p>", "p --- p"),
        ("<p>oOo</p>", "p oOo p"),
        ("<p>#</p>", "p # p"),
        ("<p>—</p>", "p — p"),
        ("<p>⁂</p>", "p ⁂ p"),
        ("<center><strong>* * *</strong></center>", "p * * * p"),
        ('<h3 align="center"><em>~</em></h3>', "p ~ p"),
        ("***", "p *** p"),
        ("<hr><p>&nbsp;</p><hr>", "p | p"),
        ("<p>&nbsp;</p><p>***</p><p>&nbsp;</p>", "p *** p"),
        ("<hr/><p>***</p><hr/>", "p *** p"),
        ("<p>...</p>", "p p p"),
        ("<h2>Two</h2>", "p h p"),
        ("<p>&nbsp;</p><h2>Two</h2><p>&nbsp;</p>", "p h p"),
        ('<p>&nbsp;</p><p><img src="x"></p><p>&nbsp;</p>', "p i p"),
        ('<p><a href="#1">*</a></p>', "p p p"),
    ],
)
def test_what_stands_between_two_paragraphs(between: str, expected: str) -> None:
    assert outline(f"<p>One.</p>{between}<p>Two.</p>") == expected


@pytest.mark.parametrize(
    "blank",
    (
        "<p></p> | <p> </p> | <p>&nbsp;</p> | <p><br></p> | <p><em>&nbsp;</em></p> | <p><span> </span></p> | "
        "<div>&nbsp;</div> | <div><br></div>"
    ).split(" | "),
)
def test_a_blank_paragraph_among_others_is_a_scene_break(blank: str) -> None:
    prose = "<p>One.</p><p>Two.</p><p>Three.</p>"
    assert outline(f"{prose}{blank}{prose}") == "p p p | p p p"
    assert outline(f"{blank}{prose}{blank}") == "p p p"
    assert outline(f"{prose}{blank}{blank}{prose}") == "p p p | p p p"


def test_blank_paragraphs_after_every_other_are_spacing() -> None:
    spaced = "<p>One.</p><p>&nbsp;</p>" * 6
    assert outline(spaced) == "p p p p p p"
    assert outline(f"{spaced}<p>&nbsp;</p>{spaced}") == "p p p p p p | p p p p p p"


def test_blank_paragraphs_around_a_letter_are_spacing() -> None:
    prose = "<p>a</p><p>b</p><p>c</p>"
    html = f"{prose}<p>&nbsp;</p><blockquote><p>Dear Ana</p></blockquote><p>&nbsp;</p>{prose}"
    assert outline(html) == "p p p p p p p"


def test_an_empty_paragraph_left_by_a_stray_end_tag_is_nothing() -> None:
    assert outline("<p>a</p><p>b</p><p><blockquote>c</blockquote></p><p>d</p>") == "p p p p"


def test_rules_at_the_ends_part_nothing_but_what_is_typed_there_stays() -> None:
    assert outline("<hr><p>a</p><hr>") == "p"
    assert outline("<p>~</p><p>a</p><p>xxx</p>") == "~ p xxx"


def test_long_lines_between_single_breaks_are_paragraphs() -> None:
    assert outline(f"<p>{LONG}<br>Short.<br>\n{LONG}</p>") == "p p p"


def test_short_lines_between_single_breaks_are_verse() -> None:
    html = "<p>The tide went out<br>\n&nbsp;&nbsp;and took<br/>my boat.</p><p>So.</p>"
    assert outline(html) == "v v+ v+ p"
    assert [block.text for block in blocks_of(html)][:3] == ["The tide went out", "  and took", "my boat."]


def test_two_breaks_end_a_stanza_or_a_paragraph() -> None:
    assert outline("<p>a b<br>c d<br><br>e f<br> g h</p>") == "v v+ v v+"
    assert outline(f"{LONG}<br><br>Short.<br />\n<br />{LONG}") == "p p p"
    assert outline("<p>Yes.<br><br>No.</p>") == "p p"


def test_breaks_wider_than_those_between_paragraphs_are_scene_breaks() -> None:
    prose = "<br><br>".join([LONG] * 4)
    assert outline(f"<p>{prose}<br><br><br><br>{prose}</p>") == "p p p p | p p p p"
    single = "<br>".join([LONG] * 5)
    assert outline(f"<p>{single}<br><br>{single}</p>") == "p p p p p | p p p p p"


def test_scene_breaks_are_found_among_line_breaks() -> None:
    assert outline(f"<p>{LONG}<br>***<br>{LONG}</p>") == "p *** p"
    assert outline(f"<p>{LONG}<br><br>~<br><br>{LONG}</p>") == "p ~ p"


def test_breaks_at_the_ends_are_nothing() -> None:
    assert outline(f"<p><br>{LONG}<br></p><p><br><br>b</p>") == "p p"


def test_a_poem_is_one_stanza_a_paragraph_and_blank_lines_between_add_nothing() -> None:
    html = "<p>a<br>b</p><p>&nbsp;</p><p>c<br>d</p><p>e</p><p>f</p><p>g</p>"
    assert outline(html) == "v v+ v v+ p p p"


def test_breaks_in_a_list_item_or_a_heading_stay_in_it() -> None:
    assert [block.marker for block in blocks_of("<ul><li>a<br>b</li></ul>")] == ["•", ""]
    assert outline("<h3>a<br>b</h3><p>c</p>") == "h p"


def test_long_lines_that_go_on_into_the_next_are_verse() -> None:
    stanza = (
        "O the lamp that is lit in the window above the harbour wall,<br>"
        f"{NB}{NB}and the names of all the boats that were ever tied along the quay<br>for years."
    )
    assert outline(f"<p>{stanza}<br><br>And more,<br>and more.</p>") == "v v+ v+ v v+"
    blocks = blocks_of(f"<p>{stanza}</p>")
    assert blocks[1].text.startswith("  and")


def test_long_lines_that_end_are_paragraphs() -> None:
    assert outline(f"<p>{LONG}<br>“{LONG}”<br>{LONG}</p>") == "p p p"
