"""What came of each file that was to be added, in words for people."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.formats.source import UnreadableError
from reader.library.entries import CatalogueError
from reader.library.files.candidates import UnavailableError
from reader.library.outcomes import told

if TYPE_CHECKING:
    from reader.library.outcomes import Outcome

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one file."""

    path: str
    """Where the file is, as `os.fsdecode` gives it; "archive.zip/member" in an archive."""
    outcome: str
    """"added", "updated", "same", "skipped", "failed" or, of a known file that is no longer there, "gone"."""
    id: str = ""
    title: str = ""
    detail: str = ""
    """Why it failed or was skipped; what is new ("3 new chapters")."""
    former_id: str | None = None
    """The id the work had until now, where this file gave it a better one."""
    sha256: str = ""
    stored: Outcome | None = None
    """What storing it did; None of a file that was known as it is, and of one that was not stored."""


def result_of(location: str, title: str, sha256: str, outcome: Outcome) -> Result:
    """What storing the work in a file came to."""
    former = outcome.former_id
    return Result(
        location, outcome.change.value, outcome.id, title, told(outcome), former, sha256, stored=outcome
    )


def failure(location: str, error: Exception, twin: str = "") -> Result:
    """What a file came to that could not be added, because of this error.

    `twin`: the file in which the same work is there in a format that is read.
    """
    if isinstance(error, UnreadableError) and twin:
        return Result(location, "skipped", detail=f"The same work is there as {twin}.")
    if isinstance(error, UnreadableError | UnavailableError | CatalogueError):
        return Result(location, "failed", detail=str(error))
    if isinstance(error, OSError):
        return Result(location, "failed", detail=f"It can't be kept: {error.strerror or error}.")
    _log.error("adding %r", location, exc_info=error)
    if isinstance(error, MemoryError):
        return Result(location, "failed", detail="It takes more memory than there is.")
    if isinstance(error, RecursionError):
        return Result(location, "failed", detail="It is nested too deeply to be read.")
    detail = f"Reader fails on it ({type(error).__name__}); see the log."
    return Result(location, "failed", detail=detail)
