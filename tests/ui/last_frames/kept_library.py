"""The library's frame in tests: as it is kept, and what a screen shows once all of it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.waiting import until

from reader.first_frame.conditions import surroundings
from reader.first_frame.kept_frame import LIBRARY, read, rows_if_true
from reader.ui.help.session_hints import session_number
from reader.ui.last_frames.taken import rows_of
from reader.ui.screens.library import LibraryScreen
from reader.ui.widgets.tag_pane import TagPane

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from reader.ui.app import ReaderApp

Rows = list[list[str]]


def kept_rows(data: Path, columns: int, rows: int) -> Rows:
    """What would be painted at the next start. Raises OSError, ValueError where that is nothing."""
    return rows_if_true(read(str(data), LIBRARY), str(data), surroundings(columns, rows), LIBRARY)[1]


async def shown_whole(pilot: Pilot[int]) -> LibraryScreen:
    """The library, once all of it has come."""
    app = pilot.app
    await until(
        pilot, lambda: isinstance(app.screen, LibraryScreen) and app.screen.query_one(TagPane).is_counted
    )
    await pilot.pause()
    assert isinstance(app.screen, LibraryScreen)
    return app.screen


def shown_rows(screen: LibraryScreen) -> Rows:
    """What is on the screen, as it would be kept."""
    rows = rows_of(screen._compositor.render_strips(), screen.app)
    return [[field for run in row for field in run] for row in rows]


def leave(app: ReaderApp) -> None:
    """What the program does once an app has ended in which the library was taken."""
    app.saver.now()
    app.last_frames.keep()
    app.workspace.close()
    session_number.cache_clear()  # it is another process that comes next
