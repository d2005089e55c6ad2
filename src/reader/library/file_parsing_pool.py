"""Files parsed in other processes, several at a time: one that kills or hangs its process costs only itself.

`concurrent.futures` has processes too, but where one dies it fails all that was asked of the others.
"""

from __future__ import annotations

import os
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from queue import Empty, SimpleQueue
from time import perf_counter
from typing import TYPE_CHECKING, Self

from reader.formats.detect import format_of
from reader.formats.source import Source, UnreadableError
from reader.library import file_parsing
from reader.library.file_parsing_worker import Request
from reader.library.parsing_process import can_copy, copied, started

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.library.file_parsing import Parsed
    from reader.library.parsing_process import ParsingProcess

_MOST = 4
"""Processes at most: the one that stores what they parse keeps up with no more."""
_WORTH = 0.6
"""Seconds of parsing after which others are started: a batch done by then would only be slowed down."""
_WORTH_COPIES = 600_000
"""Bytes to come for which copies of this process are made: less is parsed while they begin."""
_POLITE = 10
"""How nice processes are to somebody who reads meanwhile."""


class ParsingPool:
    """Parses files. It changes: it starts processes when they pay, and ends them all when it is left.

    `to_come`: about how many bytes will have to be parsed, from the first file on. `apart`: nothing is parsed
    in this process, for somebody reads in it. Else nothing is where much is to come and this process can be
    copied; the first files are, until starting others pays; and all are where there is but one processor.
    """

    def __init__(self, to_come: Callable[[], int] = int, *, apart: bool = False) -> None:
        self._apart = self._elsewhere = apart
        spare = _processors() - (1 if apart else 0)
        self._size = min(max(spare, 1), _MOST) if apart or spare > 1 else 0
        self._to_come = to_come
        self._is_prepared = False
        self._threads: ThreadPoolExecutor | None = None
        self._idle: SimpleQueue[ParsingProcess] = SimpleQueue()
        self._workers: list[ParsingProcess] = []
        self._spent = 0.0
        self._closed = False
        self._hopeless = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._closed = True
        for worker in self._workers:
            worker.kill()
        for worker in self._workers:
            worker.end()
        if self._threads is not None:
            self._threads.shutdown(cancel_futures=True)
        for worker in self._workers:
            worker.close()

    def prepare(self, name: str, data: bytes) -> None:
        """Make ready for a file. With the first, while there are no threads, copies of this process are made.

        What reads such a file is loaded before, and not in each of them.
        """
        if self._is_prepared:
            return
        self._is_prepared = True
        if self._apart or not self._size or not can_copy() or self._to_come() < _WORTH_COPIES:
            return
        with suppress(Exception):  # parsing it says why
            format_of(Source(name, data))
        with suppress(OSError):
            while len(self._workers) < self._size:
                self._workers.append(copied())
        for worker in self._workers:
            self._idle.put(worker)
        if self._workers:
            self._elsewhere = True
            self._threads = ThreadPoolExecutor(self._size, "parsing")

    def submit(self, name: str, data: bytes) -> Future[Parsed]:
        """What will be in a file, or why there is nothing: UnreadableError where its process died of it."""
        if self._threads is None and self._size and (self._apart or self._spent > _WORTH):
            self._start()
        if self._threads is None or not (self._elsewhere or self._is_ready):
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

    def _started(self) -> ParsingProcess | None:
        """Another process; None where none can be had, and then none is asked for again."""
        if self._hopeless:
            return None
        try:
            worker = started(_POLITE if self._apart else 0)
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
            worker: ParsingProcess | None = self._idle.get_nowait()
        except Empty:
            worker = self._started()
        if worker is None:
            return file_parsing.parse(request.name, request.data)
        try:
            return worker.parse(request)
        finally:
            if worker.ready:
                self._idle.put(worker)


def _processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
