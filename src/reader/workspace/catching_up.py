"""Bringing catalogue and state into step with each other and what other machines left, now and then."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from reader.library.entries import CatalogueError
from reader.state.conflict_copies import copies_beside
from reader.workspace.mirror_stamp import NO_STATE, stamp_of
from reader.workspace.sample import SAMPLE_ID, put_sample

if TYPE_CHECKING:
    from reader.library.catalogue import Catalogue
    from reader.state.files import Stamp
    from reader.workspace.workspace import Workspace


def bring_into_step(workspace: Workspace, catalogue: Catalogue, *, sample: bool) -> None:
    """Make a new catalogue whole, mirror the state where it is another, and see to the sample if asked to.

    The state is not read where nothing changed. Raises CatalogueError.
    """
    stamp = catalogue.mirror.stamp
    if stamp is None:  # never finished: it is new, or the rebuild was interrupted
        from reader.workspace.rebuilding import rebuild_catalogue

        rebuild_catalogue(catalogue, workspace.originals, workspace.store, workspace.on_rebuild)
    in_step = stamp == stamp_of(workspace.folders.state)
    if not in_step:
        mirror_state(workspace, catalogue)
    if not sample:
        return
    count = catalogue.count()
    if count == 0 or (count == 1 and (not in_step or catalogue.entry(SAMPLE_ID))):
        put_sample(catalogue, workspace.store.work(SAMPLE_ID))


def merge_what_is_beside(workspace: Workspace) -> bool:
    """Merge what other machines left beside the state file; whether there was anything new."""
    copies = copies_beside(workspace.folders.state, workspace.folders.data)
    if not copies:
        return False
    from reader.workspace.merging import merge_copies  # seldom needed

    return merge_copies(workspace.store, copies)


def catch_up(workspace: Workspace) -> bool:
    """Take in what another window, machine or hand made of the state meanwhile; whether anything changed.

    May run on any thread. The catalogue follows if it can, else at the next start.
    """
    from reader.workspace.mirroring import mirror_changed

    store = workspace.store
    before = _as_mirrored(store.stamp)
    merged = merge_what_is_beside(workspace)
    if not store.refresh() and not merged:
        return False
    changed = store.take_changed()
    with suppress(CatalogueError), workspace.own_catalogue() as catalogue:
        mirror_changed(catalogue, changed, store.work, workspace.folders.state, before)
    return True


def _as_mirrored(stamp: Stamp | None) -> str:
    """The stamp of a state file as `stamp_of` has it."""
    if stamp is None:
        return NO_STATE
    _, inode, size, modified, _ = stamp
    return f"{size} {modified} {inode}"


def mirror_state(workspace: Workspace, catalogue: Catalogue) -> None:
    """Have the catalogue say of each work what the state does, and give it the text its reader chose."""
    from reader.workspace.mirroring import mirror_all  # going on with a work must not wait for these
    from reader.workspace.versions import follow_choices

    mirror_all(catalogue, workspace.store, workspace.folders.state)
    follow_choices(catalogue, workspace.originals, workspace.store)
