"""Whether there is a terminal, to show the app on or to be talkative."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO


def has_screen() -> bool:
    """Whether there is a terminal to show the app on and to take keys from."""
    return is_terminal(sys.stdin) and is_terminal(sys.stdout) and os.environ.get("TERM") != "dumb"


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal; one that was closed before we began is None."""
    return stream is not None and stream.isatty()
