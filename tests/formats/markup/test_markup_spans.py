"""Spans: what elements and their attributes make of stretches of text, where links lead, names of places."""

from __future__ import annotations

from html import escape

import pytest
from tests.formats.markup_blocks import blocks_of

from reader.work.model import Span, Style


@pytest.mark.parametrize(
    ("names", "style"),
    [
        ("em i cite dfn var", Style.EMPHASIS),
        ("strong b", Style.STRONG),
        ("u ins", Style.UNDERLINE),
        ("s strike del", Style.STRIKE),
        ("code kbd samp tt", Style.CODE),
        ("sup", Style.SUPERSCRIPT),
        ("sub", Style.SUBSCRIPT),
    ],
)
def test_inline_elements_are_styles(names: str, style: Style) -> None:
    for name in names.split():
        (block,) = blocks_of(f"<p>a <{name}>salt</{name}> b</p>")
        assert (block.text, block.spans) == ("a salt b", (Span(2, 6, style),))


@pytest.mark.parametrize(
    ("css", "style"),
    [
        ("font-variant: small-caps", Style.SMALL_CAPS),
        ("FONT-STYLE: Italic", Style.EMPHASIS),
        ("font-weight:700", Style.STRONG),
        ("text-decoration: underline line-through", Style.UNDERLINE | Style.STRIKE),
        ("vertical-align: super;", Style.SUPERSCRIPT),
    ],
)
def test_styles_in_an_attribute(css: str, style: Style) -> None:
    (block,) = blocks_of(f'<p>a <span style="{css}">salt</span></p>')
    assert block.spans == (Span(2, 6, style),)


def test_an_attribute_takes_away_what_the_name_gave() -> None:
    (block,) = blocks_of('<p><b style="font-weight:normal">a <i style="font-style:normal">b</i></b></p>')
    assert block.spans == ()


def test_styles_combine_where_they_meet_and_leave_out_spaces_at_their_ends() -> None:
    (block,) = blocks_of("<p>a<em> b <strong>c</strong> </em>d</p>")
    assert block.text == "a b c d"
    both = Style.EMPHASIS | Style.STRONG
    assert block.spans == (Span(2, 3, Style.EMPHASIS), Span(4, 5, both))


def test_like_neighbours_are_one_span() -> None:
    (block,) = blocks_of("<p><em>one </em><i>two</i></p>")
    assert block.spans == (Span(0, 7, Style.EMPHASIS),)


@pytest.mark.parametrize(
    ("href", "link"),
    [
        ("https://a.example/x", "https://a.example/x"),
        ("mailto:ana@a.example", "mailto:ana@a.example"),
        ("#note1", "#note1"),
        ("javascript:alert(1)", ""),
        ("/works/12", ""),
        ("https://a.example/\x1b[2J", ""),
    ],
)
def test_links_keep_only_addresses_that_are_safe_to_follow(href: str, link: str) -> None:
    (block,) = blocks_of(f'<p>see <a href="{escape(href)}">there</a></p>')
    assert (block.text, "".join(span.link for span in block.spans)) == ("see there", link)


def test_places_in_the_work_have_names() -> None:
    blocks = blocks_of(
        '<p>a<a href="#n">*</a></p><div id="d"><a name="n"></a><p id="p">*b</p></div>'
        '<p>c<br>d<span id="s">e</span></p><a id="last"></a>'
    )
    assert [block.anchors for block in blocks] == [(), ("d", "n", "p"), (), ("s", "last")]
