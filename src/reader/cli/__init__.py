"""The command line: the page kept for the start, painted at once, and then what was asked for."""

from __future__ import annotations

import gc
import sys

from reader.first_frame.held_terminal import held
from reader.first_frame.painting import paint_kept

TYPE_CHECKING = False  # to load `typing` takes as long as all that stands here
if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130
"""What a shell expects of a program that ctrl+c has ended: 128 and the signal's number."""


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out one command; the exit code."""
    words = sys.argv[1:] if argv is None else argv
    try:
        paint_kept(words)
        if held.is_held:
            gc.disable()  # nothing that is loaded now is garbage; it is on again once the app has settled
        from reader.cli.obeying import obey  # it loads much, and the page must not wait for that

        return obey(words)
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        held.give_back()
