"""Files parsed in other processes, several at a time: one that kills or hangs its process costs only itself.

`concurrent.futures` has processes too, but where one dies it fails all that was asked of the others.
"""

from __future__ import annotations

import os
import pickle
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from queue import Empty, SimpleQueue
from signal import Signals
from time import perf_counter
from typing import TYPE_CHECKING, NoReturn, Self

from reader.formats.source import UnreadableError
from reader.library import file_parsing
from reader.library.file_parsing_worker import READY, Request

if TYPE_CHECKING:
    from reader.library.file_parsing import Parsed

_MOST = 4
"""Processes at most: the one that stores what they parse keeps up with no more."""
_WORTH = 0.6
"""Seconds of parsing after which others are started: a batch done by then would only be slowed down."""
_WORKER = "reader.library.file_parsing_worker"
_POLITE = 10
"""How nice processes are to somebody who reads meanwhile."""


class ParsingPool:
    """Parses files. It changes: it starts processes when they pay, and ends them all when it is left.

    `apart`: nothing is parsed in this process, for somebody reads in it. Else the first files are, until
    starting others pays, and all where there is but one processor.
    """

    def __init__(self, *, apart: bool = False) -> None:
        self._apart = apart
        spare = _processors() - (1 if apart else 0)
        self._size = min(max(spare, 1), _MOST) if apart or spare > 1 else 0
        self._threads: ThreadPoolExecutor | None = None
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        self._workers: list[_Worker] = []
        self._spent = 0.0
        self._closed = False
        self._hopeless = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._closed = True
        for worker in self._workers:
            worker.end()
        if self._threads is not None:
            self._threads.shutdown(cancel_futures=True)
        for worker in self._workers:
            worker.close()

    def submit(self, name: str, data: bytes) -> Future[Parsed]:
        """What will be in a file, or why there is nothing: UnreadableError where its process died of it."""
        if self._threads is None and self._size and (self._apart or self._spent > _WORTH):
            self._start()
        if self._threads is None or not (self._apart or self._is_ready):
            return self._parse_here(name, data)
        return self._threads.submit(self._parse, Request(name, data, repair=True))

    def _parse_here(self, name: str, data: bytes) -> Future[Parsed]:
        future: Future[Parsed] = Future()
        began = perf_counter()
        try:
            future.set_result(file_parsing.parse(name, data))
        except Exception as error:  # noqa: BLE001  # who asks for the result is told
            future.set_exception(error)
        self._spent += perf_counter() - began
        return future

    # -- The processes ----------------------------------------------------------------------------------

    @property
    def _is_ready(self) -> bool:
        return any(worker.ready for worker in self._workers)

    def _start(self) -> None:
        """Begin to start them, each on the thread that will wait for its answers."""
        self._threads = ThreadPoolExecutor(self._size, "parsing")
        for _ in range(self._size):
            self._threads.submit(self._start_one)

    def _start_one(self) -> None:
        if worker := self._started():
            self._idle.put(worker)

    def _started(self) -> _Worker | None:
        """Another process; None where none can be had, and then none is asked for again."""
        if self._hopeless:
            return None
        try:
            worker = _Worker(_POLITE if self._apart else 0)
            self._workers.append(worker)
            if self._closed:
                worker.end()
            worker.wait_until_ready()
        except (OSError, UnreadableError):
            self._hopeless = True
            return None
        return worker

    def _parse(self, request: Request) -> Parsed:
        """What one of the processes makes of it; where none can be started, this one."""
        try:
            worker: _Worker | None = self._idle.get_nowait()
        except Empty:
            worker = self._started()
        if worker is None:
            return file_parsing.parse(request.name, request.data)
        try:
            return worker.parse(request)
        finally:
            if worker.ready:
                self._idle.put(worker)


class _Worker:
    """One process. It changes: it is ready until it has died."""

    def __init__(self, niceness: int) -> None:
        import subprocess  # most batches need none

        self.ready = False
        path = os.pathsep.join(filter(None, sys.path))  # not the folder it is started in, as `-m` has it
        self._process = subprocess.Popen(  # noqa: S603  # ourselves
            [sys.executable, "-P", "-m", _WORKER, str(niceness)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
        )
        if self._process.stdin is None or self._process.stdout is None:
            raise OSError("no pipes")
        self._requests, self._answers = self._process.stdin, self._process.stdout

    def wait_until_ready(self) -> None:
        """Wait until it has begun. Raises UnreadableError where it never does."""
        self.ready = self._answers.readline() == READY
        if not self.ready:
            self._died()

    def parse(self, request: Request) -> Parsed:
        """Hand it a file. Raises what parsing raised, UnreadableError where the process died of it."""
        answer: Parsed | Exception
        try:
            pickle.dump(request, self._requests, 5)
            self._requests.flush()
            answer = pickle.load(self._answers)  # noqa: S301  # our own process
        except (OSError, EOFError, ValueError, pickle.UnpicklingError):
            self._died()
        if isinstance(answer, Exception):
            raise answer
        return answer

    def _died(self) -> NoReturn:
        self.ready = False
        self.end()
        code = self._process.wait()
        if code == -getattr(Signals, "SIGPROF", 0):
            raise UnreadableError("It takes longer to be read than any work does.")
        raise UnreadableError(f"Reading it made the program that does it end ({_named(code)}).")

    def end(self) -> None:
        """End it; nothing where it has ended."""
        self._process.kill()
        self._process.wait()

    def close(self) -> None:
        """End it, and let go of the pipes: nobody may wait for an answer any more."""
        self.end()
        for pipe in (self._requests, self._answers):
            with suppress(OSError):  # something was still to be written
                pipe.close()


def _named(code: int) -> str:
    """How a process ended, in a word."""
    with suppress(ValueError):
        return Signals(-code).name
    return f"exit code {code}"


def _processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
