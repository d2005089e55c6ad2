"""The panel of the page's look: a setting a row, each changed with the page beside it as the preview."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from reader.ui.commands.command import bindings
from reader.ui.commands.look_panel import LOOK_PANEL
from reader.ui.keys.sentences import told
from reader.ui.page.look_rows import LOOK_ROWS
from reader.ui.text_in_cells import shortened

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.style import Style as RichStyle
    from textual import events
    from textual.geometry import Size

    from reader.ui.page.look_rows import LookRow
    from reader.ui.page.settings import PageSettings

_NAME = 17
"""Cells of a row before its value, with the margin."""
_LEAST_COLUMN = 36
"""Cells that a row needs."""
_HINTS = (
    "{previous-value}{next-value} change",
    "{reset-value} reset",
    "{toggle-own-look} {other}",
    "{close-look} close",
)
_SHORT_HINTS = "{previous-value}{next-value} {reset-value} {toggle-own-look} {close-look}"
_ALL, _OWN = "all works", "this work only"


def _columns_in(width: int) -> int:
    return 2 if width >= 2 * _LEAST_COLUMN else 1


def _depth_of(columns: int) -> int:
    """Rows of settings in each of so many columns."""
    return -(-len(LOOK_ROWS) // columns)


class LookPanel(Widget, can_focus=True):
    """Rows in one column, or in two where it lies under the page.

    | Component class | Description |
    | --- | --- |
    | `look--name` | What a row is about, and hints |
    | `look--value` | How it is |
    | `look--head` | What all of it is about |
    | `look--chosen` | The chosen row |
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"look--name", "look--value", "look--head", "look--chosen"}
    BINDINGS: ClassVar = bindings(LOOK_PANEL)
    ALLOW_SELECT = False

    def __init__(self, settings: PageSettings, close: Callable[[], object]) -> None:
        super().__init__()
        self._settings = settings
        self._close_panel = close
        self._cursor = 0

    # -- Where what stands ------------------------------------------------------------------------------

    @property
    def _columns(self) -> int:
        return _columns_in(self.size.width)

    @property
    def _depth(self) -> int:
        return _depth_of(self._columns)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Under the page: its head and its rows, as long as the page keeps more than half of the height."""
        return max(2, min(1 + _depth_of(_columns_in(width)), (container.height - 1) // 2))

    @property
    def _top(self) -> int:
        """The first row of settings that is shown, so that the chosen one is."""
        room = max(1, self.size.height - 1)
        row = self._cursor % self._depth
        return max(0, row - room + 1)

    def _row_at(self, x: int, y: int) -> int | None:
        """The index of the setting at a cell."""
        depth = self._depth
        row, column = y - 1 + self._top, x // self._column_width
        index = column * depth + row
        return index if 0 <= row < depth and index < len(LOOK_ROWS) and column < self._columns else None

    @property
    def _column_width(self) -> int:
        return max(1, self.size.width // self._columns)

    # -- Drawing ----------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """The head, a row of settings, or what is said below them."""
        width, depth = self.size.width, self._depth
        if y == 0:
            return self._line(self._head())
        row = y - 1 + self._top
        if row < depth:
            segments: list[Segment] = []
            for column in range(self._columns):
                index = column * depth + row
                segments += self._setting(index) if index < len(LOOK_ROWS) else []
            return Strip(segments).adjust_cell_length(width, self._style("name"))
        return self._line([(self._below(row - depth), "name")])

    def _below(self, row: int) -> str:
        """What is said below a single column of settings: what the chosen one does, and hints."""
        if self._columns > 1:
            return ""
        below = ("", self.chosen.meaning, "", *self._hints())
        return below[row] if row < len(below) else ""

    def _line(self, pieces: list[tuple[str, str]]) -> Strip:
        segments = [Segment(" ", self._style("name"))]
        segments += [Segment(text, self._style(name)) for text, name in pieces]
        return Strip(segments).adjust_cell_length(self.size.width, self._style("name"))

    def _style(self, name: str) -> RichStyle:
        return self.get_component_rich_style(f"look--{name}")

    def _head(self) -> list[tuple[str, str]]:
        own = self._settings.are_own
        pieces = [("The page", "head"), (f" · {_OWN if own else _ALL}", "value" if own else "name")]
        if self._columns == 1 and self.size.height > 1 + len(LOOK_ROWS) + 1:
            return pieces  # there is room for them below
        room = self.size.width - 4 - sum(cell_len(text) for text, _ in pieces)
        short = told(_SHORT_HINTS, self._settings.here)
        hints = next((h for h in ("   ".join(self._hints()), short) if cell_len(h) <= room), "")
        return [*pieces, (hints.rjust(room + 2), "name")]

    def _hints(self) -> tuple[str, ...]:
        other = _ALL if self._settings.are_own else _OWN
        return tuple(told(hint, self._settings.here, other=other) for hint in _HINTS)

    def _setting(self, index: int) -> list[Segment]:
        row, width, here = LOOK_ROWS[index], self._column_width, self._settings.here
        chosen = index == self._cursor
        value = shortened(row.words(here), width - _NAME - 3)
        shown = f"‹ {value} ›" if chosen else f"  {value}"
        rest = " " * max(0, width - _NAME - cell_len(shown))
        name = f" {row.name}".ljust(_NAME)
        if chosen:
            return [Segment(f"{name}{shown}{rest}", self._style("chosen"))]
        look = "name" if row.is_same(here, self._settings.usual) else "value"
        return [Segment(name, self._style("name")), Segment(shown + rest, self._style(look))]

    # -- Keys and mouse ---------------------------------------------------------------------------------

    @property
    def chosen(self) -> LookRow:
        """The row that keys change."""
        return LOOK_ROWS[self._cursor]

    def _choose(self, index: int) -> None:
        self._cursor = max(0, min(index, len(LOOK_ROWS) - 1))
        self.refresh()

    def action_next_row(self) -> None:
        self._choose(self._cursor + 1)

    def action_previous_row(self) -> None:
        self._choose(self._cursor - 1)

    def action_next_value(self) -> None:
        self._settings.step(self.chosen, 1)

    def action_previous_value(self) -> None:
        self._settings.step(self.chosen, -1)

    def action_reset_value(self) -> None:
        self._settings.reset(self.chosen)

    def action_toggle_own_look(self) -> None:
        self._settings.toggle_own()
        self.refresh()

    def action_close_look(self) -> None:
        self._close_panel()

    def on_click(self, event: events.Click) -> None:
        """A click chooses a row; on its value it goes on to the next, on the arrow before that, back."""
        event.stop()
        index = self._row_at(event.x, event.y)
        if index is None:
            return
        self._choose(index)
        at = event.x % self._column_width - _NAME
        if at >= 0:
            self._settings.step(self.chosen, 1 if at > 1 else -1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._choose(self._cursor + 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._choose(self._cursor - 1)
