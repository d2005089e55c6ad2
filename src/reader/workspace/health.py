"""What is wrong with a data directory, and what of it can be put right."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.library.catalogue import CatalogueError
from reader.library.entries import DamagedError
from reader.library.files.access import exists
from reader.library.missing import note_missing
from reader.library.schema import set_aside
from reader.workspace.catching_up import mirror_state
from reader.workspace.errors import WorkspaceError
from reader.workspace.rebuilding import rebuild_catalogue
from reader.workspace.sample import SAMPLE_ID
from reader.workspace.verdicts import is_removed

if TYPE_CHECKING:
    from reader.state.records import WorkState
    from reader.workspace.workspace import Workspace


def catalogue_damage(workspace: Workspace) -> str | None:
    """What is damaged in the catalogue, None while it is sound. Raises CatalogueError where there is none."""
    try:
        workspace.catalogue.check()
        workspace.catalogue.entries()
    except DamagedError as error:
        return str(error)
    return None


def make_catalogue_anew(workspace: Workspace) -> None:
    """Set the catalogue aside, and make one from the originals and the state.

    Raises WorkspaceError and CatalogueError; the damaged one is still there then.
    """
    workspace.close()
    try:
        set_aside(workspace.folders.catalogue)
    except OSError as error:
        raise WorkspaceError(f"the catalogue can't be set aside: {error.strerror}") from error
    workspace.catalogue  # noqa: B018  # opens it


@dataclass(frozen=True, slots=True)
class Orphan:
    """A work that the reader made something of, and that is not in the library."""

    id: str
    title: str
    marks: int
    can_be_put_back: bool
    """Whether there is a copy or the file of it."""


def orphans(workspace: Workspace) -> list[Orphan]:
    """Those that were not removed by the reader, by title."""
    there = {entry.info.id for entry in workspace.catalogue.entries()}
    states = (workspace.store.work(work_id) for work_id in workspace.store.ids() if work_id not in there)
    found = [
        Orphan(state.id, state.title, len(state.marks), _has_text(workspace, state))
        for state in states
        if state.known and state.id != SAMPLE_ID and not is_removed(state)
    ]
    return sorted(found, key=lambda orphan: (orphan.title, orphan.id))


def _has_text(workspace: Workspace, state: WorkState) -> bool:
    return any(
        workspace.originals.size(source.sha256) is not None or (source.path and exists(source.path))
        for source in state.sources
    )


def put_orphans_back(workspace: Workspace) -> None:
    """Put in again what the state knows, and a copy or the file is there of. Raises CatalogueError."""
    rebuild_catalogue(workspace.catalogue, workspace.originals, workspace.store, workspace.on_rebuild)
    mirror_state(workspace, workspace.catalogue)


def superseded_size(workspace: Workspace) -> int:
    """Bytes that the copies take of versions that another took the place of; see `Workspace.let_go`."""
    files = workspace.catalogue.files()
    needed = {file.sha256 for file in files if file.in_use or file.path is not None}
    superseded = {file.sha256 for file in files} - needed
    return sum(workspace.originals.size(sha256) or 0 for sha256 in superseded)


def gone_files(workspace: Workspace) -> list[str]:
    """A line for each work whose file is no longer where it was; its text is still there to be read."""
    with suppress(CatalogueError):  # it can only be read
        note_missing(workspace.catalogue)
    return [
        f"{entry.info.title}: {entry.shown_path} is gone"
        for entry in workspace.catalogue.entries()
        if entry.missing
    ]
