"""Running the app, and what is to be done when it has ended."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from reader.state.errors import StateError
from reader.ui.app import ReaderApp

if TYPE_CHECKING:
    from reader.workspace import Workspace

_SWITCH_INTERVAL = 0.0002
"""Seconds after which Python hands over between threads; short, so that saving never holds up a page turn."""


def run(workspace: Workspace, target: str | None = None) -> int:
    """Run the app until it is left; its exit code.

    `target` is the id of the work to open, None for the library. What was read is saved whatever ends the
    app, and an exception that ended it is raised here, after the terminal was given back; StateError where
    what was read could not be saved.
    """
    sys.setswitchinterval(_SWITCH_INTERVAL)
    app = ReaderApp(workspace, target)
    try:
        code = app.run()
    finally:
        app.saver.now()
    if app._exception is not None:  # noqa: SLF001  # Textual has no public name for it
        raise app._exception  # noqa: SLF001
    if app.saver.reason is not None:
        raise StateError(app.saver.reason)
    app.last_frames.keep()
    return code or 0
