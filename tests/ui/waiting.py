"""Waiting until something holds, however slow the machine is."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

import pytest
from tests.ui.library_entries import shown_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

_LONG_ENOUGH = 20.0
"""Seconds."""


async def until(pilot: Pilot[int], holds: Callable[[], bool]) -> None:
    """Go on once it holds; fail with what the screen shows if it never does."""
    begun = monotonic()
    while not holds():
        if monotonic() - begun > _LONG_ENOUGH:
            pytest.fail(f"it never came to that:\n{shown_text(pilot.app)}")
        await pilot.pause(0.02)


async def until_shown(pilot: Pilot[int], words: str) -> None:
    """Go on once the screen shows some words."""
    await until(pilot, lambda: words in shown_text(pilot.app))
