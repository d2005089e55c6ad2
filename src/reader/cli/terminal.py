"""Whether there is a terminal, to show the app on or to be talkative."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO


_WITHOUT_SCREEN = ("", "dumb", "unknown")
"""What `TERM` is of a terminal that has lines alone, or nothing that anybody knows of."""


def has_screen() -> bool:
    """Whether there is a terminal to show the app on and to take keys from."""
    return takes_lines() and os.environ.get("TERM", "") not in _WITHOUT_SCREEN


def takes_lines() -> bool:
    """Whether there is somebody at a terminal to write lines to, and to ask."""
    return is_terminal(sys.stdin) and is_terminal(sys.stdout)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal; one that was closed before we began is None."""
    return stream is not None and stream.isatty()
