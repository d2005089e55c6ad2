"""How what a search has found looks: rows of works and passages, a passage in lines, and words about it all.

Widths are terminal cells. No Textual.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.layout.breaking import Room, choose_breaks
from reader.layout.cells import is_boundary, is_plain, offsets, visible
from reader.ui.library_rows import Piece, Tone, authors_of, fitted, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.entries import Entry
    from reader.library.text_search.passages import TextMatch
    from reader.library.text_search.searching import Found
    from reader.ui.search_results import ResultRow, SearchResults

_CHAPTER_WIDTH = 6
_GAP = 2
_BEFORE = 3
"""The share of a row before the match, as a divisor, where the text after it fills the rest."""
_LEAST_TITLE = 16
"""Cells of a title that are left beside the number of matches."""

EXAMPLES = (
    ("lamp harbour", "both words in one chapter"),
    ('"the quiet lamp"', "these words in a row"),
    ("harb*", "words that begin so"),
    ("lamp NEAR/10 harbour", "at most ten words between them"),
    ("lamp -storm", "not where there is a storm"),
    ("lamp OR lantern", "either; (parentheses) group"),
)
_EXAMPLE_WIDTH = 24
_SEARCHED = "Stories and the notes in them are searched; capitals and accents do not matter."


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
    matches = f"{over}{found.count:,} match{'' if found.count == 1 else 'es'}"
    return f"{matches} in {found.chapters:,} chapters" if found.chapters > 1 else matches


def _left_pieces(row: ResultRow, width: int) -> list[Piece]:
    left = f"{row.left:,} more match{'' if row.left == 1 else 'es'}"
    if row.found.looked_at < row.found.chapters:
        left = f"over {left}"
    head = " " * (_CHAPTER_WIDTH + _GAP)
    return [Piece(head), Piece(fitted(f"… {left}", max(0, width - len(head))), Tone.QUIET)]


def excerpt_pieces(match: TextMatch, width: int) -> list[Piece]:
    """As much of an excerpt as fits a row, with its match well in view and marked."""
    text = match.excerpt
    cells: Sequence[int] = range(len(text) + 1) if is_plain(text) else offsets(text)
    if cells[-1] <= width:
        return marked_pieces(match, 0, len(text))
    start = match.marks[match.first][0]
    after = min(cells[-1] - cells[start], width - width // _BEFORE)
    begin = bisect_left(cells, cells[start] - max(0, width - after - 1), 0, start)
    if begin:
        space = text.find(" ", begin, start)
        begin = space + 1 if space >= 0 else begin
    while not is_boundary(text, begin):
        begin += 1
    ahead = [Piece("…")] if begin else []
    room = width - len(ahead)
    end = bisect_right(cells, cells[begin] + room) - 1
    if end < len(text):
        end = max(begin, bisect_right(cells, cells[begin] + room - 1) - 1)
        while not is_boundary(text, end):
            end -= 1
    behind = [Piece("…")] if end < len(text) else []
    return [*ahead, *marked_pieces(match, begin, end), *behind]


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


def summary(results: SearchResults) -> str:
    """How much was found: "287 works · 484 chapters"."""
    if not results.works:
        return "nothing found"
    works = f"{results.works:,} work{'' if results.works == 1 else 's'}"
    return f"{works} · {results.chapters:,} chapter{'' if results.chapters == 1 else 's'}"


def scope_words(within: frozenset[str] | None) -> str:
    """What is searched."""
    if within is None:
        return "Search in everything"
    return f"Search in the {len(within):,} works shown" if len(within) != 1 else "Search in the work shown"


def advice(typed: str, within: frozenset[str] | None) -> list[list[Piece]]:
    """What to do where nothing is shown: what can be typed, or what might find more."""
    if not typed.strip():
        return [
            [Piece(f" {_SEARCHED}", Tone.QUIET)],
            [],
            *([Piece(f" {what:<{_EXAMPLE_WIDTH}}"), Piece(meant, Tone.QUIET)] for what, meant in EXAMPLES),
        ]
    lines = ["Nothing found."]
    last = typed.split()[-1]
    if last.isalpha() and not last.isupper():
        lines.append(f"{last}* would find words that begin so.")
    if " " in typed.strip() and '"' not in typed:
        lines.append("All words have to be in one chapter; OR between them finds any.")
    if within is not None:
        lines.append("tab searches in all works.")
    return [[Piece(" " + one_line(line), Tone.QUIET)] for line in lines]
