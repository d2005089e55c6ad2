"""When two files are one work, and which of two texts of a work is the one to read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

_KEPT_WORDS = 0.8
"""A text with less than this share of the words is a cut one: a work emptied before it is taken down, a
download broken off."""


def is_stable(work_id: str) -> bool:
    """Whether the source itself gave the id, so that no edit of the text changes it."""
    return not work_id.startswith("sha256:")


def is_update(known_id: str, new_id: str) -> bool:
    """Whether a changed file at a known path still is the same work."""
    return known_id == new_id or not (is_stable(known_id) and is_stable(new_id))


@dataclass(frozen=True, slots=True)
class Version:
    """What tells an older text of a work from a newer one."""

    updated: date | None
    chapters: int
    words: int


def shrinks(new: Version, old: Version) -> bool:
    """Whether taking the new text would lose chapters, or much of the text."""
    return new.chapters < old.chapters or new.words < old.words * _KEPT_WORDS


def is_newer(new: Version, old: Version, *, in_place: bool) -> bool:
    """Whether the new text is to be read instead of the old: by date, then chapters, then words.

    `in_place`: the file with the old text was itself changed into the new, so that what dates and chapters
    leave open is settled for the new.
    """
    if new.updated and old.updated and new.updated != old.updated:
        return new.updated > old.updated
    return in_place or (new.chapters, new.words) > (old.chapters, old.words)
