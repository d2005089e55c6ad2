"""Laws of rows that are not cut: they are cut all the same where they must be, and are no garbage."""

from __future__ import annotations

import gc
import weakref

from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import Monochrome
from textual.strip import Strip

from reader.ui.uncut_strip import UncutStrip

ROWS = st.lists(st.text("ab漢 ", min_size=1, max_size=6), min_size=1, max_size=4).map(
    lambda texts: [Segment(text, Style(color="red")) for text in texts]
)


class Look(Style):
    """A style that can be asked whether it is there still."""

    __slots__ = ("__weakref__",)


@given(ROWS, st.sets(st.integers(1, 40)))
def test_it_is_cut_as_any_row(segments: list[Segment], cuts: set[int]) -> None:
    row, uncut = Strip(segments), UncutStrip(segments)
    assert list(uncut.divide(sorted(cuts))) == list(row.divide(sorted(cuts)))


@given(ROWS)
def test_a_filter_makes_of_it_what_it_makes_of_any_row(segments: list[Segment]) -> None:
    black, grey = Color.parse("black"), Monochrome()
    filtered = UncutStrip(segments).apply_filter(grey, black)
    assert filtered == Strip(segments).apply_filter(grey, black)
    assert isinstance(filtered, UncutStrip)


def test_none_is_left_over_once_it_was_shown() -> None:
    assert not gc.isenabled()  # so that what is gone here went by itself
    look = Look(color="red")
    shown, there = UncutStrip.of(Strip([Segment("the quay", look)])), weakref.ref(look)
    shown.divide([shown.cell_length])
    del look, shown
    assert there() is None
