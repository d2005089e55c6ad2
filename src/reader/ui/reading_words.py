"""The words around a page: its place and its chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.reading.reading import Reading

_ROOM_FOR_TITLE = 72
"""Below so many columns the chapter's title is left out."""


def place_words(reading: Reading) -> str:
    """Where the page is in its chapter: "page 3 of 17 · 6 min left in chapter"."""
    words = f"page {reading.page_index + 1} of {reading.page_count}"
    minutes = round(reading.minutes_left)
    if minutes:
        words += f" · {duration(minutes)} left in chapter"
    elif reading.page_index + 1 < reading.page_count:
        words += " · under a minute left in chapter"
    return words


def duration(minutes: int) -> str:
    """Minutes as people say them: "6 min", "2 h 31 min"."""
    hours, rest = divmod(minutes, 60)
    return " ".join(part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest else "") if part)


def share_words(reading: Reading, marks: int) -> str:
    """How far the page is in the work: "43 % · 2 marks"."""
    words = f"{int(reading.progress * 100)} %"
    return f"{words} · {marks} mark{'s' if marks != 1 else ''}" if marks else words


def chapter_words(reading: Reading, width: int) -> str:
    """The chapter's name for the line above the page, on a terminal of so many columns."""
    number, count = reading.anchor.chapter, reading.chapter_count
    repaired = "paragraphs put back" if reading.chapter(number).repaired else ""
    place = f"Chapter {number} of {count}" if count > 1 else ""
    title = "" if width < _ROOM_FOR_TITLE or count == 1 else reading.outline[number - 1].title
    return " · ".join(part for part in (repaired, title, place) if part)
