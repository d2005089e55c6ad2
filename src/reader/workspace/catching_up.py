"""Bringing the catalogue into step with the state and the files kept, when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.workspace.mirror_stamp import stamp_of
from reader.workspace.sample import SAMPLE_ID, put_sample

if TYPE_CHECKING:
    from reader.library.catalogue import Catalogue
    from reader.workspace.workspace import Workspace


def bring_into_step(workspace: Workspace, catalogue: Catalogue, *, sample: bool) -> None:
    """Make a new catalogue whole, mirror the state where it is another, and see to the sample if asked to.

    The state is not read where nothing changed. Raises CatalogueError.
    """
    stamp = catalogue.mirror_stamp
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


def mirror_state(workspace: Workspace, catalogue: Catalogue) -> None:
    """Have the catalogue say of each work what the state does, and give it the text its reader chose."""
    from reader.workspace.mirroring import mirror_all  # going on with a work must not wait for these
    from reader.workspace.versions import follow_choices

    mirror_all(catalogue, workspace.store.work, workspace.folders.state)
    follow_choices(catalogue, workspace.originals, workspace.store)
