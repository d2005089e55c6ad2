"""Help: the keys that work on a screen, by what one wants to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.ui.screens.terminal_sized import TerminalSized

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.screen import Screen

    from reader.ui.commands.command import Command

_KEYS_WIDTH = 26


class HelpScreen(TerminalSized, ModalScreen[None]):
    """A list of commands with their keys; any of the usual keys closes it."""

    AUTO_FOCUS = "#help"  # the arrow keys scroll at once
    BINDINGS: ClassVar = [
        Binding("escape,q,question_mark", "close", "Close", show=False),
        Binding("j,down,space", "scroll_help(1)", "Down", show=False),
        Binding("k,up,b", "scroll_help(-1)", "Up", show=False),
    ]

    def __init__(self, groups: tuple[tuple[str, tuple[type[Command], ...]], ...]) -> None:
        super().__init__()
        self._groups = groups

    @classmethod
    def of(cls, screen: Screen[object]) -> HelpScreen:
        """Help for a screen that declares its commands as `COMMAND_GROUPS`."""
        return cls(getattr(screen, "COMMAND_GROUPS", ()))

    def compose(self) -> ComposeResult:
        """One scrolling text."""
        with VerticalScroll(id="help"):
            yield Static(self._text(), id="help-text")

    def action_close(self) -> None:
        """Close it, unless a key pressed before this one has done so."""
        if self.app.screen is self:
            self.dismiss()

    def action_scroll_help(self, step: int) -> None:
        """Scroll by a line."""
        for text in self.query("#help"):  # there is none yet, or none any more, if keys come very fast
            text.scroll_relative(y=3 * step, animate=False)

    def _text(self) -> Content:
        lines: list[Content] = []
        for name, commands in self._groups:
            lines.append(Content.styled(name, "bold $accent"))
            for command in commands:
                keys = command.shown_keys()
                gap = " " * max(2, _KEYS_WIDTH - cell_len(keys))
                lines.append(
                    Content.assemble("  ", (keys, "$secondary"), gap, Content(command.description()))
                )
            lines.append(Content(""))
        lines.append(
            Content.styled("A number before a motion repeats it: 3], 12G. ? or esc closes this.", "$quiet")
        )
        return Content("\n").join(lines)
