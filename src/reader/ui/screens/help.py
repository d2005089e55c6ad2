"""Help: the keys that work on a screen, by what one wants to do; found by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.ui.asking import Asking
from reader.ui.commands.command import bindings
from reader.ui.commands.help import HELP
from reader.ui.commands.typed_line import TYPED_LINE
from reader.ui.help.rows import HelpRow, found_in, groups_of, help_rows
from reader.ui.keys.in_force import keys_in_force
from reader.ui.keys.sentences import told
from reader.ui.screens.terminal_sized import TerminalSized

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.screen import Screen
    from textual.widget import Widget

    from reader.settings import Settings
    from reader.ui.commands.command import CommandGroups
    from reader.ui.help.rows import HelpGroup
    from reader.ui.widgets.prompt import Prompt

_HOW = "{find-in-help} finds · {next-in-help} scrolls · {close-help} closes · {show-palette} runs it by name"
_COUNTS = (
    "A number before a key repeats it or says where: "
    "5 {next-page}, 3 {next-chapter}, 12 {chapter-end}, 50 {go-to-share}"
)
_PAGE_MOUSE = "The mouse: either half of the page, the wheel, links, the line below; right button: all else"
_LIST_MOUSE = "The mouse: a second click reads; heads sort; tags and hints; right button: all else"
_NOTHING = "Nothing here is called that. {leave-line} shows all of it again."
_WHAT = "what you want to do, a key, a setting"
_OVER_EVERYTHING: CommandGroups = (("Where you type", TYPED_LINE), ("In help", HELP))
_FEW = 3
"""Lines that a row's key scrolls."""
_WIDEST = 168
_AROUND = 5
"""Cells beside the text: the padding, and the scrollbar."""


class HelpScreen(TerminalSized, ModalScreen[None]):
    """Commands with their keys and what can be typed; any of the usual keys closes it."""

    AUTO_FOCUS = None
    BINDINGS: ClassVar = bindings(HELP)

    def __init__(
        self,
        settings: Settings,
        groups: Sequence[HelpGroup],
        more: Sequence[HelpGroup],
        before: Sequence[str] = (),
        after: Sequence[str] = (),
    ) -> None:
        """`more` is found by typing, and not shown otherwise; `before` and `after` stand around it all."""
        super().__init__()
        self._settings = settings
        self._before, self._after = (*before, _HOW), after
        self._groups = groups
        self._more = more
        self._asking = Asking(self)
        self._typed = ""

    @classmethod
    def of(cls, screen: Screen[object], settings: Settings) -> HelpScreen:
        """Help for a screen that declares its commands as `COMMAND_GROUPS`."""
        from reader.ui.commands.library import LIBRARY_GROUPS
        from reader.ui.commands.reading import READING_HELP
        from reader.ui.help.typed_words import field_group, setting_group

        commands = getattr(screen, "COMMAND_GROUPS", ())
        keymap = keys_in_force(settings)
        groups = groups_of((*commands, *_OVER_EVERYTHING), keymap)
        elsewhere = groups_of(_elsewhere((*commands, *_OVER_EVERYTHING)), keymap)
        fields = field_group()
        if commands is LIBRARY_GROUPS:
            more = (*elsewhere, setting_group())
            return cls(settings, (*groups, fields), more, after=(_LIST_MOUSE,))
        more = (*elsewhere, fields, setting_group())
        if commands is READING_HELP:
            return cls(settings, groups, more, (_COUNTS,), (_PAGE_MOUSE,))
        return cls(settings, groups, more)

    def compose(self) -> ComposeResult:
        """One scrolling text; the line for what is sought comes with its key."""
        with Vertical(id="help-frame"), VerticalScroll(id="help", can_focus=False):
            yield Static(self._text(), id="help-text")

    def on_resize(self, event: events.Resize) -> None:
        """Put it into as many columns as there is room for now."""
        if event.size == self.app.size:
            self._show()

    def _show(self) -> None:
        for text in self.query("#help-text").results(Static):
            text.update(self._text())

    # -- Finding ----------------------------------------------------------------------------------------

    async def action_find_in_help(self) -> None:
        """Ask for words."""
        for frame in self.query("#help-frame"):  # there is none yet if keys come very fast
            self.add_class("-finding")
            await self._asking.ask("help", _WHAT, self._typed, into=frame, first=True)

    def on_input_changed(self, event: Prompt.Changed) -> None:
        """Show what is called that."""
        event.stop()
        self._find(event.value)

    def _find(self, words: str) -> None:
        self._typed = words
        self._show()
        self._scroll(lambda text: text.scroll_home(animate=False))

    def on_prompt_answered(self) -> None:
        """Have the keys scroll again; the words stay above what was found."""
        self.set_focus(None)

    async def on_prompt_left(self) -> None:
        """Show everything again."""
        await self._leave_search()

    async def _leave_search(self) -> bool:
        """Look for nothing any more; False when nothing was looked for."""
        if not await self._asking.stop():
            return False
        self.remove_class("-finding")
        self._find("")
        return True

    async def action_close_help(self) -> None:
        """Show everything again; close it where all of it is shown, unless a key before this one has."""
        if not await self._leave_search() and self.app.screen is self:
            self.dismiss()

    # -- Scrolling --------------------------------------------------------------------------------------

    def action_next_row(self) -> None:
        """A few lines down."""
        self._scroll(lambda text: text.scroll_relative(y=_FEW, animate=False))

    def action_previous_row(self) -> None:
        """A few lines up."""
        self._scroll(lambda text: text.scroll_relative(y=-_FEW, animate=False))

    def action_next_in_help(self) -> None:
        """A screenful down."""
        self._scroll(lambda text: text.scroll_relative(y=max(1, text.size.height - 2), animate=False))

    def action_previous_in_help(self) -> None:
        """A screenful up."""
        self._scroll(lambda text: text.scroll_relative(y=-max(1, text.size.height - 2), animate=False))

    def action_first_row(self) -> None:
        """To the beginning."""
        self._scroll(lambda text: text.scroll_home(animate=False))

    def action_last_row(self) -> None:
        """To the end."""
        self._scroll(lambda text: text.scroll_end(animate=False))

    def _scroll(self, scroll: Callable[[Widget], None]) -> None:
        for text in self.query("#help"):  # as above, or none any more
            scroll(text)

    # -- Drawing ----------------------------------------------------------------------------------------

    def _text(self) -> Content:
        groups = found_in((*self._groups, *self._more), self._typed) if self._typed.strip() else self._groups
        column, rows = help_rows(groups, min(self.app.size.width, _WIDEST) - _AROUND)
        before, after = ((), ()) if self._typed else (self._before, self._after)
        lines = [*map(self._said, before), Content("")]
        lines += (self._line(row, column) for row in rows)
        lines += map(self._said, after if rows else (_NOTHING,))
        return Content("\n").join(lines)

    def _said(self, sentence: str) -> Content:
        return Content.styled(told(sentence, self._settings), "$quiet")

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


def _elsewhere(shown: CommandGroups) -> CommandGroups:
    """The commands of all other places, to be found by typing."""
    from reader.ui.keys.contexts import CONTEXTS

    known = {command for _, commands in shown for command in commands}
    groups = (
        (c.where.capitalize(), tuple(command for command in c.own if command not in known)) for c in CONTEXTS
    )
    return tuple((name, commands) for name, commands in groups if commands)
