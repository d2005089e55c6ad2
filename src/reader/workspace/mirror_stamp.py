"""What tells whether the catalogue is in step with the state, and what it keeps of the work read last."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from reader.work.locator import Locator

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from reader.library.catalogue import Catalogue
    from reader.state.records import WorkState

NO_STATE = "none"
"""The stamp of a state file that isn't there."""


def stamp_of(path: Path) -> str:
    """What tells without reading it whether a file is another one: size, time, inode."""
    try:
        status = path.stat()
    except OSError:
        return NO_STATE
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ino}"


def read_last(catalogue: Catalogue, state_of: Callable[[str], WorkState]) -> str:
    """The work read last, where its reader is and how it looks, as the mirror keeps it.

    Empty when none was begun.
    """
    work_id = catalogue.last_read_id()
    state = state_of(work_id) if work_id else None
    if state is None or state.position is None:
        return ""
    view = {key: value for key, value in state.settings_here.items() if isinstance(value, str | int)}
    return json.dumps({"work": work_id, "place": state.position.locator, "view": view})


def mirrored_place(catalogue: Catalogue, state_file: Path, work_id: str) -> Locator | None:
    """The place that the mirror keeps, when it is in that work and the mirror is in step with the state."""
    kept = _kept(catalogue, state_file, work_id)
    return Locator(*kept["place"]) if kept else None


def mirrored_view(catalogue: Catalogue, state_file: Path, work_id: str) -> Mapping[str, object] | None:
    """The settings of that work's own, likewise."""
    kept = _kept(catalogue, state_file, work_id)
    return kept["view"] if kept else None


def _kept(catalogue: Catalogue, state_file: Path, work_id: str) -> Any:  # from JSON
    text = catalogue.mirror.place
    if not text or catalogue.mirror.stamp != stamp_of(state_file):
        return None
    kept = json.loads(text)
    is_of_work = isinstance(kept, dict) and kept["work"] == work_id  # another version may have kept a list
    return kept if is_of_work else None
