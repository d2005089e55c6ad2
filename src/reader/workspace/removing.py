"""Taking works out of the library, and back; what the reader made of them stays in the state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.workspace.decisions import decide_removal, decide_return
from reader.workspace.mirroring import mirror_works
from reader.workspace.sample import SAMPLE_ID, put_sample

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.work.model import WorkInfo
    from reader.workspace.workspace import Workspace


def remove_works(workspace: Workspace, works: Sequence[WorkInfo]) -> None:
    """Take works out, with one save for all of them."""
    ids = [info.id for info in works]
    workspace.catalogue.laid_by.lay(ids)
    for info in works:
        decide_removal(workspace.store, info.id, info.title)
    workspace.save()
    workspace.catalogue.remove(*ids)
    put_sample(workspace.catalogue, workspace.store.work(SAMPLE_ID))


def bring_back(workspace: Workspace, works: Sequence[WorkInfo]) -> None:
    """Put works back that were taken out since the workspace was opened, as they were, their files or not."""
    ids = [info.id for info in works]
    for work_id in ids:
        decide_return(workspace.store, work_id)
    workspace.save()
    workspace.catalogue.laid_by.put_back(ids)
    mirror_works(workspace.catalogue, ids, workspace.store.work)
    put_sample(workspace.catalogue, workspace.store.work(SAMPLE_ID))
