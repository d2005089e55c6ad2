"""The library as it was painted at the start: it stays on the screen until the app's own is as whole."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from rich.ansi import AnsiDecoder
from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.strip import Strip

from reader.first_frame.held_terminal import held
from reader.first_frame.kept_frame import CONTROLS

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.style import Style
    from textual.geometry import Region

    from reader.ui.app import ReaderApp
    from reader.ui.screens.library import LibraryScreen

_TO_BE_ANSWERED = (events.Key, events.Paste, events.MouseDown, events.MouseScrollDown, events.MouseScrollUp)
"""What the reader may do, and wants to see come of at once."""
_SOON_LOADED = 2_000
"""Works up to which all are there before anybody notices that he waits."""


class PaintedLibrary:
    """Has the app draw nothing from its beginning on. It changes: it knows whether the reader waits."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._rows = held.rows
        self._waiting = ExitStack()
        self._waiting.enter_context(app.batch_update())
        self._is_hurried = False

    def heed(self, event: events.Event) -> None:
        """Take note of what the reader does before the end."""
        self._is_hurried = self._is_hurried or isinstance(event, _TO_BE_ANSWERED)

    def have_loaded(self, screen: LibraryScreen, load: Callable[[], None]) -> None:
        """Have the screen load what it does not begin with, and show all of it in one, when it is laid out.

        While that takes long and the reader waits for the answer to a key, it shows what it begins with.
        """

        def go_on() -> None:
            if self._is_hurried and screen.model.total > _SOON_LOADED:
                self._end()
                screen.call_after_refresh(load)
            else:
                load()
                self._end()

        screen.call_after_refresh(go_on)

    def _end(self) -> None:
        self._waiting.close()
        self._app.screen.refresh()

    @property
    def size(self) -> Size:
        """The terminal's, when it was painted."""
        return Size(sum(cell_len(text) for text in self._rows[0][1::2]), len(self._rows))

    def strips(self, region: Region) -> list[Strip]:
        """A part of what was painted; blank where nothing was."""
        rows = [*self._rows[region.y : region.bottom]]
        rows += [[]] * (region.height - len(rows))
        return [_strip(row).crop_extend(region.x, region.right, None) for row in rows]


def _strip(row: list[str]) -> Strip:
    runs = zip(row[::2], row[1::2], strict=True)
    return Strip([Segment(text.translate(CONTROLS), _style(look)) for look, text in runs])


def _style(look: str) -> Style:
    decoder = AnsiDecoder()
    decoder.decode_line(f"\x1b[0;{look}m")
    return decoder.style
