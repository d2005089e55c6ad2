"""How works look in a list: columns that fit a width, and rows of text fitted into them. No Textual.

Widths are terminal cells. Text from files comes out on one line and without control characters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from reader.work.model import TagKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.library.entries import Entry

MARKER_WIDTH = 2
"""Cells before the first column, for the mark of the chosen row."""
_GAP = 2
_BAR_WIDTH = 6
_SHARE_WIDTH = 4
_LEAST_TITLE = 6
"""Cells of a title that must be left beside the number of new chapters."""
_MILLION = 1_000_000
_UNSHOWABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")
"""Controls, line separators, overrides of the writing direction (which would turn the whole row round), and
halves of code points, which no terminal can be sent."""


class Tone(StrEnum):
    """What a piece of a row is, and so how it looks."""

    MAIN = "main"
    PLAIN = "plain"
    QUIET = "quiet"
    DONE = "done"
    """The part of a bar that is read, and the tick of a finished work."""
    REST = "rest"
    """The part of a bar that is not; rules."""
    HEAD = "head"
    """The head of a kind of tags."""
    INCLUDED = "included"
    EXCLUDED = "excluded"
    WARNING = "warning"
    KEY = "key"
    MATCH = "match"
    """What was searched for."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a row in one look."""

    text: str
    tone: Tone = Tone.PLAIN


class ColumnKind(StrEnum):
    """What a column shows; its value is its head."""

    TITLE = "Title"
    AUTHOR = "Author"
    FANDOM = "Fandom"
    WORDS = "Words"
    CHAPTERS = "Chapters"
    UPDATED = "Updated"
    READ = "Read"


@dataclass(frozen=True, slots=True)
class Column:
    """A column and its place in the row."""

    kind: ColumnKind
    start: int
    width: int


_AT_RIGHT = {ColumnKind.WORDS, ColumnKind.CHAPTERS, ColumnKind.READ}
_SHARES = {ColumnKind.TITLE: 50, ColumnKind.AUTHOR: 22, ColumnKind.FANDOM: 28}
"""How the columns of text divide what the others leave."""
_LEAST_ROOM = (
    (ColumnKind.AUTHOR, 44),
    (ColumnKind.FANDOM, 112),
    (ColumnKind.WORDS, 32),
    (ColumnKind.CHAPTERS, 82),
    (ColumnKind.UPDATED, 96),
    (ColumnKind.READ, 20),
)
"""The width of the list from which on a column is shown, in the order in which they stand after the title."""
_ROOM_FOR_BAR = 70
_ROOM_FOR_LONG_NUMBERS = 82


def one_line(text: str) -> str:
    """Text from a file as it may be shown: on one line, without anything that steers a terminal."""
    if text.isascii() and text.isprintable():
        return text
    return " ".join(_UNSHOWABLE.sub(" ", text).split())


def fitted(text: str, width: int) -> str:
    """The text in exactly so many cells: an ellipsis where it was cut, spaces after it where it is short."""
    length = cell_len(text)
    if length <= width:
        return text + " " * (width - length)
    if width <= 0:
        return ""
    cut = set_cell_size(text, width - 1).rstrip()
    return cut + "…" + " " * (width - 1 - cell_len(cut))


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
    match kind:
        case ColumnKind.WORDS:
            return 9 if width >= _ROOM_FOR_LONG_NUMBERS else 7
        case ColumnKind.CHAPTERS:
            return 8
        case ColumnKind.UPDATED:
            return 10
        case ColumnKind.READ:
            return _SHARE_WIDTH + (_BAR_WIDTH + 1 if width >= _ROOM_FOR_BAR else 0)
        case _:
            return 0


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


def authors_of(entry: Entry) -> str:
    """The authors on one line."""
    return ", ".join(one_line(author) for author in entry.info.authors) or "Anonymous"


def _author(entry: Entry, column: Column) -> list[Piece]:
    return [Piece(fitted(authors_of(entry), column.width))]


def _fandom(entry: Entry, column: Column) -> list[Piece]:
    fandoms = ", ".join(one_line(name) for name in entry.info.names(TagKind.FANDOM))
    return [Piece(fitted(fandoms, column.width), Tone.QUIET)]


def _words(entry: Entry, column: Column) -> list[Piece]:
    words = f"{entry.words:,}" if entry.words else "·"
    if len(words) > column.width:
        words = f"{entry.words / _MILLION:.1f} M"
    return [Piece(_placed(words, column), Tone.QUIET)]


def chapters_of(entry: Entry) -> str:
    """Chapters posted of chapters planned: "4/9", "4/?"; empty when the source does not say."""
    posted, total = entry.info.chapters_posted, entry.info.chapters_total
    if posted is None and total is None:
        return ""
    return f"{posted if posted is not None else '?'}/{total if total is not None else '?'}"


def _chapters(entry: Entry, column: Column) -> list[Piece]:
    return [Piece(_placed(chapters_of(entry), column), Tone.QUIET)]


def _updated(entry: Entry, column: Column) -> list[Piece]:
    updated = entry.info.updated or entry.info.published
    return [Piece(fitted(updated.isoformat() if updated else "", column.width), Tone.QUIET)]


def share_of(entry: Entry) -> str:
    """How far the work is read, in a word: "43 %", "✓" when finished, "·" when not begun."""
    if entry.status == "finished":
        return "✓"
    if entry.progress is None:
        return "·"
    return f"{min(int(entry.progress * 100), 100)} %"


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


def bar_pieces(share: float, width: int) -> tuple[Piece, Piece]:
    """A bar for a share from 0 to 1, drawn to half a cell; whatever is begun but not done looks so."""
    halves = round(share * width * 2)
    if 0 < share < 1:
        halves = max(1, min(halves, width * 2 - 1))
    done = "━" * (halves // 2) + "╸" * (halves % 2)
    return Piece(done, Tone.DONE), Piece("─" * (width - len(done)), Tone.REST)


_CELLS: dict[ColumnKind, Callable[[Entry, Column], list[Piece]]] = {
    ColumnKind.TITLE: _title,
    ColumnKind.AUTHOR: _author,
    ColumnKind.FANDOM: _fandom,
    ColumnKind.WORDS: _words,
    ColumnKind.CHAPTERS: _chapters,
    ColumnKind.UPDATED: _updated,
    ColumnKind.READ: _read,
}
