"""The elements of our own that a format puts into a tree: stanzas, and matter among the story."""

from __future__ import annotations

import pytest
from tests.formats.markup_blocks import blocks_of

from reader.formats.markup.elements import MATTER, STANZA
from reader.formats.markup.tree import parse_text, wrap
from reader.work.model import BlockKind, Role

NB = "\u00a0"
LONG = "a line of verse that goes on for longer than the lines of most poems do, and is one all the same"


@pytest.mark.parametrize(
    "html",
    [
        f"<{STANZA}>{LONG}<br>{NB}{NB}two<br/>three</{STANZA}>",
        f"<{STANZA}><p>{LONG}</p><div>{NB}{NB}two<br></div><p>three</p></{STANZA}>",
        (
            f"<{STANZA}><span>{LONG}</span>\n<br><span>{NB}{NB}two</span><br><br/></{STANZA}>"
            f"<{STANZA}>three</{STANZA}>"
        ),
    ],
)
def test_every_line_of_a_stanza_is_verse(html: str) -> None:
    blocks = blocks_of(html)
    assert [(block.kind, block.text) for block in blocks] == [
        (BlockKind.VERSE, text) for text in (LONG, "  two", "three")
    ]
    assert [block.continues for block in blocks] == [False, True, html.count(STANZA) == 2]


def test_a_blank_line_ends_a_stanza_and_keeps_its_anchors() -> None:
    blocks = blocks_of(f'<{STANZA}>a<br>b<br><i id="x"></i><br>c</{STANZA}>')
    assert [(block.text, block.continues) for block in blocks] == [("a", False), ("b", True), ("c", False)]
    assert blocks[2].anchors == ("x",)


def test_a_heading_and_a_quotation_in_a_stanza_are_what_they_are() -> None:
    blocks = blocks_of(f"<blockquote><{STANZA}><h3>Song</h3><p>a</p></{STANZA}></blockquote>")
    assert [(block.kind, block.quote, block.continues) for block in blocks] == [
        (BlockKind.HEADING, 1, False),
        (BlockKind.VERSE, 1, False),
    ]


@pytest.mark.parametrize(("name", "role"), MATTER.items())
def test_matter_among_the_story_has_its_own_role(name: str, role: Role) -> None:
    blocks = blocks_of(f"<p>a</p><ol><li id=n><{name}>b<p>c</p></{name}></li></ol><p>d</p>")
    assert [(block.text, block.role) for block in blocks] == [
        ("a", Role.STORY),
        ("b", role),
        ("c", role),
        ("d", Role.STORY),
    ]
    assert (blocks[1].marker, blocks[1].anchors) == ("1.", ("n",))


def test_wrapping_keeps_all_that_an_element_holds() -> None:
    body = parse_text("<body><div id=d>a<p>b</p>c</div>d</body>")[0]
    inner = wrap(body[0], STANZA)
    assert "".join(body.itertext()) == "abcd"
    assert (inner.text, len(inner), body[0].tail) == ("a", 1, "d")
