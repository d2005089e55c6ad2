"""Which lines go on which page: no widows, no orphans, headings and scene breaks in company."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.layout.piece import Keep, rows_of

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from reader.layout.piece import Piece

_CHAINED = frozenset({Keep.WITH_NEXT, Keep.AMONG})


class Slice(NamedTuple):
    """What stands on one page: from a line of a piece to a line of the same or a later one."""

    first: int
    """The index of the first piece."""
    from_line: int
    last: int
    """The index of the last piece."""
    to_line: int
    """Just past the last line shown of it."""
    lead: int = 0
    """Blank rows at the top of the page."""


def paginate(pieces: Sequence[Piece], height: int, lead: int = 0) -> Generator[None, None, list[Slice]]:
    """Fill pages of so many rows, the first with `lead` blank ones above; pauses after each piece.

    What cannot be kept together on a page of that height is parted.
    """
    filling = _Filling(pieces, height, lead)
    for index in range(len(pieces)):
        filling.add(index)
        yield
    return filling.finish()


class _Filling:
    """Pages being filled from the first piece to the last. It changes with every piece."""

    def __init__(self, pieces: Sequence[Piece], height: int, lead: int) -> None:
        self._pieces = pieces
        self._height = height
        self._slices: list[Slice] = []
        self._first: tuple[int, int] | None = None
        """Piece and line at the top of the page; None while it is empty."""
        self._last = (0, 0)
        """The last piece, and just past its last line on the page."""
        self._used = 0
        self._lead = lead
        if lead and pieces and self._company(0) + lead <= height:
            self._used = lead
        else:
            self._lead = 0

    def add(self, index: int) -> None:
        """Put a piece after the ones before it, on a new page where it must be."""
        piece = self._pieces[index]
        if self._first is not None:
            if piece.new_page:
                self._turn()
            elif piece.keep in _CHAINED:
                self._find_company(index)
        line = 0
        while line < piece.rows:
            gap = piece.gap if self._first is not None else 0
            rows = self._height - self._used - gap
            taken = self._taken(piece, line, rows)
            if not taken:
                self._turn()
                continue
            if self._first is None:
                self._first = (index, line)
            self._last = (index, line + taken)
            self._used += gap + rows_of(piece, taken)
            line += taken
            if line < piece.rows:
                self._turn()

    def finish(self) -> list[Slice]:
        """All pages; none when there were no pieces."""
        if self._first is not None:
            self._turn()
        return self._slices

    def _turn(self) -> None:
        if self._first is not None:
            self._slices.append(Slice(*self._first, *self._last, self._lead))
        self._first, self._used, self._lead = None, 0, 0

    def _taken(self, piece: Piece, line: int, rows: int) -> int:
        """How many of a piece's lines, from one on, stand in so many rows; 0 when they begin a new page."""
        left = piece.rows - line
        room = (rows - 1) // piece.step + 1
        if left <= room:
            return left
        top = self._first is None
        if piece.keep is not Keep.FREELY:
            return max(room, 1) if top and not self._lead else 0
        taken = room - 1 if left - room == 1 else room
        if taken < (2 if line == 0 else 1):
            taken = max(room, 1) if top and not self._lead else 0
        return taken

    def _company(self, index: int) -> int:
        """The rows from a piece to the first two lines of what it must not be parted from.

        The piece's own alone when there is no such thing, or when a page cannot hold both.
        """
        own = total = rows_of(self._pieces[index], self._pieces[index].rows)
        for after in range(index + 1, len(self._pieces)):
            piece = self._pieces[after]
            if piece.new_page:
                break
            total += piece.gap
            if piece.keep in _CHAINED:
                total += rows_of(piece, piece.rows)
                continue
            parted = piece.keep is Keep.FREELY and piece.rows > 3
            total += rows_of(piece, 2 if parted else piece.rows)
            break
        return total if total <= self._height else own

    def _find_company(self, index: int) -> None:
        """Turn the page before a heading or scene break that would have nothing after it on this one.

        A scene break takes the last lines before it along, so that it is not the first on the next page;
        where it can't, it ends this page if there is room.
        """
        piece = self._pieces[index]
        needed = self._company(index)
        room = self._height - self._used - piece.gap
        if needed <= room:
            return
        if piece.keep is not Keep.AMONG or not (
            self._take_along(index, piece.gap + needed) or rows_of(piece, piece.rows) <= room
        ):
            self._turn()

    def _take_along(self, index: int, needed: int) -> bool:
        """Turn the page before the last lines on it that may be parted from the rest, if there are such.

        Two lines of a longer paragraph, else a whole short one, and what stands between it and the piece.
        """
        if self._first is None:
            return False
        top, top_line = self._first
        between = 0
        for before in range(index - 1, top - 1, -1):
            piece = self._pieces[before]
            if piece.keep is Keep.FREELY and piece.rows - 2 - (top_line if before == top else 0) >= 2:
                cut, end = piece.rows - 2, (before, piece.rows - 2)
            elif (
                piece.keep is not Keep.AMONG
                and before > top
                and self._pieces[before - 1].keep not in _CHAINED
            ):
                cut, end = 0, (before - 1, self._pieces[before - 1].rows)
            else:
                between += piece.gap + rows_of(piece, piece.rows)
                continue
            along = rows_of(piece, piece.rows - cut) + between
            if along + needed > self._height:
                return False
            self._last = end
            self._turn()
            self._first, self._last = (before, cut), (index - 1, self._pieces[index - 1].rows)
            self._used = along
            return True
        return False
