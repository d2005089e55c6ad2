"""Clicks beside what lies over a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual import events
    from textual.screen import Screen


def is_outside(click: events.Click, screen: Screen[Any]) -> bool:
    """Whether a click is beside all that a screen shows.

    It is asked where it was, not on what: what was under the mouse may be gone by now.
    """
    return not any(child.region.contains(click.screen_x, click.screen_y) for child in screen.children)
