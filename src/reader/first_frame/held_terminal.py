"""The terminal from the first frame on until the app has it: its screen, its keys, and the way back."""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]  # what `signal` is made of; its enums take 4 ms more
import os
import sys
import termios

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import Any

_ENTER = "\x1b[?1049h\x1b[?25l\x1b[?7l"
"""The alternate screen, no cursor, and no line that goes on in the next row (XTerm, "ctlseqs")."""
_LEAVE = "\x1b[0m\x1b[?7h\x1b[?1049l\x1b[?25h"
_DEADLY = (_signal.SIGTERM, _signal.SIGHUP)
"""What would end the program with the terminal as it is then."""
_IFLAG, _LFLAG, _CC = 0, 3, 6
"""Where `tcgetattr` has them."""


class HeldTerminal:
    """The terminal. It changes: it knows whether it is held, by us or by the app, and how it was before."""

    def __init__(self) -> None:
        self.work = ""
        """The id of the work of which a page was painted; empty where it was the library, or nothing."""
        self.rows: list[list[str]] = []
        """What was painted, looks and texts in turn; empty once the app has the terminal."""
        self.is_held = False
        self.ended_by = 0
        """The signal that was to end the program, wherever that was met, and may have been passed over."""
        self._before: list[Any] | None = None

    def paint(self, work: str, rows: list[list[str]], drawing: str) -> None:
        """Show a page or the library, and have keys wait for whoever reads them next; none is lost or echoed.

        `drawing` is what paints the rows. Raises OSError where the terminal takes nothing.
        """
        self._before = before = termios.tcgetattr(0)
        for number in _DEADLY:
            _signal.signal(number, _end)
        _signal.signal(_signal.SIGTSTP, _signal.SIG_IGN)
        self.is_held = True
        termios.tcsetattr(0, termios.TCSANOW, _without_echo(before))
        sys.stderr.write(f"{_ENTER}{drawing}")
        sys.stderr.flush()
        self.work, self.rows = work, rows

    @property
    def shows_library(self) -> bool:
        """Whether it was the library that was painted."""
        return bool(self.rows) and not self.work

    def hand_over(self) -> list[Any] | None:
        """Let the app have it; how it was before, which the app sets right at its end."""
        self.rows = []
        return self._before

    def was_given_back(self) -> None:
        """The app has set it right."""
        self.is_held = False

    def give_back(self) -> None:
        """Set it right, unless that was done or nothing was changed. To be called before anything is said."""
        if not self.is_held:
            return
        self.was_given_back()
        for number in (*_DEADLY, _signal.SIGTSTP):
            _signal.signal(number, _signal.SIG_DFL)
        try:
            sys.stderr.write(_LEAVE)
            sys.stderr.flush()
            termios.tcsetattr(0, termios.TCSANOW, self._before or [])
        except (OSError, ValueError, termios.error):  # it is gone
            pass


def _without_echo(attributes: list[Any]) -> list[Any]:
    r"""As Textual will set it, but that ctrl+c ends what takes too long; ctrl+z and ctrl+\ wait."""
    changed = [*attributes[:_CC], [*attributes[_CC]]]
    changed[_IFLAG] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    changed[_LFLAG] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
    disabled = os.fpathconf(0, "PC_VDISABLE")
    for key in (termios.VSUSP, termios.VQUIT):
        changed[_CC][key] = bytes([disabled])
    changed[_CC][termios.VMIN], changed[_CC][termios.VTIME] = 1, 0
    return changed


def _end(number: int, _: FrameType | None) -> None:
    held.ended_by = number
    raise SystemExit(128 + number)


held = HeldTerminal()
"""There is one."""
