"""Adding files to the catalogue, one by one: read, known or parsed, kept, stored, and what came of it."""

from __future__ import annotations

import hashlib
import logging
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.formats.detect import read_work_and_format
from reader.formats.source import Source, UnreadableError
from reader.library.entries import CatalogueError
from reader.library.file_access import LARGEST, FileAccess, UnavailableError, exists
from reader.library.identity import is_stable
from reader.library.outcomes import Change

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reader.library.catalogue import Catalogue
    from reader.library.discovery import Candidate
    from reader.library.file_access import Stamp
    from reader.library.originals import Originals
    from reader.library.outcomes import Outcome
    from reader.work.model import Work

_log = logging.getLogger(__name__)

_KEPT_REASONS = {
    "": "",
    "older": "an older version; the newer one stays",
    "shorter": "a shorter version; the longer one stays",
}


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one file."""

    path: str
    """Where the file is, as `os.fsdecode` gives it; "archive.zip/member" in an archive."""
    outcome: str
    """"added", "updated", "same", "skipped" or "failed"."""
    id: str = ""
    title: str = ""
    detail: str = ""
    """Why it failed or was skipped; what is new ("+3 chapters")."""
    former_id: str | None = None
    """The id the work had until now, where this file gave it a better one."""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """What the state knows of works, asked while files are added."""

    refused: Callable[[str], bool] = lambda _: False
    """Whether the work with this id was removed, so that it is only taken in again when its file is named."""
    present_id: Callable[[str], str] = lambda work_id: work_id
    """The id a work goes by now, of an id it may have had before."""
    known_source: Callable[[str], str | None] = lambda _: None
    """The id of the work that the file with this SHA-256 was a source of."""
    repair: Callable[[str], bool] = lambda _: True
    """Whether lost paragraph boundaries are put back in the work with this id."""


NOTHING_KNOWN = Identity()


def import_files(
    catalogue: Catalogue,
    originals: Originals,
    files: Sequence[Candidate],
    *,
    identity: Identity = NOTHING_KNOWN,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[Result]:
    """Add files one at a time, a result for each; nothing that is wrong with one ends the others.

    `progress` is called with how many are done and how many there are, before the first and after each. No
    lock is held while a file is read and parsed.
    """
    importer = _Importer(catalogue, originals, identity)
    with FileAccess(max(LARGEST, originals.limit)) as access:
        for done, candidate in enumerate(files):
            if progress:
                progress(done, len(files))
            if cancelled and cancelled():
                return
            yield importer.take(candidate, access)
    if progress:
        progress(len(files), len(files))


@dataclass(frozen=True, slots=True)
class _Importer:
    catalogue: Catalogue
    originals: Originals
    identity: Identity

    def take(self, candidate: Candidate, access: FileAccess) -> Result:
        """One file, whatever it is."""
        location = candidate.location
        if candidate.problem:
            return Result(location, "failed", detail=candidate.problem)
        try:
            return self._take(candidate, access)
        except (UnavailableError, UnreadableError, CatalogueError) as error:
            return Result(location, "failed", detail=str(error))
        except OSError as error:
            return Result(location, "failed", detail=f"It can't be kept: {error.strerror or error}.")
        except Exception as error:  # noqa: BLE001 -- a fault of ours in one file must not end a batch of thousands
            _log.exception("adding %r", location)
            return Result(
                location, "failed", detail=f"Reader fails on it ({type(error).__name__}); see the log."
            )

    def _take(self, candidate: Candidate, access: FileAccess) -> Result:
        stamp = access.stamp(candidate)
        known = self.catalogue.file_at(candidate.location)
        if known and not candidate.named and (known.size, known.modified) == (stamp.size, stamp.modified):
            return self._same(candidate, known.work_id, known.sha256)
        data = access.read(candidate)
        sha256 = hashlib.sha256(data).hexdigest()
        work_id = self.catalogue.by_sha256(sha256)
        if work_id is not None:
            with suppress(CatalogueError):  # where it can't be written, the work is there all the same
                self._note_place(candidate, work_id, sha256, stamp)
            return self._same(candidate, work_id, sha256)
        work, file_format = parse(candidate.name, data)
        work = self._identified(work, sha256)
        if self.identity.refused(work.info.id) and not candidate.named:
            detail = "It was removed; name the file itself to take it in again."
            return Result(candidate.location, "skipped", work.info.id, work.info.title, detail, sha256=sha256)
        if not self.identity.repair(work.info.id) and any(chapter.repaired for chapter in work.chapters):
            work = replace(parse(candidate.name, data, repair=False)[0], info=work.info)
        self.originals.keep(data)
        outcome = self.catalogue.put(
            work,
            path=candidate.location,
            format=file_format,
            sha256=sha256,
            added=datetime.now(UTC),
            size=stamp.size,
            modified=stamp.modified,
        )
        return _result(candidate.location, work.info.title, sha256, outcome)

    def _identified(self, work: Work, sha256: str) -> Work:
        work_id = self.identity.present_id(work.info.id)
        if not is_stable(work_id):
            work_id = self.identity.known_source(sha256) or work_id
        return replace(work, info=replace(work.info, id=work_id))

    def _same(self, candidate: Candidate, work_id: str, sha256: str) -> Result:
        entry = self.catalogue.entry(work_id)
        title = entry.info.title if entry else ""
        return Result(candidate.location, "same", work_id, title, sha256=sha256)

    def _note_place(self, candidate: Candidate, work_id: str, sha256: str, stamp: Stamp) -> None:
        """Note where a known file is, and that it was moved there when it is gone from a place we knew."""
        same = [file for file in self.catalogue.files(work_id) if file.sha256 == sha256]
        places = [file.path for file in same if file.path is not None]
        gone = next((place for place in places if not exists(place)), None)
        self.catalogue.record_file(
            work_id,
            path=candidate.location,
            format=same[0].format,
            sha256=sha256,
            size=stamp.size,
            modified=stamp.modified,
            instead_of=gone,
        )


def parse(name: str, data: bytes, *, repair: bool = True) -> tuple[Work, str]:
    """The work in a file, and the name of its format. Raises UnreadableError."""
    return read_work_and_format(Source(name, data, repair))


def _result(location: str, title: str, sha256: str, outcome: Outcome) -> Result:
    detail = _KEPT_REASONS[outcome.kept]
    if outcome.change is Change.UPDATED:
        new = outcome.new_chapters
        detail = f"+{new} chapter{'s' if new > 1 else ''}" if new else "new text"
    return Result(location, outcome.change.value, outcome.id, title, detail, outcome.former_id, sha256)
