"""Help: the keys that work on a screen, by what one wants to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.ui.help_rows import HelpRow, help_rows
from reader.ui.screens.terminal_sized import TerminalSized

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual import events
    from textual.app import ComposeResult
    from textual.screen import Screen

    from reader.ui.commands.command import CommandGroups

_HOW = "↑ ↓ space scroll · esc closes · ctrl+p finds a command by other names too"
_COUNTS = "A number before a key repeats it or says where: 5 space, 3 ], 12 G, 50 %"
_MOUSE = "The mouse: either half of the page, the wheel, links, the line below the page"
_WIDEST = 168
_AROUND = 5
"""Cells beside the text: the padding, and the scrollbar."""


class HelpScreen(TerminalSized, ModalScreen[None]):
    """A list of commands with their keys; any of the usual keys closes it. `keymap` has the reader's own."""

    AUTO_FOCUS = "#help"  # the arrow keys scroll at once
    BINDINGS: ClassVar = [
        Binding("escape,q,question_mark", "close", "Close", show=False),
        Binding("j,down", "scroll_help(1)", "Down", show=False),
        Binding("k,up", "scroll_help(-1)", "Up", show=False),
        Binding("space,pagedown", "page_help(1)", "A screenful down", show=False),
        Binding("b,pageup", "page_help(-1)", "A screenful up", show=False),
    ]

    def __init__(self, groups: CommandGroups, keymap: Mapping[str, str]) -> None:
        super().__init__()
        self._groups = groups
        self._keymap = keymap

    @classmethod
    def of(cls, screen: Screen[object], keymap: Mapping[str, str]) -> HelpScreen:
        """Help for a screen that declares its commands as `COMMAND_GROUPS`."""
        return cls(getattr(screen, "COMMAND_GROUPS", ()), keymap)

    def compose(self) -> ComposeResult:
        """One scrolling text."""
        with VerticalScroll(id="help"):
            yield Static(self._text(), id="help-text")

    def on_resize(self, event: events.Resize) -> None:
        """Put it into as many columns as there is room for now."""
        if event.size == self.app.size:
            for text in self.query("#help-text").results(Static):
                text.update(self._text())

    def action_close(self) -> None:
        """Close it, unless a key pressed before this one has done so."""
        if self.app.screen is self:
            self.dismiss()

    def action_scroll_help(self, step: int) -> None:
        """Scroll by a few lines."""
        for text in self.query("#help"):  # there is none yet, or none any more, if keys come very fast
            text.scroll_relative(y=3 * step, animate=False)

    def action_page_help(self, step: int) -> None:
        """Scroll by a screenful."""
        for text in self.query("#help"):
            text.scroll_relative(y=step * max(1, text.size.height - 2), animate=False)

    def _text(self) -> Content:
        column, rows = help_rows(self._groups, self._keymap, min(self.app.size.width, _WIDEST) - _AROUND)
        lines = [Content.styled(_COUNTS, "$quiet"), Content.styled(_HOW, "$quiet"), Content("")]
        for row in rows:
            *padded, last = row
            parts = [self._row(one, column) for one in padded]
            lines.append(Content.assemble(*parts, self._row(last, 0)))
        lines.append(Content.styled(_MOUSE, "$quiet"))
        return Content("\n").join(lines)

    @staticmethod
    def _row(row: HelpRow, width: int) -> Content:
        """One line of a column, filled up to so many cells."""
        if row.is_head:
            line = Content.styled(row.words, "bold $accent")
        else:
            line = Content.assemble((row.keys, "$secondary"), Content(row.words))
        return Content.assemble(line, " " * max(0, width - line.cell_length))
