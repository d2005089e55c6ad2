"""What the catalogue is told of the state, so that lists sort and filter without reading it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.state.store import Store
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


def mirror(catalogue: Catalogue, entries: Iterable[Entry], state_of: Callable[[str], WorkState]) -> None:
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


class WatchedStore(Store):
    """A store that also remembers which works changed since somebody asked."""

    def __init__(self, folder: Path, *, device: str) -> None:
        super().__init__(folder, device=device)
        self._untold: set[str] = set()

    def change(self, id: str, fn: Callable[[WorkState], WorkState]) -> WorkState:  # noqa: A002  # as in Store
        """Change one work's state in memory."""
        changed = super().change(id, fn)
        self._untold.add(changed.id)
        return changed

    def take_changed(self) -> set[str]:
        """The works changed since this was last asked."""
        untold, self._untold = self._untold, set()
        return untold
