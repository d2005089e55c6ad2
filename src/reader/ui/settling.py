"""Keeping the garbage collector out of the way: what is loaded is here to stay, and need not be looked at."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer

    from reader.ui.app import ReaderApp

_SETTLED = 0.6
"""Seconds after something was opened when all that is there is taken to stay."""
_QUIET = 3.0
"""Seconds without a key after which it may take 30 ms to look for what was closed."""


def more_stays() -> None:
    """Something large was made that stays as well."""
    if Settling.has_happened:  # to ask the collector takes as long as to look through all it leaves alone
        gc.freeze()


class Settling:
    """Tells the collector, which is one for all, to leave alone what is there. It changes: it has a timer.

    Until the first time the collector may be off, as it is while the program starts.
    """

    has_happened: ClassVar = False

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._timer: Timer | None = None

    def soon(self) -> None:
        """Something was opened: have it left alone in a moment, and later what was closed freed."""
        self._after(_SETTLED, self._settle)

    def _after(self, seconds: float, do: Callable[[], None]) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._app.set_timer(seconds, do)

    def _settle(self) -> None:
        gc.freeze()
        gc.enable()
        Settling.has_happened = True
        self._after(_QUIET, self._free)

    def _free(self) -> None:
        """Free what was closed since: what is left alone is never freed, if it holds on to itself."""
        if self._app.idle.since_key < _QUIET:
            self._after(_QUIET, self._free)
            return
        gc.unfreeze()
        gc.collect()
        gc.freeze()
