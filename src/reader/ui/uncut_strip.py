"""Rows of a widget that are not cut, and are no garbage once others are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Self

    from textual.color import Color
    from textual.filter import LineFilter


class UncutStrip(Strip):
    """A row of the whole width of its widget.

    Textual cuts rows where widgets end, and has each keep its pieces. A row with nothing to be cut off so
    keeps itself: it goes when the garbage collector comes, with two dozen objects, and a page has forty.
    """

    __slots__ = ()

    @classmethod
    def of(cls, strip: Strip) -> Self:
        """The same row."""
        return cls(strip, strip.cell_length)

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        """The pieces up to each of these columns; itself where that is all of it."""
        within = [cut for cut in cuts if cut <= self.cell_length]
        return [self] if within == [self.cell_length] else super().divide(within)

    def apply_filter(self, filter: LineFilter, background: Color) -> UncutStrip:  # noqa: A002  # Textual's name
        """The row in other colours."""
        return UncutStrip.of(super().apply_filter(filter, background))
