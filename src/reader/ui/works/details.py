"""What is said of the chosen work under the list: title, facts, tags, summary. No Textual."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.cells import cell_len, chop_cells

from reader.ui.row_pieces import Piece, Tone, fitted, one_line
from reader.ui.works.words import authors_of, chapters_of, share_of, stars_of, status_of, times_words
from reader.work.counts import counted
from reader.work.facts import TagKind
from reader.work.statuses import FINISHED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.library.entries import Entry

_WIDEST = 90
"""Longer lines of a summary are hard to read, however wide the terminal is."""
_ROOM_FOR_TWO = 110
"""The width from which on the summary stands beside the facts and not under them."""
_GUTTER = 4
_ROOM_FOR_FACTS = 7
"""The height from which on the facts may take two lines."""

_TAG_KINDS = (TagKind.FANDOM, TagKind.RELATIONSHIP, TagKind.CHARACTER, TagKind.ADDITIONAL)


def detail_lines(
    entry: Entry, width: int, height: int, remark: str = "", note: str = ""
) -> list[tuple[Piece, ...]]:
    """At most `height` lines, each at most `width` cells.

    `remark` is what is to be said of its file, `note` the reader's own.
    """
    if width >= _ROOM_FOR_TWO:
        return _side_by_side(entry, width, height, remark, note)
    width = min(width, _WIDEST)
    facts = 1 if height < _ROOM_FOR_FACTS else 2
    lines = _about(entry, width, height, (remark, note), facts, most_tags=max(1, (height - 4) // 2))
    return [*lines, *summary_lines(entry, width, height - len(lines))]


def _side_by_side(entry: Entry, width: int, height: int, remark: str, note: str) -> list[tuple[Piece, ...]]:
    left = (width - _GUTTER) * 2 // 5
    about = _about(entry, left, height, (remark, note), 3, most_tags=height)
    summary = summary_lines(entry, min(width - _GUTTER - left, _WIDEST), height)
    lines = []
    for pieces, beside in zip_longest(about, summary, fillvalue=()):
        gap = left + _GUTTER - sum(cell_len(piece.text) for piece in pieces)
        lines.append((*pieces, Piece(" " * gap), *beside))
    return lines


def _about(
    entry: Entry, width: int, height: int, said: tuple[str, str], most_facts: int, *, most_tags: int
) -> list[tuple[Piece, ...]]:
    """Title and authors, what is new, what is to be said of the file, what the reader says, facts, tags."""
    remark, note = said
    lines: list[tuple[Piece, ...]] = [title_line(entry, width)]
    news = " · ".join(words for words in (new_words(entry.new_chapters), remark) if words)
    for text, tone, most in (
        (news, Tone.INCLUDED, 2),
        (_own(entry, note), Tone.DONE, 1 if most_facts == 1 else 2),
        (_facts(entry), Tone.QUIET, most_facts),
        (_tags(entry), Tone.QUIET, most_tags),
    ):
        room = min(most, height - len(lines))
        lines += [(Piece(line, tone),) for line in wrapped(text, width, room)]
    return lines


def _own(entry: Entry, note: str) -> str:
    """What the reader says of the work."""
    reading = status_of(entry)
    if reading and entry.progress is not None and entry.status != FINISHED:
        reading = f"{reading}, {share_of(entry)}"
    tags = ", ".join(map(one_line, entry.own_tags))
    said = (reading, stars_of(entry.rating), times_words(entry.times_read), tags, one_line(note))
    return " · ".join(words for words in said if words)


def summary_lines(entry: Entry, width: int, height: int) -> list[tuple[Piece, ...]]:
    """The summary in at most so many lines of at most so many cells."""
    paragraphs = [one_line(paragraph) for paragraph in (entry.info.summary or "").split("\n")]
    lines = [line for paragraph in paragraphs if paragraph for line in _lines(paragraph, width)]
    return [(Piece(line),) for line in _cut(lines, width, height)]


def title_line(entry: Entry, width: int) -> tuple[Piece, ...]:
    """The title and by whom, in at most so many cells."""
    title = one_line(entry.info.title) or "Untitled"
    by = f" by {authors_of(entry)}"
    if cell_len(title) + cell_len(by) > width:
        title = fitted(title, max(width * 2 // 3, width - cell_len(by))).rstrip()
        by = fitted(by, width - cell_len(title)).rstrip()
    return Piece(title, Tone.MAIN), Piece(by, Tone.QUIET)


def new_words(count: int) -> str:
    """How many chapters are new, in words: "3 new chapters"; empty for none."""
    return counted(count, "new chapter") if count else ""


def _facts(entry: Entry) -> str:
    info = entry.info
    state = "" if info.complete is None else "complete" if info.complete else "in progress"
    series = [
        f"part {part.part:g} of {one_line(part.title)}" if part.part is not None else one_line(part.title)
        for part in info.series
    ]
    facts = [
        *names_of(entry, TagKind.RATING),
        ", ".join(names_of(entry, TagKind.CATEGORY)),
        ", ".join(names_of(entry, TagKind.WARNING)),
        f"{state} {chapters_of(entry)}".strip(),
        counted(entry.words, "word") if entry.words else "",
        one_line(info.language or ""),
        f"updated {info.updated.isoformat()}" if info.updated else "",
        *series,
        "paragraphs repaired" if entry.repaired else "",
    ]
    return " · ".join(fact for fact in facts if fact)


def names_of(entry: Entry, kind: TagKind) -> list[str]:
    """The names of its tags of a kind."""
    return [one_line(name) for name in entry.info.names(kind)]


def _tags(entry: Entry) -> str:
    groups = (", ".join(names_of(entry, kind)) for kind in _TAG_KINDS)
    return " · ".join(group for group in groups if group)


def wrapped(text: str, width: int, most: int) -> list[str]:
    """The text in at most so many lines of at most so many cells; an ellipsis where it was cut."""
    return _cut(list(_lines(text, width, separator="·")), width, most)


def _cut(lines: list[str], width: int, most: int) -> list[str]:
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], fitted(f"{lines[most - 1]} …", width).rstrip()] if most > 0 else []


def _lines(text: str, width: int, separator: str = "") -> Iterator[str]:
    """Break at spaces, greedily; what has no space and is too long, as Chinese is, breaks anywhere.

    No line begins with the separator, for which the break does.
    """
    width = max(2, width)  # the cells of one character
    line, room = "", width
    for word in text.split():
        length = cell_len(word)
        if line and length + 1 <= room:
            line, room = f"{line} {word}", room - length - 1
            continue
        if line:
            yield line
        if word == separator:
            line, room = "", width
            continue
        *full, line = chop_cells(word, width) if length > width else (word,)
        yield from full
        room = width - cell_len(line)
    if line:
        yield line
