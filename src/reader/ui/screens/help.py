"""Help: the keys that work on a screen, by what one wants to do; found by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.ui.help.rows import HelpRow, found_in, groups_of, help_rows
from reader.ui.screens.terminal_sized import TerminalSized

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.screen import Screen

    from reader.ui.help.rows import HelpGroup

_HOW = "/ finds · ↑ ↓ space scroll · esc closes · ctrl+p runs it by name"
_COUNTS = "A number before a key repeats it or says where: 5 space, 3 ], 12 G, 50 %"
_PAGE_MOUSE = "The mouse: either half of the page, the wheel, links, the line below; right button: all else"
_LIST_MOUSE = "The mouse: a second click reads; heads sort; tags and hints; right button: all else"
_NOTHING = "Nothing here is called that. esc shows all of it again."
_WIDEST = 168
_AROUND = 5
"""Cells beside the text: the padding, and the scrollbar."""


class HelpScreen(TerminalSized, ModalScreen[None]):
    """Commands with their keys and what can be typed; any of the usual keys closes it."""

    AUTO_FOCUS = "#help"  # the arrow keys scroll at once
    BINDINGS: ClassVar = [
        Binding("escape", "leave_search", "Leave the search, or close", show=False),
        Binding("q,question_mark", "close", "Close", show=False),
        Binding("slash", "search", "Find", show=False),
        Binding("j,down", "scroll_help(1)", "Down", show=False),
        Binding("k,up", "scroll_help(-1)", "Up", show=False),
        Binding("space,pagedown", "page_help(1)", "A screenful down", show=False),
        Binding("b,pageup", "page_help(-1)", "A screenful up", show=False),
    ]

    def __init__(
        self,
        groups: Sequence[HelpGroup],
        more: Sequence[HelpGroup],
        before: Sequence[str] = (),
        after: Sequence[str] = (),
    ) -> None:
        """`more` is found by typing, and not shown otherwise; `before` and `after` stand around it all."""
        super().__init__()
        self._before, self._after = (*before, _HOW), after
        self._groups = groups
        self._more = more
        self._typed = ""

    @classmethod
    def of(cls, screen: Screen[object], keymap: Mapping[str, str]) -> HelpScreen:
        """Help for a screen that declares its commands as `COMMAND_GROUPS`; `keymap` is that in force."""
        from reader.ui.commands.library import LIBRARY_GROUPS
        from reader.ui.commands.reading import READING_HELP
        from reader.ui.help.typed_words import field_group, setting_group

        commands = getattr(screen, "COMMAND_GROUPS", ())
        groups = groups_of(commands, keymap)
        fields = field_group()
        if commands is LIBRARY_GROUPS:
            return cls((*groups, fields), (setting_group(),), after=(_LIST_MOUSE,))
        if commands is READING_HELP:
            return cls(groups, (fields, setting_group()), (_COUNTS,), (_PAGE_MOUSE,))
        return cls(groups, (fields, setting_group()))

    def compose(self) -> ComposeResult:
        """One scrolling text; the line for what is sought comes with its key."""
        with Vertical(id="help-frame"):
            yield Input(placeholder="what you want to do, a key, a setting", id="help-words", compact=True)
            with VerticalScroll(id="help"):
                yield Static(self._text(), id="help-text")

    def on_resize(self, event: events.Resize) -> None:
        """Put it into as many columns as there is room for now."""
        if event.size == self.app.size:
            self._show()

    def _show(self) -> None:
        for text in self.query("#help-text").results(Static):
            text.update(self._text())

    # -- Finding ----------------------------------------------------------------------------------------

    def action_search(self) -> None:
        """Ask for words."""
        for line in self.query(Input):
            self.add_class("-finding")
            line.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what is called that."""
        event.stop()
        self._typed = event.value
        self._show()
        for text in self.query("#help"):
            text.scroll_home(animate=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Have the keys scroll again."""
        event.stop()
        for text in self.query("#help"):
            text.focus()

    def action_leave_search(self) -> None:
        """Show everything again; close it where all of it is shown."""
        if not self.has_class("-finding"):
            self.action_close()
        for line in self.query(Input):
            self.remove_class("-finding")
            line.value = ""
        for text in self.query("#help"):
            text.focus()

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
        groups = found_in((*self._groups, *self._more), self._typed) if self._typed.strip() else self._groups
        column, rows = help_rows(groups, min(self.app.size.width, _WIDEST) - _AROUND)
        before, after = ((), ()) if self._typed else (self._before, self._after)
        lines = [*(Content.styled(words, "$quiet") for words in before), Content("")]
        lines += (self._line(row, column) for row in rows)
        lines += (Content.styled(words, "$quiet") for words in (after if rows else (_NOTHING,)))
        return Content("\n").join(lines)

    def _line(self, row: tuple[HelpRow, ...], column: int) -> Content:
        *padded, last = row
        return Content.assemble(*(self._row(one, column) for one in padded), self._row(last, 0))

    @staticmethod
    def _row(row: HelpRow, width: int) -> Content:
        """One line of a column, filled up to so many cells."""
        if row.is_head:
            line = Content.styled(row.words, "bold $accent")
        else:
            line = Content.assemble((row.keys, "$secondary"), Content(row.words))
        return Content.assemble(line, " " * max(0, width - line.cell_length))
