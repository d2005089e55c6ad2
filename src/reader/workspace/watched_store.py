"""The state of a data directory, and which works in it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.state.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.state.records import WorkState


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
