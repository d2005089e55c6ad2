"""A process that parses files for this one: another program, or a copy of this one, there at once."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn, Protocol

from reader.formats.source import UnreadableError
from reader.library.file_parsing_worker import READY, Request, serve_alone

if TYPE_CHECKING:
    from io import BufferedReader, BufferedWriter
    from typing import IO

    from reader.library.file_parsing import Parsed

_WORKER = "reader.library.file_parsing_worker"
_PIPE = 1 << 20
"""Bytes that a pipe to a copy of this process holds: what Linux lets everyone have."""


class _Child(Protocol):
    """What is asked of a process, as `subprocess.Popen` answers it."""

    def kill(self) -> None:
        """End it; nothing where it has ended."""

    def wait(self) -> int:
        """Wait for its end; its exit code, or the number of the signal it died of with a minus."""


class ParsingProcess:
    """One process. It changes: it is ready until it has died."""

    def __init__(self, child: _Child, requests: IO[bytes], answers: IO[bytes], *, ready: bool) -> None:
        self.ready = ready
        self._child = child
        self._requests = requests
        self._answers = answers

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
        code = self._child.wait()
        if code == -getattr(signal, "SIGPROF", 0):
            raise UnreadableError("It takes longer to be read than any work does.")
        raise UnreadableError(f"Reading it made the program that does it end ({_named(code)}).")

    def kill(self) -> None:
        """Have it end; nothing where it has ended."""
        self._child.kill()

    def end(self) -> None:
        """End it, and wait until it has; nothing where it has ended."""
        self.kill()
        self._child.wait()

    def close(self) -> None:
        """End it, and let go of the pipes: nobody may wait for an answer any more."""
        self.end()
        for pipe in (self._requests, self._answers):
            with suppress(OSError):  # something was still to be written
                pipe.close()


def _named(code: int) -> str:
    """How a process ended, in a word."""
    with suppress(ValueError):
        return signal.Signals(-code).name
    return f"exit code {code}"


# -- Another program ------------------------------------------------------------------------------------


def started(niceness: int) -> ParsingProcess:
    """A process of its own, not ready yet. Raises OSError."""
    import subprocess  # most batches need none

    path = os.pathsep.join(filter(None, sys.path))  # not the folder it is started in, as `-m` has it
    process = subprocess.Popen(  # noqa: S603  # ourselves
        [sys.executable, "-P", "-m", _WORKER, str(niceness)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": path},
    )
    if process.stdin is None or process.stdout is None:
        raise OSError("no pipes")
    return ParsingProcess(process, process.stdin, process.stdout, ready=False)


# -- A copy of this one ---------------------------------------------------------------------------------


def can_copy() -> bool:
    """Whether a copy of this process would work: a lock that another thread holds is held in it for ever.

    macOS has copies too, and its own libraries end them.
    """
    return hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1


def copied() -> ParsingProcess:
    """A copy of this process, ready at once. Raises OSError.

    A later copy holds this one's pipe open, so when this process dies, the last sees it first and ends.
    """
    here = os.getpid()
    their_requests, requests = _pipe()
    answers, their_answers = _pipe()
    try:
        pid = os.fork()
        if pid == 0:
            requests.close()  # held open here, it would never end
            answers.close()
            serve_alone(their_requests, their_answers)
    except OSError:
        requests.close()
        answers.close()
        raise
    finally:  # whatever happens in a copy, it goes on with nothing of what this process was doing
        if os.getpid() != here:
            os._exit(0)
        their_requests.close()
        their_answers.close()
    return ParsingProcess(_Copy(pid), requests, answers, ready=True)


def _pipe() -> tuple[BufferedReader, BufferedWriter]:
    """The two ends of one, which holds most works whole, so that who writes need not wait for who reads."""
    import fcntl  # where there are copies, there is this

    end, beginning = os.pipe()
    with suppress(AttributeError, OSError):  # not every system can do that, nor lets everyone
        fcntl.fcntl(beginning, fcntl.F_SETPIPE_SZ, _PIPE)
    return os.fdopen(end, "rb"), os.fdopen(beginning, "wb")


class _Copy:
    """It changes: once it has ended, its number may be another's, and only its exit code is left."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._code: int | None = None
        self._lock = threading.Lock()

    def kill(self) -> None:
        with self._lock:
            if self._code is None:
                os.kill(self._pid, signal.SIGKILL)

    def wait(self) -> int:
        with self._lock:
            if self._code is None:
                self._code = os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])
            return self._code
