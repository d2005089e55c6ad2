"""The right button of the mouse: everything that has a name, and the way out of what lies over a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp

_RIGHT = 3


def takes(app: ReaderApp, event: events.Event) -> bool:
    """Whether an event is the right button's, which nothing else is to answer.

    It shows the palette, in which rows can be clicked; over another screen it is the key that leaves that.
    """
    if not isinstance(event, events.MouseEvent) or event.button != _RIGHT or event.is_forwarded:
        return False
    if isinstance(event, events.MouseDown):
        from reader.ui.palette.opening import show_palette  # only when asked for

        if app.screen.is_modal:
            app.simulate_key(_way_out(app))
        else:
            show_palette(app)
    return True


def _way_out(app: ReaderApp) -> str:
    """The key that leaves what has the keys; esc where anything would be taken for an answer."""
    from reader.ui.keys.contexts import CONTEXTS
    from reader.ui.keys.in_force import keys_in_force
    from reader.ui.keys.key_names import is_typed

    ways = {context.out.id(): context.out for context in CONTEXTS if context.out}
    for node in (app.focused or app.screen).ancestors_with_self:
        for binding in getattr(node, "BINDINGS", ()):
            if (command := ways.get(getattr(binding, "id", None) or "")) is not None:
                keys = command.keys_in(keys_in_force(app.workspace.settings))
                return next((key for key in keys if not is_typed(key)), keys[0])
    return "escape"
