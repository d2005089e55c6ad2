"""The words around a page: its place and its chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.reading.durations import duration
from reader.ui.text_in_cells import shortened

if TYPE_CHECKING:
    from reader.reading.pace import MinutesLeft
    from reader.reading.reading import Reading

_ROOM_FOR_TITLE = 72
"""Below so many columns the chapter's title is left out."""


def place_words(reading: Reading, left: MinutesLeft | None) -> tuple[str, ...]:
    """Where the page is and how long the rest takes, in ever fewer words; None where that is not known yet.

    From "page 3 of 17 · 6 min left in chapter · 2 h 10 min in work" to "p 3/17".
    """
    words, short = _pages(reading)
    if left is None or not left.work:
        return words, short
    chapter, work = duration(left.chapter), duration(left.work)
    last = left.chapter == left.work  # the last chapter, or the only one
    if last or not chapter:
        rest = f" · {work} left{'' if last else ' in work'}"
        return words + rest, short + rest, words, short
    return (
        f"{words} · {chapter} left in chapter · {work} in work",
        f"{words} · left: chapter {chapter}, work {work}",
        f"{words} · {chapter} left in chapter",
        f"{short} · left: chapter {chapter}",
        words,
        short,
    )


def _pages(reading: Reading) -> tuple[str, str]:
    """The page of the chapter, or both of them: "page 3 of 17" and "p 3/17"."""
    first, last, count = reading.pages.start + 1, reading.pages.stop, reading.page_count
    if first == last:
        return f"page {first} of {count}", f"p {first}/{count}"
    return f"pages {first}–{last} of {count}", f"pp {first}–{last}/{count}"


def share_words(reading: Reading, marks: int) -> str:
    """How far the page is in the work: "43 % · 2 marks"."""
    words = f"{int(reading.progress * 100):2} %"  # the bar before it stays in its place
    return f"{words} · {marks} mark{'s' if marks != 1 else ''}" if marks else words


def chapter_words(reading: Reading, width: int) -> str:
    """The chapter's name for the line above the page, on a terminal of so many columns.

    A long title is cut, so that the chapter's number is seen, and a third of the line is left for the work's.
    """
    number, count = reading.anchor.chapter, reading.chapter_count
    repaired = "paragraphs put back" if reading.chapter(number).repaired else ""
    place = f"Chapter {number} of {count}" if count > 1 else ""
    title = "" if width < _ROOM_FOR_TITLE or count == 1 else reading.outline[number - 1].title
    room = width * 2 // 3 - len(place) - len(repaired) - 2 * len(" · ")
    return " · ".join(part for part in (repaired, shortened(title, room), place) if part)
