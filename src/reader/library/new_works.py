"""What was read of new files, put into the catalogue under the right works: the second half of adding."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from reader.library.file_parsing import called, parse, supplemented
from reader.library.identity import is_stable
from reader.library.outcomes import Change
from reader.library.reading_again import read_version
from reader.library.results import Result, failure, result_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reader.library.catalogue import Catalogue
    from reader.library.file_parsing import Parsed
    from reader.library.file_rows import KnownFile
    from reader.library.files.candidates import Candidate
    from reader.library.files.twins import Twins
    from reader.library.new_files import Group, NewFile, NewFiles
    from reader.library.originals import Originals


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


@dataclass(frozen=True, slots=True)
class _New:
    """A new file and what is in it."""

    file: NewFile
    parsed: Parsed


_Taken = _New | Result


@dataclass(frozen=True, slots=True)
class NewWorks:
    """Puts what was read into the catalogue."""

    catalogue: Catalogue
    originals: Originals
    identity: Identity
    files: NewFiles
    twins: Twins

    def put(self, groups: Sequence[Group]) -> list[Result]:
        """Put in what is in groups of files, in one transaction; one by one where anything is in the way.

        Waits until they are parsed, and holds no lock meanwhile.
        """
        parsed = [(group, [self._parsed(one) for one in group.taken]) for group in groups]
        if len(groups) > 1:
            try:
                with self.catalogue.batch():
                    return [result for group, taken in parsed for result in self._results(group, taken)]
            except Exception:  # noqa: BLE001, S110 -- each is tried again by itself, and says what is wrong with it
                pass
        return [result for group, taken in parsed for result in self._results(group, taken, alone=True)]

    def _parsed(self, one: NewFile | Result) -> _Taken:
        if isinstance(one, Result):
            return one
        return self._attempt(one.candidate, lambda: _New(one, one.parsing.result()))

    def _attempt(self, candidate: Candidate, step: Callable[[], _Taken]) -> _Taken:
        """What a step gives, or the result that says why it failed."""
        try:
            return step()
        except Exception as error:  # noqa: BLE001 -- a fault of ours in one file must not end a batch of thousands
            return failure(candidate.location, error, self.twins.of(candidate))

    def _results(self, group: Group, taken: Sequence[_Taken], *, alone: bool = False) -> Iterator[Result]:
        """What became of each file of a group; `alone`: where one fails, that is its result."""
        taken = [one if isinstance(one, Result) else self.files.again(one.file) or one for one in taken]
        shared = self._work_id(taken) if group.of_one else ""
        for one in taken:
            if isinstance(one, Result):
                yield one
                continue
            put = partial(self._put, one, shared or self._work_id([one]))
            result = self._attempt(one.file.candidate, put) if alone else put()
            if isinstance(result, Result):
                yield result

    def _work_id(self, taken: Sequence[_Taken]) -> str:
        """The id of the work that these are files of, by the one that knows best; empty for none."""
        new = [one for one in taken if isinstance(one, _New)]
        known = [one.id for one in taken if isinstance(one, Result) and one.outcome == "same"]
        known += [one.file.known_id for one in new if one.file.known_id]
        present = [self.identity.present_id(one.parsed.work.info.id) for one in new]
        stable = [work_id for work_id in (*known, *present) if is_stable(work_id)]
        if stable:
            return stable[0]
        noted = [work_id for one in new if (work_id := self.identity.known_source(one.file.sha256))]
        given = [said.id for one in new if (said := one.file.supplement) and said.id]
        outside = [self.identity.present_id(work_id) for work_id in given]
        if known:  # made up: a source's own takes its place, and brings along what it was known under
            return next(filter(is_stable, outside), known[0])
        return next(iter([*noted, *outside, *present]), "")

    def _put(self, one: _New, work_id: str) -> Result:
        file, candidate = one.file, one.file.candidate
        work = called(one.parsed.work, work_id)
        info = work.info
        if self.identity.refused(info.id) and not candidate.named:
            detail = "It was removed; name the file itself to take it in again."
            return Result(candidate.location, "skipped", info.id, info.title, detail, sha256=file.sha256)
        if work.repaired and not self.identity.repair(info.id):
            work = called(parse(candidate.name, file.data, repair=False).work, info.id)
        known = self.catalogue.files(info.id)
        said = file.said or next((other.supplement for other in known if other.supplement), None)
        if file.keeping:
            file.keeping.finish()
        outcome = self.catalogue.put(
            supplemented(work, said),
            path=candidate.location,
            format=one.parsed.format,
            sha256=file.sha256,
            added=datetime.now(UTC),
            size=file.stamp.size,
            modified=file.stamp.modified,
            supplement=said,
        )
        used = next((other for other in known if other.in_use), None)
        if outcome.change is Change.SAME and candidate.supplement and used and used.sha256 != file.sha256:
            self._pass_on(used, said)
        title = candidate.supplement.apply(info).title if candidate.supplement else info.title
        return result_of(candidate.location, title, file.sha256, outcome)

    def _pass_on(self, used: KnownFile, said: str | None) -> None:
        """Tell what is newly known from beside one file of a work to the file whose text is in use."""
        if used.supplement != said:
            told, repair = replace(used, supplement=said), self.identity.repair(used.work_id)
            read_version(self.catalogue, self.originals, told, repair=repair, replace=False)
