"""A row of words that can be clicked one by one: a filter's parts, a screen's hints."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from textual.message import Message

from reader.ui.row_pieces import Piece, Tone, fitted
from reader.ui.widgets.pieces import Looks
from reader.ui.widgets.quiet_lines import UncutLines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.strip import Strip

_LEAST_CUT = 6
"""Cells under which a part is left out rather than cut."""


class Part(NamedTuple):
    """Some words of a line, and what a click on them means; nothing when `key` is empty."""

    pieces: tuple[Piece, ...]
    key: str = ""
    gives_way: int = 0
    """Which of the pieces is cut when there is too little room."""

    @property
    def width(self) -> int:
        """In cells."""
        return sum(cell_len(piece.text) for piece in self.pieces)

    def cut_to(self, room: int) -> Part:
        """The part in so many cells, if the piece that gives way is wide enough for that."""
        cut = self.pieces[self.gives_way]
        width = max(0, room - self.width + cell_len(cut.text))
        pieces = [*self.pieces]
        pieces[self.gives_way] = Piece(fitted(cut.text, width), cut.tone)
        return Part(tuple(pieces), self.key)


class ClickableLine(UncutLines):
    """Parts from the left, and parts at the right end; those at the left give way."""

    ALLOW_SELECT = False

    class Pressed(Message):
        """A part was clicked."""

        def __init__(self, line: ClickableLine, key: str) -> None:
            super().__init__()
            self.line = line
            self.key = key

        @property
        def control(self) -> ClickableLine:
            """The line, for selectors of handlers."""
            return self.line

    def __init__(
        self,
        *,
        gap: int = 2,
        margin: int = 1,
        more: str = "",
        id: str | None = None,  # noqa: A002  # Textual's own name
    ) -> None:
        """With `more`, the parts at the left come first.

        Those at the right go where there is too little room for both, the first of them first, and a part
        with this key says how many have no room even then.
        """
        super().__init__(id=id)
        self._more = more
        self._gap = gap
        self._margin = margin
        self._left: Sequence[Part] = ()
        self._right: Sequence[Part] = ()
        self._placed: list[tuple[int, Part]] = []

    def show(self, left: Sequence[Part], right: Sequence[Part] = ()) -> None:
        """Show parts: at the left `gap` cells apart, at the right one; `margin` is free at either end."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The row."""
        width = self.size.width
        end = width - self._margin
        right = list(self._right)
        while self._more and len(right) > 1 and self._left_width > self._left_end(right) - self._margin:
            right.pop(0)
        self._placed = self._placed_left(self._margin, self._left_end(right))
        self._placed += self._place(right, end - _width(right, 1), end, 1)
        pieces: list[Piece] = []
        column = 0
        for start, part in self._placed:
            pieces += [Piece(" " * (start - column)), *part.pieces]
            column = start + part.width
        return Looks(self).strip(pieces, width)

    @property
    def _left_width(self) -> int:
        return _width(self._left, self._gap)

    def _left_end(self, right: Sequence[Part]) -> int:
        end = self.size.width - self._margin
        return end - _width(right, 1) - self._gap if right else end

    def _placed_left(self, start: int, end: int) -> list[tuple[int, Part]]:
        left, gap = self._left, self._gap
        if not self._more or self._left_width <= end - start:
            return self._place(left, start, end, gap)
        for count in range(len(left) - 1, -1, -1):
            more = Part((Piece(f"… {len(left) - count:,} more", Tone.QUIET),), self._more)
            parts = [*left[:count], more]
            if count == 0 or _width(parts, gap) <= end - start:
                return self._place(parts, start, end, gap)
        return []

    def _place(self, parts: Sequence[Part], start: int, end: int, gap: int) -> list[tuple[int, Part]]:
        """As many parts as there is room for; the first that has too little is cut, if that is worth it."""
        placed = []
        for part in parts:
            room = end - start
            if part.width <= room:
                placed.append((start, part))
                start += part.width + gap
                continue
            if room >= _LEAST_CUT:
                placed.append((start, part.cut_to(room)))
            break
        return placed

    def on_click(self, event: events.Click) -> None:
        """Say which part is under the pointer."""
        for start, part in self._placed:
            if part.key and start <= event.x < start + part.width:
                self.post_message(self.Pressed(self, part.key))


def _width(parts: Sequence[Part], gap: int) -> int:
    """The cells of parts with a gap between them."""
    return sum(part.width + gap for part in parts) - gap if parts else 0
