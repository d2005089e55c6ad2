"""Adding files while the library stays usable: on a thread, one request after the other."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING

from textual.message import Message

from reader.library.entries import CatalogueError
from reader.state.errors import StateError
from reader.workspace import WorkspaceError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textual.widget import Widget

    from reader.library.importing import Result
    from reader.workspace import Workspace

_SAY_EVERY = 0.1
"""Seconds between two words about how far it is."""


class Adder:
    """Adds what it is asked to, and tells a widget. It changes: it remembers what is still to be done.

    A request is some paths, or None for all the folders that are known.
    """

    @dataclass
    class Progressed(Message):
        """So many files of so many are done; `title` is the work that was taken in last."""

        done: int
        total: int
        title: str

    @dataclass
    class Finished(Message):
        """A request is done with, as far as it went."""

        results: Sequence[Result]
        problem: str = ""
        """Why it ended early, in a line for people."""
        more_to_come: bool = False
        """Whether something else was asked for meanwhile."""

    def __init__(self, teller: Widget, workspace: Workspace) -> None:
        self._teller = teller
        self._workspace = workspace
        self._waiting: deque[Sequence[Path] | None] = deque()
        self._stopping = Event()
        self.busy = False
        """Whether something is being added."""

    def ask(self, paths: Sequence[Path] | None) -> None:
        """Begin now, or when what was asked before is done."""
        self._waiting.append(paths)
        if not self.busy:
            self._begin()

    def stop(self) -> None:
        """End what is under way after the file it is at, and forget what was to follow."""
        self._waiting.clear()
        self._stopping.set()

    def _begin(self) -> None:
        self.busy = True
        self._stopping.clear()
        paths = self._waiting.popleft()
        self._teller.run_worker(self._carry_out(paths), group="adding")

    async def _carry_out(self, paths: Sequence[Path] | None) -> None:
        results: list[Result] = []
        problem = await asyncio.to_thread(self._add, paths, results)
        more_to_come = bool(self._waiting)
        self._teller.post_message(self.Finished(results, problem, more_to_come))
        self.busy = False
        if more_to_come:
            self._begin()

    def _add(self, paths: Sequence[Path] | None, results: list[Result]) -> str:
        """What the thread does: fill in the results; the answer is what went wrong, if anything."""
        said_at, title = 0.0, ""

        def progress(done: int, total: int) -> None:
            nonlocal said_at
            if monotonic() - said_at >= _SAY_EVERY or done == total:
                said_at = monotonic()
                self._teller.post_message(self.Progressed(done, total, title))

        workspace, stopped = self._workspace, self._stopping.is_set
        try:
            given = (
                workspace.update(progress, stopped)
                if paths is None
                else workspace.add(paths, progress, stopped)
            )
            for result in given:
                results.append(result)
                title = result.title or title
        except (WorkspaceError, CatalogueError, StateError) as error:
            return str(error)
        return ""


def summary_of(results: Sequence[Result]) -> str:
    """What came of a request, in one line: "12 added · 3 updated · 2 failed"."""
    words = {
        "added": "added",
        "updated": "updated",
        "same": "already here",
        "skipped": "skipped",
        "failed": "failed",
    }
    counts = {outcome: sum(result.outcome == outcome for result in results) for outcome in words}
    parts = [f"{counts[outcome]:,} {word}" for outcome, word in words.items() if counts[outcome]]
    return " · ".join(parts) or "Nothing to add"


def failures_of(results: Sequence[Result]) -> list[tuple[str, str]]:
    """The path and the reason of each file that failed, or that was left out and should not be silently."""
    return [(result.path, result.detail) for result in results if result.outcome in {"failed", "skipped"}]
