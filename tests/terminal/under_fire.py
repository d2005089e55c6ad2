"""A reader whose program is killed again and again: what was on the screen, and what must be on disk then."""

from __future__ import annotations

import signal
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.terminal.sample_terminal import SAMPLE, live_marks, page_text, resumed

if TYPE_CHECKING:
    import random
    from pathlib import Path

    from tests.terminal.pseudo_terminal import Terminal

_A_SECOND = 1.0
"""How old the place on disk may be."""
_LONGEST_WAIT = 0.6
"""Seconds after the last key within which the program is killed: a place is written 0.4 s after the turn."""
_QUIET = 0.06
_KEYS = ("  ", " ", " ", "b", "]", "m", "m")


def _answer(output: bytes | bytearray) -> int:
    """How many marks more there are by what was said."""
    return 1 if b"Marked" in output else -1 if b"taken away" in output else 0


@dataclass(slots=True)
class Survivor:
    """What a reader saw up to the last kill, and so what may be found now. It changes with every kill."""

    data_dir: Path
    chance: random.Random
    work: str = SAMPLE
    pages: list[str] = field(default_factory=list)
    """The pages of which one must be shown on the next start; empty before the first."""
    marks: int = 0
    """Bookmarks that were acknowledged."""
    said: int = 0
    """How often marking, or taking a mark away, was acknowledged."""

    def live_once(self) -> None:
        """Start, see that all is there, read on, mark, and be killed at a random moment."""
        with resumed(self.data_dir) as terminal:
            if self.pages and self.chance.random() < 0.1:
                time.sleep(self.chance.random() * 0.4)  # and be killed before there is anything to see
                self._kill(terminal)
                return
            seen = [(time.perf_counter(), self._first_page(terminal))]
            for _ in range(self.chance.randint(1, 3)):
                key = self.chance.choice(_KEYS)
                screen = self._press(terminal, key)
                seen.append((terminal.last_output, page_text(screen)))
            time.sleep(self.chance.random() * _LONGEST_WAIT)
            unanswered = self.chance.random() < 0.2
            if unanswered:
                terminal.send("m")
                time.sleep(self.chance.random() * 0.05)
            killed = time.perf_counter()
            self._kill(terminal)
        latest = max(i for i, (at, _) in enumerate(seen) if killed - at >= _A_SECOND or i == 0)
        self.pages = [page for _, page in seen[latest:]]
        self._check_file(unanswered=unanswered)

    def _first_page(self, terminal: Terminal) -> str:
        terminal.wait("page ")
        page = page_text(terminal.settle(_QUIET))
        assert not self.pages or page in self.pages, f"not where the reader was a second before:\n{page}"
        return page

    def _press(self, terminal: Terminal, key: str) -> str:
        """Press a key, and take down what was acknowledged."""
        before = len(terminal.output)
        terminal.send(key)
        if key == "m":  # what was said of the mark before may still be there: only what is new counts
            terminal.wait(lambda _: _answer(terminal.output[before:]) != 0)
            self.marks += _answer(terminal.output[before:])
            self.said += 1
        else:
            terminal.pump(2.0)
        return terminal.settle(_QUIET)

    def _kill(self, terminal: Terminal) -> None:
        terminal.kill(signal.SIGKILL)
        terminal.wait_for_end()

    def _check_file(self, *, unanswered: bool) -> None:
        found = len(live_marks(self.data_dir, self.work))
        allowed = {self.marks - 1, self.marks, self.marks + 1} if unanswered else {self.marks}
        assert found in allowed, f"{found} bookmarks, {self.marks} were acknowledged"
        self.marks = found
        assert not list(self.data_dir.glob("*.broken-*"))
