"""Adding files while the library stays usable: one request after the other, parsed in other processes."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass
from functools import partial
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


@dataclass
class _Request:
    """Some paths, or None for all the folders that are known."""

    paths: Sequence[Path] | None
    quiet: bool
    """Whether nobody asked for it: nothing is said while it goes on, and it waits for all else."""


class Adder:
    """Adds what it is asked to, and tells a widget. It changes: it remembers what is still to be done."""

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
        quiet: bool = False
        """Whether nobody asked for it."""

    def __init__(self, teller: Widget, workspace: Workspace) -> None:
        self._teller = teller
        self._workspace = workspace
        self._waiting: deque[_Request] = deque()
        self._under_way: _Request | None = None
        self._stopping = Event()
        self._going = Event()
        self._going.set()

    @property
    def busy(self) -> bool:
        """Whether something that was asked for is being added."""
        return self._under_way is not None and not self._under_way.quiet

    def ask(self, paths: Sequence[Path] | None) -> None:
        """Begin now, or when what was asked before is done; a quiet look makes way, and is taken up again."""
        under_way = self._under_way
        if under_way is not None and under_way.quiet:
            if paths is None:
                under_way.quiet = False
                return
            self._stopping.set()
            self._waiting.append(_Request(None, quiet=True))
            self._waiting.appendleft(_Request(paths, quiet=False))
            return
        self._waiting.append(_Request(paths, quiet=False))
        self._begin()

    def look_quietly(self) -> None:
        """Look at the known folders, saying only at the end what came of it."""
        self._waiting.append(_Request(None, quiet=True))
        self._begin()

    def rest(self) -> None:
        """Have a quiet look wait: what its thread does slows everything else."""
        self._going.clear()

    def go_on(self) -> None:
        """Let it go on."""
        self._going.set()

    def stop(self) -> None:
        """End what is under way after the file it is at, and forget what was to follow."""
        self._waiting.clear()
        self._stopping.set()
        self._going.set()

    def _begin(self) -> None:
        if self._under_way is None and self._waiting:
            self._stopping.clear()
            self._under_way = self._waiting.popleft()
            carry_out = partial(self._carry_out, self._under_way)
            self._teller.run_worker(carry_out, group="adding")  # type: ignore[arg-type]  # it takes partials

    async def _carry_out(self, request: _Request) -> None:
        results: list[Result] = []
        problem = await asyncio.to_thread(self._add, request, results)
        more_to_come = any(not waiting.quiet for waiting in self._waiting)
        self._teller.post_message(self.Finished(results, problem, more_to_come, request.quiet))
        self._under_way = None
        self._begin()

    def _add(self, request: _Request, results: list[Result]) -> str:
        """What the thread does: fill in the results; the answer is what went wrong, if anything."""
        said_at, title = 0.0, ""
        paths = request.paths

        def progress(done: int, total: int) -> None:
            nonlocal said_at
            if request.quiet:
                self._going.wait()
            elif monotonic() - said_at >= _SAY_EVERY or done == total:
                said_at = monotonic()
                self._teller.post_message(self.Progressed(done, total, title))

        workspace, stopped = self._workspace, self._stopping.is_set
        try:
            given = (
                workspace.update(progress, stopped, apart=True)
                if paths is None
                else workspace.add(paths, progress, stopped, apart=True)
            )
            for result in given:
                results.append(result)
                title = result.title or title
        except (WorkspaceError, CatalogueError, StateError) as error:
            return str(error)
        return ""
