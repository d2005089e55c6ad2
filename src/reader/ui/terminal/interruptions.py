"""What may end or suspend the program from outside: signals, and a terminal that goes away."""

from __future__ import annotations

import asyncio
import select
import signal
import sys
from typing import TYPE_CHECKING

from reader.first_frame.held_terminal import held

if TYPE_CHECKING:
    from types import FrameType

    from reader.ui.app import ReaderApp

_LISTEN_EVERY = 2.0
"""Seconds between two looks whether the terminal is still there."""


class Interruptions:
    """Saves before any of them ends or suspends an app."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app

    def listen(self) -> None:
        """Take over the signals; within the app's loop."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self._end)
        suspend = signal.getsignal(signal.SIGTSTP)
        loop.add_signal_handler(signal.SIGTSTP, self._suspend, suspend)
        self._app.set_interval(_LISTEN_EVERY, self._look_for_terminal)
        if held.ended_by:
            self._end()

    def _end(self) -> None:
        self._app.end()

    def _suspend(self, suspend: object) -> None:
        self._app.app_suspend_signal.publish(self._app)
        self._app.saver.now()
        if callable(suspend):
            frame: FrameType | None = None
            suspend(signal.SIGTSTP, frame)

    def _look_for_terminal(self) -> None:
        """A terminal that was closed without a signal leaves a dead input behind."""
        poll = select.poll()
        poll.register(sys.__stdin__.fileno() if sys.__stdin__ else 0, select.POLLIN)
        if any(happened & (select.POLLHUP | select.POLLERR) for _, happened in poll.poll(0)):
            self._end()
