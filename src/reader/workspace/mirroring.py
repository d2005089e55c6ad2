"""What the catalogue is told of the state, so that lists sort and filter without reading it."""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING

from reader.work.locator import Locator
from reader.workspace.verdicts import status_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime
    from pathlib import Path

    from reader.library.catalogue import Catalogue
    from reader.library.entries import Entry
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


@dataclass(frozen=True, slots=True)
class Facts:
    """What lists show of the state of one work."""

    status: str
    progress: float | None
    last_read: datetime | None
    own_tags: tuple[str, ...]


def facts_of(state: WorkState, *, complete: bool | None) -> Facts:
    """The facts of a work; `complete` is whether its author has finished it, None where nobody says."""
    position = state.position
    status = status_of(state, complete=complete)
    if position is None:
        return Facts(status, None, None, state.own_tags)
    return Facts(status, position.progress, position.at, state.own_tags)


def mirror_all(catalogue: Catalogue, state_of: Callable[[str], WorkState], file: Path) -> None:
    """Bring the whole catalogue into step with the state, which is in `file`."""
    stamp = stamp_of(file)
    _mirror(catalogue, catalogue.entries(), state_of)
    catalogue.set_mirror_stamp(stamp, _place_read_last(catalogue, state_of))


def mirror_changed(
    catalogue: Catalogue,
    changed: Iterable[str],
    state_of: Callable[[str], WorkState],
    file: Path,
    before: str,
) -> None:
    """Mirror some works, whose state was saved in `file`.

    If the catalogue was in step with the file as it was before, it then is with the new one.
    """
    _mirror(catalogue, [entry for work_id in changed if (entry := catalogue.entry(work_id))], state_of)
    if catalogue.mirror_stamp == before:
        catalogue.set_mirror_stamp(stamp_of(file), _place_read_last(catalogue, state_of))


def _mirror(catalogue: Catalogue, entries: Iterable[Entry], state_of: Callable[[str], WorkState]) -> None:
    """Write into the catalogue what the state says of these works, where that is something new."""
    for entry in entries:
        facts = facts_of(state_of(entry.info.id), complete=entry.info.complete)
        if facts != Facts(entry.status, entry.progress, entry.last_read, entry.own_tags):
            catalogue.mirror(
                entry.info.id,
                status=facts.status,
                progress=facts.progress,
                last_read=facts.last_read,
                own_tags=facts.own_tags,
            )


def _place_read_last(catalogue: Catalogue, state_of: Callable[[str], WorkState]) -> str:
    """The work read last and where its reader is, as the mirror keeps it; empty when none was begun."""
    work_id = catalogue.last_read_id()
    position = state_of(work_id).position if work_id else None
    return json.dumps([work_id, *astuple(position.locator)], ensure_ascii=False) if position else ""


def mirrored_place(kept: str, work_id: str) -> Locator | None:
    """The place that the mirror keeps, when it is in that work; `kept` is `Catalogue.mirrored_place`."""
    if not kept:
        return None
    of, *parts = json.loads(kept)
    return Locator(*parts) if of == work_id else None
