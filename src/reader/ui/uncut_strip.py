"""Rows of a widget that are not cut, and are no garbage once others are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Self

    from rich.segment import Segment
    from textual.color import Color
    from textual.filter import LineFilter


class _Nowhere:
    """Stands in for each of a row's caches: nothing is found in it."""

    def get(self, _key: object) -> None:
        """Nothing."""

    def __setitem__(self, _key: object, _value: object) -> None:
        pass


_NOWHERE: Any = _Nowhere()


class UncutStrip(Strip):
    """A row of the whole width of its widget.

    Textual gives each row seven caches and cuts it where widgets end, and has it keep its pieces. A row with
    nothing to be cut off so keeps itself: it goes when the garbage collector comes, with two dozen objects,
    and a page has forty. This one keeps what it looks like through the filters it was sent through last.
    """

    __slots__ = ("_filtered",)

    def __init__(self, segments: Iterable[Segment], cell_length: int | None = None) -> None:
        self._segments = list(segments)
        self._cell_length = cell_length
        self._divide_cache = self._crop_cache = self._style_cache = self._filter_cache = _NOWHERE
        self._line_length_cache = self._crop_extend_cache = self._offsets_cache = _NOWHERE
        self._render_cache = self._link_ids = self._cell_count = None
        self._filtered: tuple[LineFilter, Color, UncutStrip | None] | None = None

    @classmethod
    def of(cls, strip: Strip) -> Self:
        """The same row."""
        return strip if isinstance(strip, cls) else cls(strip, strip.cell_length)

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        """The pieces up to each of these columns; itself where that is all of it."""
        within = [cut for cut in cuts if cut <= self.cell_length]
        return [self] if within == [self.cell_length] else super().divide(within)

    def apply_filter(self, filter: LineFilter, background: Color) -> UncutStrip:  # noqa: A002  # Textual's name
        """The row in other colours; itself where the filter changes nothing."""
        known = self._filtered
        if known is None or known[0] is not filter or known[1] != background:
            segments = filter.apply(self._segments, background)
            other = None if segments == self._segments else UncutStrip(segments, self._cell_length)
            known = self._filtered = (filter, background, other)
        return self if known[2] is None else known[2]
