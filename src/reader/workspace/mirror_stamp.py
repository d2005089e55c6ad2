"""What tells whether the catalogue is in step with the state, and the place in the work read last."""

from __future__ import annotations

import json
from dataclasses import astuple
from typing import TYPE_CHECKING

from reader.work.locator import Locator

if TYPE_CHECKING:
    from collections.abc import Callable
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


def place_read_last(catalogue: Catalogue, state_of: Callable[[str], WorkState]) -> str:
    """The work read last and where its reader is, as the mirror keeps it; empty when none was begun."""
    work_id = catalogue.last_read_id()
    position = state_of(work_id).position if work_id else None
    return json.dumps([work_id, *astuple(position.locator)]) if position else ""


def mirrored_place(catalogue: Catalogue, state_file: Path, work_id: str) -> Locator | None:
    """The place that the mirror keeps, when it is in that work and the mirror is in step with the state."""
    kept = catalogue.mirrored_place
    if not kept or catalogue.mirror_stamp != stamp_of(state_file):
        return None
    of, *parts = json.loads(kept)
    return Locator(*parts) if of == work_id else None
