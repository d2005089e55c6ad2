"""The library as it was painted at the start: it stays on the screen until the app's own is as whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.ansi import AnsiDecoder
from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip

from reader.first_frame.held_terminal import held
from reader.first_frame.kept_frame import CONTROLS

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.style import Style
    from textual.geometry import Region

    from reader.ui.app import ReaderApp
    from reader.ui.keys.in_turn import KeysInTurn
    from reader.ui.screens.library import LibraryScreen


class PaintedLibrary:
    """Has nothing of the app shown, and no key handled, from the app's beginning on. It changes: it ends."""

    def __init__(self, app: ReaderApp, keys: KeysInTurn) -> None:
        self._app = app
        self._rows = held.rows
        self._keys = keys
        self._keys.rest()
        self.is_over = False
        """Whether the app's own frames are shown now."""

    def have_loaded(self, screen: LibraryScreen, load: Callable[[], None]) -> None:
        """Have the screen load what it does not begin with, once it is laid out, and show all of it in one.

        Keys are for the list that the reader sees, and wait until all of it is there.
        """

        def go_on() -> None:
            load()
            self._keys.go_on()
            # A line more takes a frame to be laid out, and the list another to follow.
            screen.call_after_refresh(screen.call_after_refresh, self._end)

        screen.call_after_refresh(go_on)

    def _end(self) -> None:
        self.is_over = True
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
