"""What storing a work in the catalogue did."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Change(StrEnum):
    """What storing a work did."""

    ADDED = "added"
    UPDATED = "updated"
    SAME = "same"
    """The text in use stays: the file holds the same, or less, or an older version."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What storing a work did, and to which."""

    change: Change
    id: str
    """The work's id from now on; not always the one it came with."""
    new_chapters: int = 0
    former_id: str | None = None
    """The id it had until now, where the file turned out to have a better one."""
    kept: str = ""
    """Where a different text was not taken: "older" or "shorter"."""
