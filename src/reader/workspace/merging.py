"""Other machines' state files, merged into this one's: one that is named, and the copies left beside ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.state.conflict_copies import set_aside
from reader.state.errors import StateError
from reader.state.records import State
from reader.state.sections import FORMAT, NotStateError, take_apart
from reader.work.counts import counted
from reader.workspace.errors import WorkspaceError

if TYPE_CHECKING:
    from pathlib import Path

    from reader.workspace.watched_store import WatchedStore


def read_state(path: Path) -> State:
    """The state in a file. Raises WorkspaceError when it can't be read, or is of a format we don't know."""
    try:
        sections = take_apart(path.read_bytes().decode("utf-8-sig"))
        works = {work_id: sections.record(work_id) for work_id in sections.works}
    except OSError as error:
        raise WorkspaceError(f"{path} can't be read: {error.strerror}") from error
    except (UnicodeDecodeError, NotStateError) as error:
        raise WorkspaceError(f"{path} is not a state file: {error}") from error
    version = sections.top.get("format")
    if version != FORMAT:
        said = "no state file" if version is None else f"of format {version}, which another Reader writes"
        raise WorkspaceError(f"{path} is {said}")
    return State(works, sections.top)


def merge_copies(store: WatchedStore, copies: list[Path]) -> bool:
    """Merge these into the state, save it, and put each aside once it is saved; what was done is remarked.

    One that can't be merged stays, and that is remarked once for as long as it is the same. Whether any of
    them was new.
    """
    any_new = False
    for copy in copies:
        if store.refusal or not store.is_new(copy):
            continue
        any_new = True
        try:
            changed = store.take_in(read_state(copy))
            store.save()
            aside = set_aside(copy)
        except (WorkspaceError, StateError) as error:
            store.remarks.append(f"A copy of your state was found and not merged: {error}")
        except OSError as error:
            store.remarks.append(f"{copy} was merged, but can't be renamed: {error.strerror}")
        else:
            works = f"{counted(changed, 'work')} changed by it"
            if aside is not None:
                store.remarks.append(f"{copy.name} was merged into your state ({works}); now {aside.name}")
    return any_new
