"""Works one line each: columns that fit a width, and what stands in each of them. No Textual.

Widths are terminal cells.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from reader.ui.row_pieces import (
    MARKER_WIDTH,
    Piece,
    Tone,
    bar_pieces,
    fitted,
    one_line,
)
from reader.ui.works.words import authors_of, chapters_of, rating_of, share_of, status_of
from reader.work.facts import TagKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.library.entries import Entry

_GAP = 2
_BAR_WIDTH = 6
_SHARE_WIDTH = 4
_LEAST_TITLE = 6
"""Cells of a title that must be left beside the number of new chapters."""
_MILLION = 1_000_000


class ColumnKind(StrEnum):
    """What a column shows; its value is its head."""

    TITLE = "Title"
    AUTHOR = "Author"
    FANDOM = "Fandom"
    RATING = "R"
    WORDS = "Words"
    CHAPTERS = "Chapters"
    STATUS = "Status"
    UPDATED = "Updated"
    PROGRESS = "Read"
    LAST_READ = "Last read"


class Column(NamedTuple):
    """A column and its place in the row."""

    kind: ColumnKind
    start: int
    width: int


_AT_RIGHT = {ColumnKind.WORDS, ColumnKind.CHAPTERS, ColumnKind.PROGRESS}
_SHARES = {ColumnKind.TITLE: 50, ColumnKind.AUTHOR: 22, ColumnKind.FANDOM: 28}
"""How the columns of text divide what the others leave."""
_LEAST_ROOM = (
    (ColumnKind.AUTHOR, 44),
    (ColumnKind.FANDOM, 112),
    (ColumnKind.RATING, 60),
    (ColumnKind.WORDS, 32),
    (ColumnKind.CHAPTERS, 78),
    (ColumnKind.STATUS, 126),
    (ColumnKind.UPDATED, 96),
    (ColumnKind.PROGRESS, 20),
    (ColumnKind.LAST_READ, 148),
)
"""The width of the list from which on a column is shown, in the order in which they stand after the title."""
_ROOM_FOR_BAR = 70
_ROOM_FOR_LONG_NUMBERS = 88
_WIDTHS = {
    ColumnKind.RATING: 2,
    ColumnKind.CHAPTERS: 8,
    ColumnKind.STATUS: 9,
    ColumnKind.UPDATED: 10,
    ColumnKind.LAST_READ: 10,
}


@lru_cache(maxsize=8)  # every row asks for them
def columns_for(width: int) -> tuple[Column, ...]:
    """The columns that fit a list of a width; the least important ones go first when it is narrow."""
    kinds = [ColumnKind.TITLE, *(kind for kind, least in _LEAST_ROOM if width >= least)]
    widths = {kind: _fixed_width(kind, width) for kind in kinds}
    texts = [kind for kind in kinds if kind in _SHARES]
    room = max(len(texts), width - MARKER_WIDTH - _GAP * (len(kinds) - 1) - sum(widths.values()))
    shares = sum(_SHARES[kind] for kind in texts)
    for kind in texts[1:]:
        widths[kind] = room * _SHARES[kind] // shares
    widths[ColumnKind.TITLE] = room - sum(widths[kind] for kind in texts[1:])
    columns = []
    start = MARKER_WIDTH
    for kind in kinds:
        columns.append(Column(kind, start, widths[kind]))
        start += widths[kind] + _GAP
    return tuple(columns)


def _fixed_width(kind: ColumnKind, width: int) -> int:
    if kind is ColumnKind.WORDS:
        return 9 if width >= _ROOM_FOR_LONG_NUMBERS else 7
    if kind is ColumnKind.PROGRESS:
        return _SHARE_WIDTH + (_BAR_WIDTH + 1 if width >= _ROOM_FOR_BAR else 0)
    return _WIDTHS.get(kind, 0)


def head_pieces(columns: Sequence[Column], sorted_by: ColumnKind | None, arrow: str) -> tuple[Piece, ...]:
    """The heads of the columns, with an arrow at the one the list is sorted by."""
    pieces = [Piece(" " * MARKER_WIDTH)]
    for column in columns:
        is_sorted = column.kind is sorted_by
        head = f"{column.kind.value} {arrow}" if is_sorted else column.kind.value
        if cell_len(head) > column.width:
            head = column.kind.value
        pieces += [Piece(_placed(head, column), Tone.PLAIN if is_sorted else Tone.QUIET), Piece(" " * _GAP)]
    return tuple(pieces[:-1])


def row_pieces(entry: Entry, columns: Sequence[Column]) -> tuple[Piece, ...]:
    """A work's row after the marker; together as wide as the columns and the gaps between them."""
    pieces: list[Piece] = []
    for column in columns:
        pieces += [*_CELLS[column.kind](entry, column), Piece(" " * _GAP)]
    return tuple(pieces[:-1])


def _placed(text: str, column: Column) -> str:
    if column.kind in _AT_RIGHT:
        return " " * (column.width - cell_len(text)) + fitted(text, min(column.width, cell_len(text)))
    return fitted(text, column.width)


def _title(entry: Entry, column: Column) -> list[Piece]:
    """The title, and at the end of its column how many chapters are new: "+3"."""
    title = one_line(entry.info.title) or "Untitled"
    new = f" +{entry.new_chapters:,}" if entry.new_chapters else ""
    if cell_len(new) > column.width - _LEAST_TITLE:
        new = ""
    pieces = [Piece(fitted(title, column.width - cell_len(new)), Tone.MAIN)]
    return [*pieces, Piece(new, Tone.INCLUDED)] if new else pieces


def _author(entry: Entry, column: Column) -> list[Piece]:
    return [Piece(fitted(authors_of(entry), column.width))]


def _fandom(entry: Entry, column: Column) -> list[Piece]:
    fandoms = ", ".join(one_line(name) for name in entry.info.names(TagKind.FANDOM))
    return [Piece(fitted(fandoms, column.width), Tone.QUIET)]


def _rating(entry: Entry, column: Column) -> list[Piece]:
    rating = rating_of(entry)
    return [Piece(fitted(rating.text, column.width), rating.tone)]


def _words(entry: Entry, column: Column) -> list[Piece]:
    words = f"{entry.words:,}" if entry.words else "·"
    if len(words) > column.width:
        words = f"{entry.words / _MILLION:.1f} M"
    return [Piece(_placed(words, column), Tone.QUIET)]


def _chapters(entry: Entry, column: Column) -> list[Piece]:
    return [Piece(_placed(chapters_of(entry), column), Tone.QUIET)]


def _status(entry: Entry, column: Column) -> list[Piece]:
    return [Piece(fitted(status_of(entry), column.width), Tone.QUIET)]


def _updated(entry: Entry, column: Column) -> list[Piece]:
    updated = entry.info.updated or entry.info.published
    return [Piece(fitted(updated.isoformat() if updated else "", column.width), Tone.QUIET)]


def _last_read(entry: Entry, column: Column) -> list[Piece]:
    day = entry.last_read.astimezone().date().isoformat() if entry.last_read else ""
    return [Piece(fitted(day, column.width), Tone.QUIET)]


def _read(entry: Entry, column: Column) -> list[Piece]:
    share = share_of(entry)
    finished = share == "✓"
    after = f"{share:>{min(column.width, _SHARE_WIDTH + 1)}}"
    bar = column.width - cell_len(after)
    if bar <= 0:
        return [Piece(_placed(share, column), Tone.DONE if finished else Tone.QUIET)]
    if share == "·":
        return [Piece(" " * bar), Piece(after, Tone.QUIET)]
    done, rest = bar_pieces(1.0 if finished else entry.progress or 0.0, bar)
    return [done, rest, Piece(after, Tone.DONE if finished else Tone.QUIET)]


_CELLS: dict[ColumnKind, Callable[[Entry, Column], list[Piece]]] = {
    ColumnKind.TITLE: _title,
    ColumnKind.AUTHOR: _author,
    ColumnKind.FANDOM: _fandom,
    ColumnKind.RATING: _rating,
    ColumnKind.WORDS: _words,
    ColumnKind.CHAPTERS: _chapters,
    ColumnKind.STATUS: _status,
    ColumnKind.UPDATED: _updated,
    ColumnKind.PROGRESS: _read,
    ColumnKind.LAST_READ: _last_read,
}
