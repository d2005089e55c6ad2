"""A process that parses files for another: `python -m reader.library.file_parsing_worker [NICENESS]`.

It reads pickled `Request`s from its standard input and writes an answer to each to its standard output, until
its input ends. Before the first it writes `READY`. It touches nothing else. A file that takes longer than a
work can is ended by the timer of the system, and the process with it.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import traceback
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from reader.library.file_parsing import parse

if TYPE_CHECKING:
    from typing import BinaryIO

READY = b"ready\n"
LONGEST = 120
"""Seconds of a processor that one file may take: a novel of a million words takes two."""


class Request(NamedTuple):
    """A file to be parsed."""

    name: str
    data: bytes
    repair: bool


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer each request with what was parsed, or with the exception that says why there is none."""
    while True:
        try:
            request: Request = pickle.load(requests)  # noqa: S301  # written by the process that started this one
        except EOFError:
            return
        _limit(LONGEST)
        try:
            answer = pickle.dumps(parse(request.name, request.data, repair=request.repair), 5)
        except Exception as error:  # noqa: BLE001  # whatever it is, the other process tells it
            answer = _told(error)
        _limit(0)
        answers.write(answer)
        answers.flush()


def _told(error: Exception) -> bytes:
    """An exception for the other process, with where it arose for the log."""
    error.add_note("".join(traceback.format_exception(error)))
    try:
        told = pickle.dumps(error)
        pickle.loads(told)  # noqa: S301  # some exceptions can be written and not be read
    except Exception:  # noqa: BLE001  # as above
        return pickle.dumps(RuntimeError(f"{type(error).__name__}: {error}"))
    return told


def _limit(seconds: int) -> None:
    """End this process once it has used so much of a processor, where the system can do that; 0: never."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def main() -> None:
    """Serve the process that started this one."""
    if len(sys.argv) > 1 and hasattr(os, "nice"):
        os.nice(int(sys.argv[1]))
    answers = os.fdopen(os.dup(1), "wb")
    requests = os.fdopen(os.dup(0), "rb")
    answers.write(READY)
    answers.flush()
    serve_alone(requests, answers)


def serve_alone(requests: BinaryIO, answers: BinaryIO) -> None:
    """Serve, and then end this process; what parsing prints, and ctrl+c, are nothing to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # for the other process, which ends this one
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nothing, stream)
    with suppress(BrokenPipeError, KeyboardInterrupt):  # the other process is gone
        serve(requests, answers)
    os._exit(0)


if __name__ == "__main__":
    main()
