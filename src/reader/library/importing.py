"""Adding files to the catalogue, one by one: read, known or parsed, kept, stored, and what came of it."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from reader.library.entries import CatalogueError
from reader.library.file_parsing import as_kept, called, parse, supplement_from, supplemented
from reader.library.files.access import LARGEST, FileAccess, UnavailableError, exists
from reader.library.files.candidates import Candidate
from reader.library.files.twins import Twins
from reader.library.identity import is_stable
from reader.library.outcomes import Change
from reader.library.reading_again import read_version
from reader.library.results import Result, failure, result_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reader.library.catalogue import Catalogue
    from reader.library.file_rows import KnownFile
    from reader.library.files.access import Stamp
    from reader.library.originals import Keeping, Originals
    from reader.library.packed_works import PackedWork
    from reader.library.supplement import Supplement

__all__ = ["NOTHING_KNOWN", "Identity", "Result", "import_files"]


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

    Files that are said to be of one work are read together, and an anthology gives a result for each of its
    works. `progress` is called with how many are done and how many there are, before the first and after
    each. No lock is held while a file is read and parsed.
    """
    done = 0
    with FileAccess(max(LARGEST, originals.limit)) as access:
        importer = _Importer(catalogue, originals, identity, access, Twins(files))
        for _, group in groupby(files, lambda candidate: candidate.same_as or candidate.location):
            candidates = list(group)
            if progress:
                progress(done, len(files))
            if cancelled and cancelled():
                return
            yield from importer.take(candidates)
            done += len(candidates)
    if progress:
        progress(len(files), len(files))


@dataclass(frozen=True, slots=True)
class _Read:
    """A file that was read and is not in the catalogue as it is."""

    candidate: Candidate
    stamp: Stamp
    data: bytes
    sha256: str
    keeping: Keeping | None
    """Where it is to be kept and is not yet."""
    work: PackedWork
    format: str
    known_id: str | None
    """The id of the work whose file it is already, where only what is known from beside it is new."""
    supplement: Supplement | None

    def called(self, work_id: str) -> _Read:
        """The same of a work with this id."""
        return replace(self, work=called(self.work, work_id))


@dataclass(frozen=True, slots=True)
class _Importer:
    catalogue: Catalogue
    originals: Originals
    identity: Identity
    access: FileAccess
    twins: Twins

    def take(self, candidates: list[Candidate]) -> Iterator[Result]:
        """Files of one work, whatever they are; of an anthology each work."""
        parts = [part for candidate in candidates for part in self._parts(candidate)]
        taken = [self._attempt(part, partial(self._read, part)) for part in parts]
        of_one = len(parts) == len(candidates) > 1
        shared = self._work_id(taken) if of_one else ""
        for one in taken:
            if isinstance(one, Result):
                yield one
                continue
            put = partial(self._put, one.called(shared or self._work_id([one])))
            result = self._attempt(one.candidate, put)
            if isinstance(result, Result):
                yield result

    def _attempt(self, candidate: Candidate, step: Callable[[], _Read | Result]) -> _Read | Result:
        """What a step gives, or the result that says why it failed."""
        try:
            return step()
        except Exception as error:  # noqa: BLE001 -- a fault of ours in one file must not end a batch of thousands
            return failure(candidate.location, error, self.twins.of(candidate))

    def _parts(self, candidate: Candidate) -> list[Candidate]:
        """The works of an anthology; of any other file itself."""
        if candidate.problem or candidate.member:
            return [candidate]
        try:
            parts = () if self.catalogue.file_at(candidate.location) else self.access.parts(candidate)
        except (UnavailableError, CatalogueError):
            return [candidate]  # reading it says why
        return [Candidate(candidate.path, part, named=candidate.named) for part in parts] or [candidate]

    def _read(self, candidate: Candidate) -> _Read | Result:
        """The file as far as it is new."""
        if candidate.problem:
            return Result(candidate.location, "failed", detail=candidate.problem)
        stamp = self.access.stamp(candidate)
        known = self.catalogue.file_at(candidate.location)
        supplement = candidate.supplement or supplement_from(known.supplement if known else None)
        if known and not candidate.named and _is_unchanged(known, stamp, supplement):
            return self._same(candidate, known.work_id, known.sha256)
        data = self.access.read(candidate)
        sha256 = hashlib.sha256(data).hexdigest()
        work_id = self.catalogue.by_sha256(sha256)
        if work_id is not None:
            same = [file for file in self.catalogue.files(work_id) if file.sha256 == sha256]
            if candidate.supplement is None or as_kept(supplement) in {file.supplement for file in same}:
                with suppress(CatalogueError):  # where it can't be written, the work is there all the same
                    self._note_place(candidate, work_id, same, stamp)
                return self._same(candidate, work_id, sha256)
        keeping = self.originals.begin(data, sha256)
        work, file_format = parse(candidate.name, data)
        return _Read(candidate, stamp, data, sha256, keeping, work, file_format, work_id, supplement)

    def _work_id(self, taken: Sequence[_Read | Result]) -> str:
        """The id of the work that these are files of, by the one that knows best; empty for none."""
        read = [one for one in taken if isinstance(one, _Read)]
        known = [one.id for one in taken if isinstance(one, Result) and one.outcome == "same"]
        known += [one.known_id for one in read if one.known_id]
        present = [self.identity.present_id(one.work.info.id) for one in read]
        stable = [work_id for work_id in (*known, *present) if is_stable(work_id)]
        if stable:
            return stable[0]
        noted = [work_id for one in read if (work_id := self.identity.known_source(one.sha256))]
        given = [one.supplement.id for one in read if one.supplement and one.supplement.id]
        outside = [self.identity.present_id(work_id) for work_id in given]
        if known:  # made up: a source's own takes its place, and brings along what it was known under
            return next(filter(is_stable, outside), known[0])
        return next(iter([*noted, *outside, *present]), "")

    def _put(self, one: _Read) -> Result:
        candidate, work = one.candidate, one.work
        info = work.info
        if self.identity.refused(info.id) and not candidate.named:
            detail = "It was removed; name the file itself to take it in again."
            return Result(candidate.location, "skipped", info.id, info.title, detail, sha256=one.sha256)
        if not self.identity.repair(info.id) and any(chapter.repaired for chapter in work.chapters):
            again = parse(candidate.name, one.data, repair=False)[0]
            work = called(again, info.id)
        files = self.catalogue.files(info.id)
        said = as_kept(one.supplement) or next((file.supplement for file in files if file.supplement), None)
        if one.keeping:
            one.keeping.finish()
        outcome = self.catalogue.put(
            supplemented(work, said),
            path=candidate.location,
            format=one.format,
            sha256=one.sha256,
            added=datetime.now(UTC),
            size=one.stamp.size,
            modified=one.stamp.modified,
            supplement=said,
        )
        used = next((file for file in files if file.in_use), None)
        if outcome.change is Change.SAME and candidate.supplement and used and used.sha256 != one.sha256:
            self._pass_on(used, said)
        title = candidate.supplement.apply(info).title if candidate.supplement else info.title
        return result_of(candidate.location, title, one.sha256, outcome)

    def _pass_on(self, used: KnownFile, said: str | None) -> None:
        """Tell what is newly known from beside one file of a work to the file whose text is in use."""
        if used.supplement != said:
            told, repair = replace(used, supplement=said), self.identity.repair(used.work_id)
            read_version(self.catalogue, self.originals, told, repair=repair, replace=False)

    def _same(self, candidate: Candidate, work_id: str, sha256: str) -> Result:
        entry = self.catalogue.entry(work_id)
        title = entry.info.title if entry else ""
        return Result(candidate.location, "same", work_id, title, sha256=sha256)

    def _note_place(
        self, candidate: Candidate, work_id: str, same: Sequence[KnownFile], stamp: Stamp
    ) -> None:
        """Note where a known file is, and that it was moved there when it is gone from a place we knew."""
        places = [file.path for file in same if file.path is not None]
        gone = next((place for place in places if not exists(place)), None)
        self.catalogue.record_file(
            work_id,
            path=candidate.location,
            format=same[0].format,
            sha256=same[0].sha256,
            size=stamp.size,
            modified=stamp.modified,
            instead_of=gone,
        )


def _is_unchanged(known: KnownFile, stamp: Stamp, supplement: Supplement | None) -> bool:
    same_file = (known.size, known.modified) == (stamp.size, stamp.modified)
    return same_file and known.supplement == as_kept(supplement)
