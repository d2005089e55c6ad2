"""Which files of those that are to be added are new, and what is in them: the first half of adding a file."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.library.entries import CatalogueError
from reader.library.file_parsing import as_kept, supplement_from
from reader.library.files.access import UnavailableError, exists
from reader.library.files.candidates import Candidate
from reader.library.results import Result, failure

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Future

    from reader.library.catalogue import Catalogue
    from reader.library.file_parsing import Parsed
    from reader.library.file_parsing_pool import ParsingPool
    from reader.library.file_rows import KnownFile
    from reader.library.files.access import FileAccess, Stamp
    from reader.library.files.twins import Twins
    from reader.library.originals import Keeping, Originals
    from reader.library.supplement import Supplement


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that was read and is not in the catalogue as it is."""

    candidate: Candidate
    stamp: Stamp
    data: bytes
    sha256: str
    keeping: Keeping | None
    """Where it is to be kept and is not yet."""
    parsing: Future[Parsed]
    known_id: str | None
    """The id of the work whose file it is already, where only what is known from beside it is new."""
    supplement: Supplement | None

    @property
    def said(self) -> str | None:
        """What is known from beside it, as the catalogue keeps it."""
        return as_kept(self.supplement)


@dataclass(frozen=True, slots=True)
class Group:
    """Files that are said to be of one work, or one file; of an anthology each work."""

    files: int
    """How many of the files that are to be added these are."""
    taken: Sequence[NewFile | Result]
    of_one: bool
    """Whether it is one work, whatever the files say."""

    @property
    def new(self) -> list[NewFile]:
        """Those that are new."""
        return [one for one in self.taken if isinstance(one, NewFile)]

    @property
    def size(self) -> int:
        """Bytes that are held until it is put in."""
        return sum(len(one.data) for one in self.new)

    @property
    def is_ready(self) -> bool:
        """Whether all is parsed, or could not be."""
        return all(one.parsing.done() for one in self.new)

    def drop(self) -> None:
        """Let go of what was not put in."""
        for one in self.new:
            one.parsing.cancel()
            if one.keeping:
                one.keeping.drop()


@dataclass(frozen=True, slots=True)
class NewFiles:
    """Reads files as far as they are new, and has them parsed."""

    catalogue: Catalogue
    originals: Originals
    access: FileAccess
    parsers: ParsingPool
    twins: Twins

    def begin(self, candidates: list[Candidate]) -> Group:
        """Files of one work, on their way."""
        parts = [part for candidate in candidates for part in self._parts(candidate)]
        return Group(
            len(candidates),
            [self._attempt(part) for part in parts],
            of_one=len(parts) == len(candidates) > 1,
        )

    def again(self, file: NewFile) -> Result | None:
        """What is to be told of a file if it came in under another name since it was read; else None."""
        known = self._known(file.candidate, file.stamp, file.sha256, file.supplement)
        return known if isinstance(known, Result) else None

    def _parts(self, candidate: Candidate) -> list[Candidate]:
        """The works of an anthology; of any other file itself."""
        if candidate.problem or candidate.member:
            return [candidate]
        try:
            parts = () if self.catalogue.file_at(candidate.location) else self.access.parts(candidate)
        except (UnavailableError, CatalogueError):
            return [candidate]  # reading it says why
        return [Candidate(candidate.path, part, named=candidate.named) for part in parts] or [candidate]

    def _attempt(self, candidate: Candidate) -> NewFile | Result:
        try:
            return self._read(candidate)
        except Exception as error:  # noqa: BLE001 -- a fault of ours in one file must not end a batch of thousands
            return failure(candidate.location, error, self.twins.of(candidate))

    def _read(self, candidate: Candidate) -> NewFile | Result:
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
        found = self._known(candidate, stamp, sha256, supplement)
        if isinstance(found, Result):
            return found
        self.parsers.prepare(candidate.name, data)
        keeping = self.originals.begin(data, sha256)
        try:
            parsing = self.parsers.submit(candidate.name, data)
        except BaseException:  # it is interrupted
            if keeping:
                keeping.drop()
            raise
        return NewFile(candidate, stamp, data, sha256, keeping, parsing, found, supplement)

    def _known(
        self, candidate: Candidate, stamp: Stamp, sha256: str, supplement: Supplement | None
    ) -> Result | str | None:
        """What is to be told of a known file, its work's id where but what is beside it is new, or None."""
        work_id = self.catalogue.by_sha256(sha256)
        if work_id is None:
            return None
        same = [file for file in self.catalogue.files(work_id) if file.sha256 == sha256]
        if candidate.supplement is not None and as_kept(supplement) not in {f.supplement for f in same}:
            return work_id
        with suppress(CatalogueError):  # where it can't be written, the work is there all the same
            self._note_place(candidate, work_id, same, stamp)
        return self._same(candidate, work_id, sha256)

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
