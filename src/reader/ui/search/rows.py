"""How what a search has found looks: rows of works and passages, and one passage in lines. No Textual.

Widths are terminal cells.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.layout.breaking import Room, choose_breaks
from reader.layout.cells import is_boundary, is_plain, offsets, visible
from reader.ui.row_pieces import Piece, Tone, fitted, one_line
from reader.ui.works.words import authors_of
from reader.work.counts import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.entries import Entry
    from reader.library.text_search.passages import TextMatch
    from reader.library.text_search.searching import Found
    from reader.ui.search.results import ResultRow

_CHAPTER_WIDTH = 6
_GAP = 2
_BEFORE = 3
"""The share of a row before the match, as a divisor, where the text after it fills the rest."""
_LONGEST_CUT = 12
"""Code points of a word that are left out at the end of a row, rather than that it is cut."""
_LEAST_TITLE = 16
"""Cells of a title that are left beside the number of matches."""


def row_pieces(row: ResultRow, entry: Entry | None, width: int) -> list[Piece]:
    """A row of the results."""
    if row.left:
        return _left_pieces(row, width)
    if row.match is None:
        return _work_pieces(row.found, entry, width)
    one = entry is not None and entry.chapters == 1
    number = "" if one else f"{row.match.chapter:,}"
    head = " " * (_CHAPTER_WIDTH - len(number)) + number + " " * _GAP
    return [Piece(head, Tone.QUIET), *excerpt_pieces(row.match, width - len(head))]


def _work_pieces(found: Found, entry: Entry | None, width: int) -> list[Piece]:
    title = one_line(entry.info.title) if entry else found.id
    authors = authors_of(entry) if entry else ""
    count = f" {count_words(found)} "
    if width - cell_len(count) < _LEAST_TITLE:
        count = ""
    room = width - cell_len(count) - 1
    title = fitted(title or "Untitled", min(cell_len(title or "Untitled"), room))
    room -= cell_len(title)
    by = fitted(f" · {authors}", room) if authors and room > _LEAST_TITLE // 2 else " " * room
    return [Piece(" "), Piece(title, Tone.MAIN), Piece(by, Tone.QUIET), Piece(count, Tone.QUIET)]


def count_words(found: Found) -> str:
    """How many matches a work has, in how many chapters: "12 matches in 4 chapters"."""
    over = "over " if found.looked_at < found.chapters else ""
    matches = f"{over}{counted(found.count, 'match', 'matches')}"
    return f"{matches} in {found.chapters:,} chapters" if found.chapters > 1 else matches


def _left_pieces(row: ResultRow, width: int) -> list[Piece]:
    left = counted(row.left, "more match", "more matches")
    if row.found.looked_at < row.found.chapters:
        left = f"over {left}"
    head = " " * (_CHAPTER_WIDTH + _GAP)
    return [Piece(head), Piece(fitted(f"… {left}", max(0, width - len(head))), Tone.QUIET)]


def excerpt_pieces(match: TextMatch, width: int) -> list[Piece]:
    """As much of an excerpt as fits a row, with its match well in view and marked."""
    begin, end = _in_view(match, width)
    ahead = [Piece("…")] if begin else []
    behind = [Piece("…")] if end < len(match.excerpt) else []
    return [*ahead, *marked_pieces(match, begin, end), *behind]


def _in_view(match: TextMatch, width: int) -> tuple[int, int]:
    """From where to where an excerpt is shown in so many cells, with room for an ellipsis where it is cut."""
    start = match.marks[match.first][0]
    low, high = max(0, start - width), min(len(match.excerpt), start + 2 * width)  # more can't be in view
    text = match.excerpt[low:high]
    start -= low
    cells: Sequence[int] = range(len(text) + 1) if is_plain(text) else offsets(text)
    after = min(cells[-1] - cells[start], width - width // _BEFORE)
    begin = bisect_left(cells, cells[start] - max(0, width - after - 1), 0, start)
    if begin or low:
        space = text.find(" ", begin, start)
        begin = space + 1 if space >= 0 else begin
    while not is_boundary(text, begin):
        begin += 1
    room = width - (1 if begin or low else 0)
    end = bisect_right(cells, cells[begin] + room) - 1
    if end < len(text) or high < len(match.excerpt):
        end = bisect_right(cells, cells[begin] + room - 1) - 1
        space = text.rfind(" ", end - _LONGEST_CUT, end)
        end = space if space > match.marks[match.first][1] - low else max(begin, end)
        while not is_boundary(text, end):
            end -= 1
    return low + begin, low + end


def marked_pieces(match: TextMatch, begin: int, end: int) -> list[Piece]:
    """A stretch of an excerpt, with what was found in it marked."""
    text, pieces, done = match.excerpt, [], begin
    for start, finish in match.marks:
        if finish <= begin or start >= end:
            continue
        start, finish = max(start, begin), min(finish, end)
        pieces += [Piece(_shown(text, done, start)), Piece(_shown(text, start, finish), Tone.MATCH)]
        done = finish
    return [*pieces, Piece(_shown(text, done, end))]


def _shown(text: str, begin: int, end: int) -> str:
    if text.isascii():  # without controls, as all text of the catalogue
        return text[begin:end]
    return "".join(text[start:stop] for start, stop in visible(text, begin, end))


def passage_lines(match: TextMatch, width: int, height: int) -> list[list[Piece]]:
    """A passage with its surroundings in so many lines at most, the match in the upper part of them."""
    text = match.excerpt
    starts = choose_breaks(text, 0, len(text), Room(width, width), plain=is_plain(text))
    line = bisect_right(starts, match.marks[match.first][0]) - 1
    first = max(0, min(line - height // _BEFORE, len(starts) - height))
    ends = [*starts[1:], len(text)]
    return [
        marked_pieces(match, start, start + len(text[start:end].rstrip()))
        for start, end in list(zip(starts, ends, strict=True))[first : first + height]
    ]


def passage_head(row: ResultRow, entry: Entry | None) -> str:
    """Where a passage is from: "The Salt Road · chapter 4 of 9"."""
    title = (one_line(entry.info.title) if entry else row.found.id) or "Untitled"
    if entry is None or entry.chapters == 1:
        return title
    return f"{title} · chapter {row.passage.chapter:,} of {entry.chapters:,}"
