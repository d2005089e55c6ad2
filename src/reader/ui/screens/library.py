"""The library screen: tags beside the list of works, and what can be done with them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.message import Message
from textual.screen import Screen

from reader.library.entries import CatalogueError
from reader.library.filters import Mark
from reader.ui.adding import Adder, summary_of
from reader.ui.asking import Asking
from reader.ui.commands.command import bindings
from reader.ui.commands.everywhere import EVERYWHERE
from reader.ui.commands.library import LIBRARY, LIBRARY_GROUPS, TAG_SIDEBAR
from reader.ui.library_model import LibraryModel, entry_in_state
from reader.ui.library_questions import LibraryQuestions
from reader.ui.library_rows import one_line
from reader.ui.library_words import QUERY, choice_of, continue_parts, count_words, hint_parts
from reader.ui.screens.terminal_sized import TerminalSized
from reader.ui.widgets.library_foot import LibraryFoot
from reader.ui.widgets.pieces import PIECE_CLASSES
from reader.ui.widgets.prompt import Prompt
from reader.ui.widgets.quiet_lines import QuietLine
from reader.ui.widgets.tag_pane import TagPane
from reader.ui.widgets.tag_sidebar import TagSidebar
from reader.ui.widgets.work_list import WorkHeads, WorkList
from reader.ui.widgets.work_pane import WorkPane
from reader.ui.work_order import order_shown_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.widgets import Input

    from reader.library.entries import Entry
    from reader.ui.app import ReaderApp
    from reader.ui.widgets.clickable_line import ClickableLine
    from reader.ui.work_order import WorkOrder
    from reader.workspace import Workspace

_AT_FIRST = 80
"""Works that are shown before all are loaded: more than any screen has rows for."""
_LOOK_EVERY = 2.0
"""Seconds between two looks for works that came in meanwhile."""


class LibraryScreen(TerminalSized, Screen[None]):
    """The works in a list, their tags in a sidebar, and the chosen one's details."""

    BINDINGS: ClassVar = bindings((*LIBRARY, *EVERYWHERE))
    COMMAND_GROUPS: ClassVar = LIBRARY_GROUPS
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-middle"), (100, "-wide"), (150, "-widest")]  # noqa: RUF012  # Textual declares it so
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-short"), (30, "-high"), (44, "-highest")]  # noqa: RUF012  # Textual declares it so
    COMPONENT_CLASSES: ClassVar[set[str]] = {*PIECE_CLASSES}
    CSS_PATH: ClassVar = ["../library.tcss", "../rows.tcss"]
    AUTO_FOCUS = "#works"
    app: ReaderApp

    @dataclass
    class Opened(Message):
        """A work is to be read."""

        work_id: str

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.model = LibraryModel()
        self._opened_id = ""
        self._asking = Asking(self)
        self._adder: Adder
        self._questions: LibraryQuestions

    def compose(self) -> ComposeResult:
        """A line, the tags beside the works, and at the bottom what is going on and the hints."""
        yield QuietLine(id="library-line")
        with Horizontal(id="library"):
            yield TagPane(self._asking, id="tag-pane")
            yield WorkPane(id="work-pane")
        yield LibraryFoot(self._asking, id="library-foot")

    def on_mount(self) -> None:
        """Show at once what the list begins with, and the rest with its tags as soon as that is shown."""
        foot = self.query_one(LibraryFoot)
        self._adder = Adder(foot, self.workspace)
        self._questions = LibraryQuestions(self, foot)
        catalogue = self.workspace.catalogue
        self.model.load(catalogue.beginning(_AT_FIRST), catalogue.count())
        self._show_works()
        self.call_after_refresh(self.refresh_works)
        self.set_interval(_LOOK_EVERY, self._look_for_works)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.is_mounted  # a key may come before the widgets are there

    # -- Showing ----------------------------------------------------------------------------------------

    def refresh_works(self) -> None:
        """Read the catalogue again; chosen work, filter and order stay."""
        self.model.load(self.workspace.catalogue.entries())
        self._show_works()
        self._count_tags()

    def _look_for_works(self) -> None:
        """Show what was added or changed meanwhile, here or by another process."""
        with suppress(CatalogueError):  # it can't be asked at the moment
            if self.is_current and self.workspace.catalogue.changed_outside():
                self.refresh_works()

    def on_screen_resume(self) -> None:
        """Back from reading: what was read has moved on."""
        entry = self.workspace.entry(self._opened_id) if self._opened_id else None
        if entry is not None:
            self.model.update(entry_in_state(entry, self.workspace.store.work(entry.info.id)))
            self._show_works()
            self._count_tags()

    def show_all(self) -> None:
        """Show works and tags as the model has them now."""
        self._show_works()
        self.query_one(TagPane).show(self.model.counts)

    def _show_works(self) -> None:
        self.query_one(WorkPane).show(self.model)
        self.query_one("#library-line", QuietLine).show("Library", count_words(self.model))
        parts = continue_parts(self.model.last_read, self.workspace.place)
        self.query_one(WorkPane).show_continue(parts)

    def _count_tags(self) -> None:
        """Show the tags when they are counted."""
        counting = self.query_one(TagPane).show_counted(self.model.prepare(), self.model.counts)
        self.run_worker(counting, exclusive=True, group="tags")

    def on_descendant_focus(self) -> None:
        """The hints are those of the pane that has the keys."""
        own = TAG_SIDEBAR if isinstance(self.focused, TagSidebar) else ()
        parts = hint_parts((*own, *LIBRARY, *EVERYWHERE), self.workspace.settings.keys)
        self.query_one(LibraryFoot).show_hints(parts)

    # -- Reading ----------------------------------------------------------------------------------------

    def on_work_list_opened(self, event: WorkList.Opened) -> None:
        """A work was clicked."""
        self._open(event.entry)

    def action_read_work(self) -> None:
        """Read the chosen work."""
        self._open(self.query_one(WorkPane).chosen)

    def action_continue_reading(self) -> None:
        """Go on with the work that was read last."""
        self._open(self.model.last_read)

    def _open(self, entry: Entry | None) -> None:
        if entry is not None:
            self._opened_id = entry.info.id
            self.query_one(WorkPane).settle_on(entry)
            self.post_message(self.Opened(entry.info.id))

    # -- The filter -------------------------------------------------------------------------------------

    def filter_by(self, kind: str, name: str) -> None:
        """Show the works with a tag, whatever was shown before."""
        self.model.include_only(kind, name)
        self.show_all()

    def on_tag_sidebar_cycled(self, event: TagSidebar.Cycled) -> None:
        """Include, exclude, leave alone."""
        self.model.cycle(event.choice)
        self.show_all()

    async def action_filter_works(self) -> None:
        """Ask for a query."""
        await self._questions.ask_filter()

    def action_clear_filter(self) -> None:
        """Show all works."""
        self.model.clear()
        self.show_all()

    def action_sort_works(self) -> None:
        """Sort by what comes next."""
        order = self.model.order.next()
        self._sort(order, order.descends)

    def action_reverse_sort(self) -> None:
        """Turn the order round."""
        self._sort(self.model.order, not self.model.descending)

    def on_work_heads_clicked(self, event: WorkHeads.Clicked) -> None:
        """Sort by the column, the other way round when it is the one sorted by."""
        order = order_shown_in(event.column)
        if order is self.model.order:
            self.action_reverse_sort()
        elif order is not None:
            self._sort(order, order.descends)

    def _sort(self, order: WorkOrder, descending: bool) -> None:
        self.model.sort(order, descending)
        self._show_works()

    # -- Panes and lines --------------------------------------------------------------------------------

    def action_next_pane(self) -> None:
        """From the list to the tags and back; in a narrow terminal they take each other's place."""
        self._go_to(WorkList if isinstance(self.focused, TagSidebar) else TagSidebar)

    action_previous_pane = action_next_pane  # there are two

    def _go_to(self, pane: type[WorkList | TagSidebar]) -> None:
        self.set_class(pane is TagSidebar, "-tags")
        self.query_one(pane).focus()

    async def on_clickable_line_pressed(self, event: ClickableLine.Pressed) -> None:
        """Do what the words that were clicked stand for."""
        choice = choice_of(event.key)
        if choice is not None:
            self.model.mark(choice, Mark.NONE)
            self.show_all()
        elif event.key == QUERY:
            self.model.ask("")
            self.show_all()
        else:
            target = self.focused if hasattr(self.focused, f"action_{event.key}") else self
            await self.app.run_action(event.key, target)

    async def action_leave_mode(self) -> None:
        """Leave the innermost: a list of failures, a search for a tag, the query, the tags, adding."""
        if self.query_one(LibraryFoot).close_failures():
            self._go_to(WorkList)
        elif await self.query_one(TagPane).leave_search():
            return
        elif self.model.words or self.model.problem:
            self.model.ask("")
            self.show_all()
        elif self.model.choices:
            self.model.mark(self.model.choices[-1][0], Mark.NONE)
            self.show_all()
        elif self._adder.busy:
            self._adder.stop()
        else:
            self._go_to(WorkList)

    def on_unmount(self) -> None:
        """Let the program end: what is being added stops after the file it is at."""
        self._adder.stop()

    async def action_leave(self) -> None:
        """From here there is nowhere to go but out."""
        await self.app.action_quit()

    # -- Questions --------------------------------------------------------------------------------------

    async def on_input_changed(self, event: Input.Changed) -> None:
        """Follow what is typed."""
        if isinstance(event.input, Prompt):
            await self._questions.typed(event.input.purpose, event.value)

    async def on_prompt_left(self, event: Prompt.Left) -> None:
        """Back to the list."""
        await self._questions.left(event.purpose)
        self._go_to(WorkList)

    async def on_prompt_answered(self, event: Prompt.Answered) -> None:
        """Back to the list, with what was asked for."""
        await self._questions.answered(event.purpose, event.words)
        self._go_to(WorkList)

    # -- Taking in and out ------------------------------------------------------------------------------

    async def action_add_files(self) -> None:
        """Ask for what to add."""
        await self._questions.ask_paths()

    def action_look_again(self) -> None:
        """Look at the known folders again."""
        if self.workspace.settings.folders:
            self.add(None)
        else:
            self.notify("No folders are known yet: a adds one.")

    def add(self, paths: Sequence[Path] | None) -> None:
        """Add files and folders, or look at the known ones for None, while everything else goes on."""
        self.query_one(LibraryFoot).show_begun()
        self._adder.ask(paths)

    def on_adder_finished(self, event: Adder.Finished) -> None:
        """Show what was added, and say what came of it."""
        self.refresh_works()
        if event.problem:
            self.app.notify(one_line(event.problem), severity="error", timeout=15, markup=False)
        self.app.notify(summary_of(event.results), timeout=6, markup=False)

    async def action_remove_work(self) -> None:
        """Ask whether the chosen work is to go."""
        entry = self.query_one(WorkPane).chosen
        if entry is not None:
            await self._questions.ask_removal(entry)
