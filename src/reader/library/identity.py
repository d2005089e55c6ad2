"""When two files are one work, and which of two texts of a work is the one to read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.library.file_rows import KnownFile

_KEPT_WORDS = 0.8
"""A text with less than this share of the words is a cut one: a work emptied before it is taken down, a
download broken off."""
_ALIKE_WORDS = 0.98
"""The share of words that two formats of the same text may differ by, since headings and notes are told from
story in ways of their own."""
_MADE_UP = ("sha256:", "uuid:", "urn:uuid:", "calibre:")
"""How ids begin that say nothing of where a work is from: made of its text, for one download, or for one
calibre library."""
_FORMATS = ("pdf", "kindle", "text", "markdown", "fb2", "epub", "page", "html", "ao3")
"""By how much they keep of what the source said, the least first. A name has the rank of the first in it."""


def is_stable(work_id: str) -> bool:
    """Whether the source itself gave the id, so that no edit of the text changes it."""
    return not work_id.startswith(_MADE_UP)


def is_better_id(new_id: str, known_id: str) -> bool:
    """Whether a work known by one id is to go by the other from now on."""
    return is_stable(new_id) and not is_stable(known_id)


def is_update(known_id: str, new_id: str) -> bool:
    """Whether a changed file at a known path still is the same work."""
    return known_id == new_id or not (is_stable(known_id) and is_stable(new_id))


@dataclass(frozen=True, slots=True)
class Version:
    """What tells an older text of a work from a newer one."""

    updated: date | None
    chapters: int
    words: int
    format: str = ""

    @classmethod
    def stored(cls, updated: int | None, chapters: int, words: int, format: str = "") -> Version:  # noqa: A002 -- as in `Entry`
        """A version as the catalogue keeps it, the date as an ordinal."""
        return cls(date.fromordinal(updated) if updated else None, chapters, words, format)


class Verdict(StrEnum):
    """What a text is beside the one in use."""

    NEWER = "newer"
    BETTER = "better"
    """The same text in a format that keeps more of what the source said."""
    SAME = "same"
    OLDER = "older"
    SHORTER = "shorter"
    """Newer or not, taking it would lose text."""

    @property
    def takes_over(self) -> bool:
        """Whether it is the text to read."""
        return self in (Verdict.NEWER, Verdict.BETTER)


def compare(new: Version, old: Version, *, in_place: bool, lost: Callable[[], bool]) -> Verdict:
    """What a new text is beside the one in use: by date, then chapters, then words, then format.

    `in_place`: the file with the old text was itself changed into the new, so that what dates leave open is
    settled for the new. `lost`: whether it lacks a chapter of the old, asked only where it has fewer; merged
    chapters are not lost.
    """
    dated = bool(new.updated and old.updated)
    if not in_place and _same_in_another_format(new, old):
        return Verdict.BETTER if _rank(new.format) > _rank(old.format) else Verdict.SAME
    if new.updated and old.updated and new.updated < old.updated:
        return Verdict.OLDER
    if new.words < old.words * _KEPT_WORDS or (new.chapters < old.chapters and lost()):
        return Verdict.SHORTER
    if in_place or (dated and new.updated != old.updated):
        return Verdict.NEWER
    sizes = (new.chapters, new.words), (old.chapters, old.words)
    if sizes[0] == sizes[1]:
        return Verdict.SAME
    return Verdict.NEWER if sizes[0] > sizes[1] else Verdict.OLDER


def best_of(files: Sequence[KnownFile]) -> KnownFile:
    """The file of a work that gives its text where the reader has chosen none; there must be one."""
    best, *others = sorted(files, key=lambda file: file.added)
    for file in others:
        verdict = compare(
            _version(file), _version(best), in_place=False, lost=partial(_has_fewer_chapters, file, best)
        )
        if verdict.takes_over:
            best = file
    return best


def _version(file: KnownFile) -> Version:
    return Version(file.updated, file.chapters, file.words, file.format)


def _has_fewer_chapters(file: KnownFile, than: KnownFile) -> bool:
    return file.chapters < than.chapters


def _same_in_another_format(new: Version, old: Version) -> bool:
    """Whether two files hold one state of a work. Where dates say so, they may tell chapters differently."""
    if new.format == old.format or min(new.words, old.words) < max(new.words, old.words) * _ALIKE_WORDS:
        return False
    if new.updated and old.updated:
        return new.updated == old.updated
    return new.chapters == old.chapters


def _rank(file_format: str) -> int:
    return next((rank for rank, name in enumerate(_FORMATS) if name in file_format), 0)
