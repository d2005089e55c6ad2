"""The progress bar of commands that take long, on stderr where that is a terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from reader.cli.terminal import is_terminal
from reader.first_frame.held_terminal import held

if TYPE_CHECKING:
    from typing import Self

_BAR_WIDTH = 30
_CLEAR_LINE = "\r\x1b[K"


class Progress:
    """A progress bar that goes when all is done. It changes: it knows whether it is drawn."""

    def __init__(self, doing: str = "") -> None:
        self._doing = f"{doing} " if doing else ""
        self._shown = is_terminal(sys.stderr) and is_terminal(sys.stdout)
        self._drawn = False

    def __call__(self, done: int, total: int) -> None:
        """Draw it for so many files done of so many."""
        if done >= total:
            self.clear()
        elif self._shown and total > 1:
            filled = _BAR_WIDTH * done // total
            bar = "█" * filled + "░" * (_BAR_WIDTH - filled)
            self._write(f"{_CLEAR_LINE}{self._doing}{bar} {done:,} of {total:,}")
            self._drawn = True

    def clear(self) -> None:
        """Take the bar away, so that a line can be printed where it stood."""
        if self._drawn:
            self._write(_CLEAR_LINE)
            self._drawn = False

    def _write(self, text: str) -> None:
        held.give_back()
        sys.stderr.write(text)
        sys.stderr.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()
