"""Taking works out of the library; what the reader made of them stays in the state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.workspace.decisions import decide_removal
from reader.workspace.sample import SAMPLE_ID, put_sample

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.work.model import WorkInfo
    from reader.workspace.workspace import Workspace


def remove_works(workspace: Workspace, works: Sequence[WorkInfo]) -> None:
    """Take works out, with one save for all of them."""
    for info in works:
        decide_removal(workspace.store, info.id, info.title)
    workspace.save()
    for info in works:
        workspace.catalogue.remove(info.id)
    put_sample(workspace.catalogue, workspace.store.work(SAMPLE_ID))
