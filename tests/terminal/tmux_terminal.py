"""The real program in tmux, which is a terminal of its own and lets nothing through that it does not know."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import time
from typing import TYPE_CHECKING, Self

import pytest
from tests.terminal.pseudo_terminal import READER, environment_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

needs_tmux = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")


class TmuxTerminal:
    """In a tmux of its own, 80 by 24. To be used as a context manager: killed at the end."""

    def __init__(
        self, folder: Path, *words: str, data_dir: Path, environment: Mapping[str, str] | None = None
    ) -> None:
        """`folder` is for the socket; `words` stand after `reader`, and the screen is kept at its end."""
        variables = environment_of(data_dir, environment or {})
        variables.pop("TERM")  # which tmux gives, unless it is asked for
        asked = {"TERM": environment["TERM"]} if environment and "TERM" in environment else {}
        command = " ".join(
            map(shlex.quote, ("env", *(f"{k}={v}" for k, v in asked.items()), *READER, *words))
        )
        self._tmux = ("tmux", "-u", "-f", "/dev/null", "-S", str(folder / "tmux"))
        self._run(
            "new-session", "-d", "-x", "80", "-y", "24", f"{command}; echo ended $?; cat", env=variables
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._run("kill-server")

    def _run(self, *words: str, env: Mapping[str, str] | None = None) -> str:
        done = subprocess.run([*self._tmux, *words], capture_output=True, text=True, check=True, env=env)
        return done.stdout

    def send(self, *keys: str) -> None:
        """Press keys by the names that tmux has for them."""
        self._run("send-keys", *keys)

    def screen(self, *, coloured: bool = False) -> str:
        """What stands on the screen; coloured, with the sequences that make it look so."""
        return self._run("capture-pane", "-p", *(["-e"] if coloured else []))

    def wait(self, words: str, timeout: float = 15.0) -> str:
        """Wait until words stand on the screen; the screen then. Raises AssertionError."""
        end = time.perf_counter() + timeout
        while words not in (shown := self.screen()):
            assert time.perf_counter() < end, f"waited in vain for {words!r} on:\n{shown}"
            time.sleep(0.05)
        return shown
