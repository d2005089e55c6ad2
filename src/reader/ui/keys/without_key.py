"""An action that is run without its key, where the key would have it run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.dom import DOMNode
    from textual.screen import Screen


def knower(screen: Screen[Any], action: str) -> DOMNode | None:
    """The first that knows it: the focused widget, what holds that, the screen, the app, or None."""
    method = f"action_{action.partition('(')[0]}"
    nodes = (screen.focused or screen).ancestors_with_self
    return next((node for node in nodes if hasattr(node, method)), None)


async def run_as_key(screen: Screen[Any], action: str) -> None:
    """Run it there."""
    await screen.app.run_action(action, knower(screen, action) or screen)
