"""The versions of a work: what its files hold, which of them gives the text, and letting one go."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.library.identity import best_of
from reader.library.outcomes import Change, Outcome
from reader.library.reading_again import read_version
from reader.state.records import Stamped, in_milliseconds
from reader.workspace.consequences import follow_text
from reader.workspace.errors import WorkspaceError
from reader.workspace.mirroring import mirror_works
from reader.workspace.verdicts import chosen_source, wants_repair

if TYPE_CHECKING:
    from datetime import date

    from reader.library.catalogue import Catalogue
    from reader.library.file_rows import KnownFile
    from reader.library.originals import Originals
    from reader.state.store import Store


@dataclass(frozen=True, slots=True)
class VersionInfo:
    """A file that a work came in, at a place of its own or only kept."""

    path: str | None
    """As `os.fsdecode` gives it; None where another file has its place now, or it never had one."""
    format: str
    sha256: str
    updated: date | None
    """When the text in it was last updated, as far as it says."""
    chapters: int
    words: int
    in_use: bool
    chosen: bool
    """Whether the reader asked for it."""
    missing: bool
    """Whether it was gone from its place when it was last looked for."""
    kept: int | None
    """Bytes that its copy among the originals takes, None where there is none."""
    added: datetime

    @property
    def superseded(self) -> bool:
        """Whether it is not in use and at no place any more, so that it can be let go."""
        return not self.in_use and (self.path is None or self.missing)


def versions_of(catalogue: Catalogue, originals: Originals, work_id: str) -> tuple[VersionInfo, ...]:
    """The versions of a work, the one in use first, then the newest."""
    entry = catalogue.entry(work_id)
    chosen = entry.chosen if entry else None
    found = [_version(file, originals, chosen) for file in catalogue.files(work_id)]
    return tuple(
        sorted(found, key=lambda v: (v.in_use, v.updated is not None, v.updated, v.added), reverse=True)
    )


def _version(file: KnownFile, originals: Originals, chosen: str | None) -> VersionInfo:
    return VersionInfo(
        os.fsdecode(file.path) if file.path is not None else None,
        file.format,
        file.sha256,
        file.updated,
        file.chapters,
        file.words,
        file.in_use,
        file.sha256 == chosen,
        file.missing,
        originals.size(file.sha256),
        file.added,
    )


def choose(
    catalogue: Catalogue, originals: Originals, store: Store, work_id: str, sha256: str | None
) -> None:
    """Have a version's text read from now on, for None the best there is. Raises WorkspaceError.

    The state is changed in memory only.
    """
    files = catalogue.files(work_id)
    if sha256 is not None and all(file.sha256 != sha256 for file in files):
        raise WorkspaceError("there is no such version of this work")
    outcome = _use(catalogue, originals, store, work_id, sha256 or best_of(files).sha256)
    if outcome is None:
        raise WorkspaceError("neither the file of this version nor a copy of it is there any more")
    now = in_milliseconds(datetime.now(UTC))
    store.change(work_id, lambda state: replace(state, source=Stamped(sha256 or "", now)))
    follow_text(catalogue, store, outcome._replace(new=()), now)  # nothing is news in what one chooses


def follow_choices(catalogue: Catalogue, originals: Originals, store: Store) -> None:
    """Give each work the text its reader chose, on another machine or before the catalogue was made anew."""
    for work_id, wanted in catalogue.mirror.not_chosen.items():
        _use(catalogue, originals, store, work_id, wanted)
        mirror_works(catalogue, [work_id], store.work)


def _use(
    catalogue: Catalogue, originals: Originals, store: Store, work_id: str, sha256: str
) -> Outcome | None:
    """Put the text of a version in use, and what that did; None where it can't be had."""
    files = [file for file in catalogue.files(work_id) if file.sha256 == sha256]
    if any(file.in_use for file in files):
        return Outcome(Change.SAME, work_id)
    repair = wants_repair(store.work(work_id))
    tried = (read_version(catalogue, originals, file, repair=repair) for file in files)
    return next(filter(None, tried), None)


def let_go(catalogue: Catalogue, originals: Originals, store: Store, work_id: str, sha256: str) -> None:
    """Let a superseded version go for good, its copy with it. Raises WorkspaceError.

    The state is changed in memory only.
    """
    versions = [v for v in versions_of(catalogue, originals, work_id) if v.sha256 == sha256]
    if not versions:
        raise WorkspaceError("there is no such version of this work")
    for version in versions:
        if version.in_use:
            raise WorkspaceError("this version is the one you read; choose another first")
        if not version.superseded:
            raise WorkspaceError(f"its file is still there: {version.path}")
    if chosen_source(store.work(work_id)) == sha256:
        raise WorkspaceError("this version is the one you chose; choose another first")
    store.change(
        work_id,
        lambda state: replace(state, sources=tuple(s for s in state.sources if s.sha256 != sha256)),
    )
    catalogue.forget_file(work_id, sha256)
    if catalogue.by_sha256(sha256) is None:
        originals.discard(sha256)
