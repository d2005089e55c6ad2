"""The rows of the panel beside a page as lines: a long text goes on in the next one. No Textual."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from reader.layout.breaking import Room, choose_breaks
from reader.layout.cells import is_plain
from reader.ui.row_pieces import Piece, Tone, fitted, one_line
from reader.ui.works.details import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.ui.panel.rows import Row

_GAP = 2
"""Cells at least between a text and what stands at the end of its last line."""
_LEAST = 12
"""Cells in which text can still be set."""
_MOST = 8
"""Lines of a text, and of what is said beneath it."""


class _Lines(NamedTuple):
    """The lines of a row."""

    text: Sequence[str]
    beneath: Sequence[str] = ()
    aside_alone: bool = False
    """Whether what stands at the end needs a line of its own."""

    @property
    def height(self) -> int:
        """How many lines there are."""
        return max(1, len(self.text) + len(self.beneath) + self.aside_alone)


class PanelLines:
    """Rows in so many cells: on which line each begins, and what stands there."""

    def __init__(self, rows: Sequence[Row], width: int) -> None:
        """Rows without a width are not looked at yet: each is taken for one line."""
        self.width = width
        self._rows = rows
        room = max(_LEAST, width)
        self._lines = [_set(row, room) for row in rows] if width > 0 else [_Lines(("",))] * len(rows)
        self.tops = [0, *accumulate(lines.height for lines in self._lines)]
        """The line on which each row begins, and after the last how many there are."""

    def pieces(self, index: int, line: int) -> Iterator[Piece]:
        """One line of a row, from 0."""
        row, (text, beneath, aside_alone) = self._rows[index], self._lines[index]
        if line < len(text):
            yield Piece(row.number if line == 0 else " " * len(row.number), Tone.QUIET)
            tone = Tone.PLAIN if row.key else Tone.HEAD
            has_aside = row.aside and line == len(text) - 1 and not aside_alone
            room = self.width - len(row.number) - cell_len(_end(row))
            yield Piece(fitted(text[line], room) if has_aside else text[line], tone)
            yield from _ending(row) if has_aside else ()
        elif line - len(text) < len(beneath):
            yield from _marked(row.mark, beneath[line - len(text)], line - len(text))
        else:
            yield Piece(" " * max(0, self.width - cell_len(_end(row))))
            yield from _ending(row)


def _set(row: Row, width: int) -> _Lines:
    text, room = one_line(row.text), max(_LEAST, width - len(row.number))
    plain = is_plain(text)
    lines: Sequence[str] = (text,) if text else ()
    if not plain or len(text) > room:
        begins = choose_breaks(text, 0, len(text), Room(room, room), plain=plain)
        lines = [text[begin:end].rstrip() for begin, end in pairwise([*begins, len(text)])][:_MOST]
    if row.aside:
        last = len(row.number) + cell_len(lines[-1]) if lines else 0
        return _Lines(lines, (), last + _GAP + cell_len(_end(row)) > width)
    if row.mark or row.detail:
        joined = " · ".join(part for part in (row.mark, row.detail) if part)
        return _Lines(lines, wrapped(one_line(joined), width, _MOST))
    return _Lines(lines)


def _end(row: Row) -> str:
    """What stands at the end of the last line of a text."""
    return f"{row.mark} {row.aside}" if row.mark and row.aside else row.aside


def _ending(row: Row) -> Iterator[Piece]:
    if row.mark and row.aside:
        yield Piece(f"{row.mark} ", Tone.KEY)
    yield Piece(row.aside, Tone.QUIET)


def _marked(mark: str, text: str, line: int) -> Iterator[Piece]:
    """A line beneath, the mark at its beginning standing out."""
    if line == 0 and mark and text.startswith(mark):
        yield Piece(mark, Tone.KEY)
        text = text[len(mark) :]
    yield Piece(text, Tone.QUIET)
