"""The real program in a pseudo-terminal, with pyte as the screen that a person would see."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pyte
from tests.terminal.quick_screen import QuickScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_NOT_FOR_PYTE = re.compile(
    rb"\x1b\[[<>=][0-9;:]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1bP[^\x1b]*\x1b\\|\x1b_[^\x1b]*\x1b\\"
    rb"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
)
"""Sequences that pyte misreads: private CSI, device control and application strings, titles."""
READER = (sys.executable, "-m", "reader")


def environment_of(data_dir: Path | None, changes: Mapping[str, str]) -> dict[str, str]:
    """What the program is started with: as a person would have it, not as the tests do."""
    variables = dict(os.environ, TERM="xterm-256color", COLORTERM="truecolor", LANG="C.UTF-8")
    variables |= changes
    of_tests = ("LINES", "COLUMNS", "PYTHONDONTWRITEBYTECODE", "PAGER", "LC_ALL", "TMUX", "STY", "WT_SESSION")
    for name in of_tests:
        if name not in changes:
            variables.pop(name, None)
    if data_dir is not None:
        variables["READER_DATA_DIR"] = str(data_dir)
    return {name: value for name, value in variables.items() if value or name == "NO_COLOR"}


@dataclass(frozen=True, slots=True)
class Ended:
    """How the program ended: its exit code, or the signal that killed it as a negative number."""

    code: int
    output: bytes


class Terminal:
    """A program running in a terminal of its own. Use it as a context manager: it is killed at the end."""

    def __init__(
        self,
        argv: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        data_dir: Path | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        """`environment` adds to what a terminal of true colour with UTF-8 has; "" takes a variable away."""
        self.screen = QuickScreen(columns, rows)
        self.output = bytearray()
        self._stream = pyte.ByteStream(self.screen)
        variables = environment_of(data_dir, environment or {})
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            try:
                os.execvpe(argv[0], list(argv), variables)  # noqa: S606  # the program under test
            finally:
                os._exit(127)
        os.set_blocking(self._fd, False)  # a program that reads nothing must not hold us up
        self._size(columns, rows)
        self.last_output = time.perf_counter()
        self._ended: int | None = None
        self.watching = True
        """Whether output is put on the screen. Switched off, times are those of the program alone."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._ended is None:
            self.kill(signal.SIGKILL)
            self.wait_for_end()
        self._close()

    def _size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _close(self) -> None:
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size, in cells; the program is told by SIGWINCH."""
        self.screen.resize(rows, columns)
        self._size(columns, rows)

    def hang_up(self) -> None:
        """Close the terminal's window: the program gets SIGHUP and finds its terminal gone."""
        self._close()

    def send(self, keys: str) -> None:
        """Type. What a program that has ended leaves unread is lost.

        Raises AssertionError where a running one takes no key for ten seconds.
        """
        data = keys.encode()
        end = time.perf_counter() + 10
        while data and not self.has_ended:
            try:
                data = data[os.write(self._fd, data) :]
            except BlockingIOError:  # it is behind with reading
                assert time.perf_counter() < end, "it takes no keys"
                self.pump(0.02)

    @property
    def has_ended(self) -> bool:
        """Whether the program has ended; it is not reaped."""
        return self._ended is not None or (
            os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
        )

    def kill(self, number: signal.Signals) -> None:
        """Send a signal."""
        os.kill(self.pid, number)

    def pump(self, seconds: float) -> bool:
        """Wait for output and put it on the screen; False when none came."""
        if self._fd < 0:
            time.sleep(seconds)
            return False
        ready, _, _ = select.select([self._fd], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:  # the program has closed its end
            return False
        if not data:
            return False
        self.last_output = time.perf_counter()
        self.output += data
        if b"\x1b[6n" in data:
            with suppress(BlockingIOError):
                os.write(self._fd, b"\x1b[1;1R")
        if self.watching:
            self._stream.feed(_NOT_FOR_PYTE.sub(b"", data))
        return True

    @property
    def text(self) -> str:
        """What stands on the screen, a line a row."""
        return "\n".join(self.screen.display)

    def wait(self, condition: str | Callable[[str], bool], timeout: float = 15.0) -> str:
        """Wait until a text stands on the screen, or a condition holds for it; the screen then.

        Raises AssertionError with the screen when it does not happen in `timeout` seconds.
        """
        holds = (lambda screen: condition in screen) if isinstance(condition, str) else condition
        end = time.perf_counter() + timeout
        screen = self.text
        while not holds(screen):
            if time.perf_counter() > end:
                raise AssertionError(f"waited in vain for {condition!r} on:\n{screen}")
            if self.pump(0.05):
                screen = self.text
        return screen

    def settle(self, quiet: float = 0.25, timeout: float = 10.0) -> str:
        """Wait until nothing was written for `quiet` seconds, nor is about to be; the screen then."""
        end = time.perf_counter() + timeout
        while (self.pump(quiet) or self._is_at_work()) and time.perf_counter() < end:
            pass
        return self.text

    def _is_at_work(self) -> bool:
        """Whether a thread of the program would run, if a busy machine let it; only Linux tells."""
        try:
            threads = list(Path(f"/proc/{self.pid}/task").glob("*/stat"))
            states = {thread.read_text().rpartition(")")[2].split()[0] for thread in threads}
        except (OSError, IndexError):  # it has ended meanwhile
            return False
        return "R" in states

    def press(self, keys: str) -> str:
        """Type, and wait for the answer to be complete; the screen then."""
        self.send(keys)
        self.pump(2.0)
        return self.settle(0.12)

    def wait_for_stop(self, timeout: float = 15.0) -> None:
        """Wait until the program is stopped, as ctrl+z stops it.

        Raises AssertionError when it goes on for `timeout` seconds.
        """
        end = time.perf_counter() + timeout
        while os.waitid(os.P_PID, self.pid, os.WSTOPPED | os.WNOHANG) is None:
            assert time.perf_counter() < end, "it is not stopped"
            self.pump(0.02)

    def wait_for_end(self, timeout: float = 10.0) -> Ended:
        """Wait until the program has ended."""
        end = time.perf_counter() + timeout
        while self._ended is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._ended = os.waitstatus_to_exitcode(status)
            elif time.perf_counter() > end:
                raise AssertionError(f"still running after {timeout} s:\n{self.text}")
            else:
                self.pump(0.02)
        while self._fd >= 0 and self.pump(0.02):
            pass
        return Ended(self._ended, bytes(self.output))
