"""A data directory made, opened, read in and damaged, for the tests of the workspace."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.folders import find_folders
from reader.state.records import Position, WorkState
from reader.work.locator import make_locator
from reader.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.library.importing import Result


@contextmanager
def opened(data: Path) -> Iterator[Workspace]:
    workspace = Workspace(find_folders(data))
    try:
        yield workspace
    finally:
        workspace.close()


def added(workspace: Workspace, *paths: Path) -> list[Result]:
    return list(workspace.add(paths))


def begin(workspace: Workspace, work_id: str, *, at: datetime, progress: float = 0.25) -> None:
    locator = make_locator(workspace.catalogue.chapter(work_id, 1), 5)
    position = Position(locator, progress, at)

    def change(state: WorkState) -> WorkState:
        return replace(state, positions={**state.positions, workspace.store.device: position})

    workspace.store.change(work_id, change)
    workspace.save()


def moment(day: int) -> datetime:
    return datetime(2026, 11, day, 12, tzinfo=UTC)


def lose_catalogue(data: Path) -> None:
    for path in data.glob("library.db*"):
        path.unlink()
