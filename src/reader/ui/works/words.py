"""Single facts of a work in a word or a letter, as lists and details show them. No Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.row_pieces import Piece, Tone, one_line
from reader.work.facts import TagKind
from reader.work.statuses import FINISHED, UNREAD
from reader.work.tags import rating_letter

if TYPE_CHECKING:
    from reader.library.entries import Entry

MOST_STARS = 5
_RATINGS = {
    "G": Piece("G", Tone.INCLUDED),
    "T": Piece("T", Tone.KEY),
    "M": Piece("M", Tone.WARNING),
    "E": Piece("E", Tone.EXCLUDED),
    "N": Piece("NR", Tone.QUIET),
}
_NOT_SAID = Piece("", Tone.QUIET)


def authors_of(entry: Entry) -> str:
    """The authors on one line."""
    return ", ".join(one_line(author) for author in entry.info.authors) or "Anonymous"


def chapters_of(entry: Entry) -> str:
    """Chapters posted of chapters planned: "4/9", "4/?"; empty when the source does not say."""
    posted, total = entry.info.chapters_posted, entry.info.chapters_total
    if posted is None and total is None:
        return ""
    return f"{posted if posted is not None else '?'}/{total if total is not None else '?'}"


def share_of(entry: Entry) -> str:
    """How far the work is read, in a word: "43 %", "✓" when finished, "·" when not begun."""
    if entry.status == FINISHED:
        return "✓"
    if entry.progress is None:
        return "·"
    return f"{min(int(entry.progress * 100), 100)} %"


def rating_of(entry: Entry) -> Piece:
    """The archive's letter for the rating; NR of one not rated, and nothing where nobody says."""
    for tag in entry.info.tags:
        if tag.kind is TagKind.RATING:
            letter = rating_letter(tag.name)
            return _RATINGS[letter] if letter else Piece(one_line(tag.name)[:2], Tone.QUIET)
    return _NOT_SAID


def status_of(entry: Entry) -> str:
    """The status in words; nothing of a work unread."""
    return "" if entry.status == UNREAD else entry.status.replace("-", " ")


def stars_of(rating: int | None) -> str:
    """The reader's own rating: "★★★☆☆"; nothing without one."""
    if not rating:
        return ""
    stars = min(rating, MOST_STARS)
    return "★" * stars + "☆" * (MOST_STARS - stars)


def times_words(times: int) -> str:
    """How often a work was read: "read twice"; nothing for once, which its status says."""
    return "" if times < 2 else "read twice" if times == 2 else f"read {times:,} times"
