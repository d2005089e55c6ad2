"""The library screen: tags beside the list of works, and what can be done with them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.message import Message
from textual.screen import Screen

from reader.settings.values import FOLD
from reader.ui.asking import Asking
from reader.ui.commands.command import bindings
from reader.ui.commands.everywhere import EVERYWHERE
from reader.ui.commands.library import LIBRARY, LIBRARY_COMMANDS, LIBRARY_GROUPS
from reader.ui.commands.tagging import ROW_COMMANDS
from reader.ui.keys.without_key import run_as_key
from reader.ui.later import Later
from reader.ui.library.model import LibraryModel
from reader.ui.library.words import continue_parts
from reader.ui.screens.terminal_sized import TerminalSized
from reader.ui.widgets.library_foot import LibraryFoot
from reader.ui.widgets.pieces import PIECE_CLASSES
from reader.ui.widgets.quiet_lines import QuietLine
from reader.ui.widgets.tag_pane import TagPane
from reader.ui.widgets.tag_sidebar import TagSidebar
from reader.ui.widgets.work_list import WorkHeads, WorkList
from reader.ui.widgets.work_pane import WorkPane
from reader.ui.works.file_remarks import remarks_on
from reader.workspace.filtering import filtering_of

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from textual import events
    from textual.app import ComposeResult
    from textual.widgets import Input

    from reader.ui.adding.adder import Adder
    from reader.ui.adding.arrivals import LibraryAdding
    from reader.ui.adding.choosing_files import ChoosingFiles
    from reader.ui.app import ReaderApp
    from reader.ui.library.acting import LibraryActing
    from reader.ui.library.filtering import LibraryFiltering
    from reader.ui.library.gathering import LibraryGathering
    from reader.ui.library.hiding import LibraryHiding
    from reader.ui.library.hints import LibraryHints
    from reader.ui.library.line import LibraryLine
    from reader.ui.library.loading import LibraryLoader
    from reader.ui.library.opening import LibraryOpening
    from reader.ui.library.panes import LibraryPanes
    from reader.ui.library.place import LibraryPlace
    from reader.ui.library.questions import LibraryQuestions
    from reader.ui.library.removing import LibraryRemoving
    from reader.ui.library.selecting import LibrarySelecting
    from reader.ui.library.shelving import LibraryShelving
    from reader.ui.library.sorting import LibrarySorting
    from reader.ui.library.tagging import LibraryTagging
    from reader.ui.library.undoing import LibraryUndoing
    from reader.ui.widgets.adding import AddedList
    from reader.ui.widgets.clickable_line import ClickableLine
    from reader.ui.widgets.prompt import Prompt
    from reader.workspace import Workspace


class LibraryScreen(TerminalSized, Screen[None]):
    """The works in a list, their tags in a sidebar, and the chosen one's details."""

    BINDINGS: ClassVar = bindings((*LIBRARY, *EVERYWHERE))
    COMMAND_GROUPS: ClassVar = LIBRARY_GROUPS
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-middle"), (100, "-wide"), (150, "-widest")]  # noqa: RUF012  # Textual declares it so
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-short"), (30, "-high"), (44, "-highest")]  # noqa: RUF012  # Textual declares it so
    COMPONENT_CLASSES: ClassVar[set[str]] = {*PIECE_CLASSES}
    CSS_PATH: ClassVar = [f"../styles/{name}.tcss" for name in ("library", "library_later", "rows")]
    AUTO_FOCUS = "#works"
    app: ReaderApp

    loader: Later[LibraryLoader] = Later("library.loading:LibraryLoader")
    place: Later[LibraryPlace] = Later("library.place:LibraryPlace")
    line: Later[LibraryLine] = Later("library.line:LibraryLine")
    hints: Later[LibraryHints] = Later("library.hints:LibraryHints")
    panes: Later[LibraryPanes] = Later("library.panes:LibraryPanes")
    sorting: Later[LibrarySorting] = Later("library.sorting:LibrarySorting")
    selection: Later[LibrarySelecting] = Later("library.selecting:LibrarySelecting")
    gathering: Later[LibraryGathering] = Later("library.gathering:LibraryGathering")
    filtering: Later[LibraryFiltering] = Later("library.filtering:LibraryFiltering")
    hiding: Later[LibraryHiding] = Later("library.hiding:LibraryHiding")
    tagging: Later[LibraryTagging] = Later("library.tagging:LibraryTagging")
    shelving: Later[LibraryShelving] = Later("library.shelving:LibraryShelving")
    opening: Later[LibraryOpening] = Later("library.opening:LibraryOpening")
    questions: Later[LibraryQuestions] = Later("library.questions:LibraryQuestions")
    acting: Later[LibraryActing] = Later("library.acting:LibraryActing")
    removing: Later[LibraryRemoving] = Later("library.removing:LibraryRemoving")
    undoing: Later[LibraryUndoing] = Later("library.undoing:LibraryUndoing")
    files: Later[ChoosingFiles] = Later("adding.choosing_files:ChoosingFiles")
    adding: Later[LibraryAdding] = Later("adding.arrivals:LibraryAdding")

    class Opened(Message):
        """A work is to be read."""

        def __init__(self, work_id: str) -> None:
            super().__init__()
            self.work_id = work_id

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.model = LibraryModel(partial(filtering_of, workspace), lambda: bool(workspace.settings.hide))
        self._asking = Asking(self)
        self.foot = LibraryFoot(self._asking, id="library-foot")
        self._was_shown = False

    def compose(self) -> ComposeResult:
        """A line, the tags beside the works, and at the bottom what is going on and the hints."""
        yield QuietLine(id="library-line")
        with Horizontal(id="library"):
            yield TagPane(self._asking, id="tag-pane")
            yield WorkPane(
                lambda entry: remarks_on(entry, self.workspace),
                self.selection.works,
                self.loader.in_full,
                id="work-pane",
            )
        yield self.foot

    def on_mount(self) -> None:
        """Show at once what the list begins with, and the rest with its tags as soon as that is shown."""
        self.sorting.begin()
        self.model.folds = self.workspace.settings.hidden_works == FOLD
        self.loader.begin()
        if self.app.painted is None:
            self.call_after_refresh(self._go_on)
        else:
            self.app.painted.have_loaded(self, self._go_on)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.is_mounted  # a key may come before the widgets are there

    def action_do(self, command: str) -> Awaitable[None] | None:
        """Carry out one of the screen's commands, named by its id; Textual awaits what it returns."""
        return LIBRARY_COMMANDS[command].run(self)

    def _go_on(self) -> None:
        self.tagging.follow()
        self.shelving.load()
        self.loader.all()
        self.adding.look_at_start()
        self.line.hint()

    # -- Showing ----------------------------------------------------------------------------------------

    def on_screen_resume(self) -> None:
        """Back from reading: what was read has moved on."""
        if self._was_shown:
            self.adding.go_on()
            self.opening.back()
        self._was_shown = True

    def on_screen_suspend(self) -> None:
        """Nothing that nobody asked for goes on while someone reads."""
        self.adding.rest()

    def show_all(self) -> None:
        """Show works and tags as the model has them now."""
        self.show_works()
        self.query_one(TagPane).show(self.model)

    def show_works(self) -> None:
        """Show works as the model has them now."""
        self.selection.works.end_range()
        self.query_one(WorkPane).show(self.model)
        self.line.show()
        parts = self.gathering.parts() or continue_parts(self.model.last_read, self.workspace.place)
        self.query_one(WorkPane).show_continue(parts)
        self.files.show_first_steps()

    def say(self, words: str) -> None:
        """Say something for a moment above the works."""
        self.line.say(words)

    def on_descendant_focus(self) -> None:
        """The hints are those of the pane that has the keys."""
        self.hints.show()

    # -- Reading ----------------------------------------------------------------------------------------

    def on_work_pane_selected(self) -> None:
        """Say how many works are selected."""
        self.hints.show()

    def on_work_list_opened(self, event: WorkList.Opened) -> None:
        """A work was clicked."""
        self.opening.read(event.entry)

    def action_show_versions(self) -> None:
        """Show the files of the chosen work."""
        self.opening.show_versions()

    # -- The filter -------------------------------------------------------------------------------------

    def on_tag_sidebar_pointed(self, event: TagSidebar.Pointed) -> None:
        """Say in full what the sidebar has room for only in part."""
        self.line.point(self.tagging.about(event.row))
        self.hints.show()

    def action_with_row(self, command: str) -> None:
        """Have a command of the sidebar carried out with its row, wherever the keys are."""
        self.query_one(TagSidebar).action_with_row(command)

    def on_tag_sidebar_wanted(self, event: TagSidebar.Wanted) -> Awaitable[None] | None:
        """Carry out a command with a row."""
        return ROW_COMMANDS[event.command].run(self, event.row)

    def on_tag_sidebar_chosen(self, event: TagSidebar.Chosen) -> None:
        """Include, exclude, leave alone; show the works of a shelf."""
        self.filtering.choose(event.row)

    def on_work_heads_clicked(self, event: WorkHeads.Clicked) -> None:
        """Sort by the column."""
        self.sorting.by_column(event.column)

    # -- Panes and lines --------------------------------------------------------------------------------

    def action_next_pane(self) -> None:
        """From the list to the tags, to what was added if that is shown, and back."""
        self.panes.go_on(1)

    def action_previous_pane(self) -> None:
        """The other way round."""
        self.panes.go_on(-1)

    async def on_clickable_line_pressed(self, event: ClickableLine.Pressed) -> None:
        """Do what the words that were clicked stand for."""
        if not self.filtering.take_away(event.key):
            await run_as_key(self, event.key)

    async def action_leave_mode(self) -> None:
        """Leave the innermost: the summary of adding, a search for a tag, the query, the tags, adding."""
        if self.foot.close_added():
            self.panes.go_to(WorkList)
        elif await self.query_one(TagPane).leave_search():
            return
        elif not (
            self.selection.clear()
            or self.gathering.back()
            or self.filtering.take_away_last()
            or self.adding.interrupt()
        ):
            self.panes.go_to(WorkList)

    def on_unmount(self) -> None:
        """Let the program end: what is being added stops after the file it is at."""
        self.place.keep()
        self.adding.stop()

    async def action_leave(self) -> None:
        """From here there is nowhere to go but out."""
        await self.app.action_quit()

    # -- Questions, and what is added -------------------------------------------------------------------

    async def on_input_changed(self, event: Input.Changed) -> None:
        """Follow what is typed."""
        from reader.ui.widgets.prompt import Prompt  # there since something is asked

        if isinstance(event.input, Prompt):
            await self.questions.typed(event.input.purpose, event.value)
            await self.removing.typed(event.input.purpose, event.value)

    async def on_prompt_left(self, event: Prompt.Left) -> None:
        """Back to the list."""
        await self.questions.left(event.purpose)
        self.panes.go_back()

    async def on_prompt_answered(self, event: Prompt.Answered) -> None:
        """Back to the list, with what was asked for."""
        purpose, words = event.purpose, event.words
        if not (
            await self.acting.answered(purpose, words)
            or await self.removing.answered(purpose, words)
            or await self.questions.answered(purpose, words)
        ):
            return
        self.panes.go_back()

    async def on_paste(self, event: events.Paste) -> None:
        """Take what is dropped on the terminal for files to be added."""
        await self.questions.pasted(event.text)

    def on_added_list_opened(self, event: AddedList.Opened) -> None:
        """Read a work that was added."""
        self.opening.read(self.workspace.entry(event.work_id))

    def on_adder_finished(self, event: Adder.Finished) -> None:
        """Show what was added, and say what came of it."""
        self.adding.finished(event)
