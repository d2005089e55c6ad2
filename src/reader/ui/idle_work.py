"""What is made ready while nobody presses a key, in slices so short that no key has to wait for it."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from asyncio import Handle
    from collections.abc import Iterator

    from textual.app import App

_PAUSE = 0.02
"""Seconds after a key, and after work is given, in which nothing is done: the page is shown first."""


class IdleWork:
    """Does one thing at a time. It changes: it knows what there is to do, and when the last key came.

    A task of asyncio for each page turned would be much more to make, and garbage that only the collector
    finds.
    """

    def __init__(self, app: App[int]) -> None:
        self._app = app
        self._steps: Iterator[None] = iter(())
        self._next: Handle | None = None
        self._key_at = 0.0

    def begin(self, steps: Iterator[None]) -> None:
        """Do this in a moment, a slice at a time, and nothing more of what was to be done before."""
        self._steps = steps
        self._wait()

    def put_off(self) -> None:
        """A key has come: go on when it was answered."""
        self._key_at = monotonic()
        if self._next is not None:
            self._wait()

    def stop(self, steps: Iterator[None]) -> None:
        """Do nothing more of this."""
        if self._steps is steps:
            self._steps = iter(())

    @property
    def since_key(self) -> float:
        """Seconds since the last key."""
        return monotonic() - self._key_at

    def _wait(self) -> None:
        if self._next is not None:
            self._next.cancel()
        self._next = asyncio.get_running_loop().call_later(_PAUSE, self._go_on)

    def _go_on(self) -> None:
        self._next = None
        try:
            next(self._steps)
        except StopIteration:
            return
        except Exception as error:  # noqa: BLE001  # a defect, which is the app's to report
            self._app.call_later(_raised, error)
            return
        self._next = asyncio.get_running_loop().call_soon(self._go_on)


def _raised(error: Exception) -> None:
    raise error
