"""Works with all that is said of them, as the archive's own lists show them: so many lines each. No Textual.

Every blurb has the same number of lines, so that a list of any length knows where each begins without having
wrapped the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.ui.row_pieces import Piece, Tone, one_line
from reader.ui.works.details import names_of, summary_lines, title_line, wrapped
from reader.ui.works.words import chapters_of, rating_of, share_of, stars_of, status_of, times_words
from reader.work.counts import counted
from reader.work.facts import TagKind
from reader.work.statuses import FINISHED
from reader.work.tags import KEYS

if TYPE_CHECKING:
    from reader.library.entries import Entry

BLURB_HEIGHT = 8
"""Lines of a blurb, the last of them blank."""
_TAG_LINES = 2
_GAP = 2
_LEAST_TITLE = 24
"""Cells of the title that must be left beside the letters."""
_MOST_CATEGORIES = 2
_TAGS = (TagKind.WARNING, TagKind.RELATIONSHIP, TagKind.CHARACTER, TagKind.ADDITIONAL)
_NONE_APPLY = KEYS[TagKind.WARNING]("No Archive Warnings Apply")
_NOT_SAID = KEYS[TagKind.WARNING]("Creator Chose Not To Use Archive Warnings")


def blurb_lines(entry: Entry, width: int) -> list[tuple[Piece, ...]]:
    """At most `BLURB_HEIGHT - 1` lines, each at most `width` cells."""
    fandoms = ", ".join(names_of(entry, TagKind.FANDOM))
    tags = ", ".join(name for kind in _TAGS for name in names_of(entry, kind))
    lines = [_first_line(entry, width)]
    lines += [(Piece(line, Tone.DONE),) for line in wrapped(fandoms, width, 1)]
    lines += [(Piece(line, Tone.QUIET),) for line in wrapped(tags, width, _TAG_LINES)]
    lines += summary_lines(entry, width, BLURB_HEIGHT - 2 - len(lines))
    lines += [(Piece(line, Tone.QUIET),) for line in wrapped(_facts(entry), width, 1)]
    return lines


def _first_line(entry: Entry, width: int) -> tuple[Piece, ...]:
    """Title and authors, and at the right end the letters that the archive shows in four squares."""
    letters = _letters(entry)
    room = width - sum(cell_len(piece.text) for piece in letters) - _GAP
    if room < _LEAST_TITLE:
        return title_line(entry, width)
    title = title_line(entry, room)
    gap = room + _GAP - sum(cell_len(piece.text) for piece in title)
    return (*title, Piece(" " * gap), *letters)


def _letters(entry: Entry) -> list[Piece]:
    """Rating, category, whether there are warnings, and whether it is complete."""
    categories = names_of(entry, TagKind.CATEGORY)
    category = "Multi" if len(categories) > _MOST_CATEGORIES else ", ".join(categories)
    complete = {None: "", True: "✓", False: "…"}[entry.info.complete]
    shown = (rating_of(entry), Piece(category, Tone.QUIET), _warning(entry), Piece(complete, Tone.QUIET))
    letters: list[Piece] = []
    for piece in shown:
        if piece.text:
            letters += [Piece("  "), piece] if letters else [piece]
    return letters


def _warning(entry: Entry) -> Piece:
    """An exclamation mark where something is warned of, with a question mark where the author won't say."""
    keys = {KEYS[tag.kind](tag.name) for tag in entry.info.tags if tag.kind is TagKind.WARNING}
    if keys - {_NONE_APPLY, _NOT_SAID}:
        return Piece("!", Tone.EXCLUDED)
    return Piece("!?", Tone.WARNING) if _NOT_SAID in keys else Piece("")


def _facts(entry: Entry) -> str:
    info = entry.info
    chapters = chapters_of(entry)
    reading = status_of(entry)
    if reading and entry.progress is not None and entry.status != FINISHED:
        reading = f"{reading} {share_of(entry)}"
    part = next(iter(info.series), None)
    number = f"part {part.part:g} of " if part and part.part is not None else ""
    updated = info.updated or info.published
    facts = (
        counted(entry.words, "word") if entry.words else "",
        chapters,
        f"{entry.new_chapters:,} new" if entry.new_chapters else "",
        updated.isoformat() if updated else "",
        reading,
        stars_of(entry.rating),
        times_words(entry.times_read),
        ", ".join(map(one_line, entry.own_tags)),
        f"{number}{one_line(part.title)}" if part else "",
        one_line(info.language or ""),
    )
    return " · ".join(fact for fact in facts if fact)
