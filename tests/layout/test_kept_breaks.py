"""Breaks that were kept give the same pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.layout.strategies import chapters, styles

from reader.layout.kept_breaks import breaks_key, pack_breaks, unpack_breaks
from reader.layout.pages import lay_out

if TYPE_CHECKING:
    from reader.layout.style import PageStyle
    from reader.work.model import Chapter


@given(chapters(), styles())
def test_kept_breaks_make_the_same_layout(chapter: Chapter, style: PageStyle) -> None:
    layout = lay_out(chapter, style)
    kept = unpack_breaks(pack_breaks(layout), chapter)
    assert kept == layout.breaks()
    again = lay_out(chapter, style, kept)
    assert again.pages == layout.pages
    assert [again.lines(n) for n in range(len(again.pages))] == [
        layout.lines(n) for n in range(len(layout.pages))
    ]


@given(chapters(most=3), st.binary(max_size=60))
def test_other_bytes_do_no_harm(chapter: Chapter, data: bytes) -> None:
    kept = unpack_breaks(data, chapter)
    for block, (begins, hyphens) in kept.items():
        assert begins == sorted(set(begins))
        assert begins[-1] < len(chapter.blocks[block].text)
        assert hyphens <= set(begins)


@settings(max_examples=30)
@given(chapters(most=3), chapters(most=3), styles())
def test_the_key_tells_texts_and_styles_apart(one: Chapter, other: Chapter, style: PageStyle) -> None:
    assert (breaks_key(one, style) == breaks_key(other, style)) <= (one.text == other.text)
    assert breaks_key(one, style) == breaks_key(one, style._replace(height=style.height + 1))
    assert breaks_key(one, style) != breaks_key(one, style._replace(measure=style.measure + 1))
    assert breaks_key(one, style) != breaks_key(one, style._replace(hyphenation=not style.hyphenation))
