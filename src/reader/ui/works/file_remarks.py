"""What is to be said of a work beside its details: of its files, and the reader's own note."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from reader.library.entries import CatalogueError
from reader.workspace import SAMPLE_ID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.entries import Entry
    from reader.workspace import Workspace
    from reader.workspace.versions import VersionInfo


def remarks_on(entry: Entry, workspace: Workspace) -> tuple[str, str]:
    """What is to be said of its files, and the note; that is there once the state was read."""
    if not workspace.state_is_read:
        return remark_on(entry, workspace), ""
    from reader.workspace.own_facts import note_of

    return remark_on(entry, workspace), note_of(workspace.store.work(entry.info.id))


def remark_on(entry: Entry, workspace: Workspace) -> str:
    """That its file is gone, or has less than the text kept; empty where all is as it was.

    The files are asked for only where the text is at no place any more, which is so of few works.
    """
    if entry.missing:
        return "its file is gone; the text is kept"
    if entry.path is not None or entry.info.id == SAMPLE_ID:
        return ""
    from reader.ui.keys.sentences import told  # needed of those alone

    with suppress(CatalogueError):  # it can't be asked at the moment
        return told(_of_less_text(workspace.versions(entry.info.id)), workspace.settings)
    return ""


def _of_less_text(versions: Sequence[VersionInfo]) -> str:
    from reader.library.outcomes import chapters  # needed of few works

    there = [version for version in versions if version.path is not None and not version.in_use]
    kept = next((version for version in versions if version.in_use), None)
    if kept is None or not there:
        return ""
    fewer = kept.chapters - max(version.chapters for version in there)
    if fewer > 0:
        lost = chapters(fewer)
        return f"its file has {lost} fewer now; the longer text is kept ({{show-versions}} shows both)"
    if kept.words > max(version.words for version in there):
        return "its file has less text now; the longer one is kept ({show-versions} shows both)"
    return ""
