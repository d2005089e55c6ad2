"""The right button of the mouse: everything that has a name, and the way out of what lies over a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp

_RIGHT = 3


def takes(app: ReaderApp, event: events.Event) -> bool:
    """Whether an event is the right button's, which nothing else is to answer.

    It shows the palette, in which rows can be clicked; over another screen it is esc.
    """
    if not isinstance(event, events.MouseEvent) or event.button != _RIGHT or event.is_forwarded:
        return False
    if isinstance(event, events.MouseDown):
        from reader.ui.palette.opening import show_palette  # only when asked for

        if app.screen.is_modal:
            app.simulate_key("escape")
        else:
            show_palette(app)
    return True
