"""The settings that are one work's own: how its page is to look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.workspace.mirror_stamp import mirrored_view

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.workspace.workspace import Workspace


def view_of(workspace: Workspace, work_id: str) -> Mapping[str, object]:
    """The settings of a work's own by name, as a hand may have left them; empty where it has none.

    For the work read last the state need not be read, as long as the catalogue is in step with it.
    """
    if not workspace.state_is_read:
        kept = mirrored_view(workspace.catalogue, workspace.folders.state, work_id)
        if kept is not None:
            return kept
    return workspace.store.work(work_id).settings_here
