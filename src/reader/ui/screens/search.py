"""The screen that searches all texts as one types: works with their passages, and the way to the page."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container
from textual.message import Message
from textual.screen import Screen

from reader.library.entries import CatalogueError
from reader.reading.sought import FoundPassage
from reader.ui.commands.command import bindings
from reader.ui.commands.everywhere import ShowPalette
from reader.ui.commands.searching import SEARCH_GROUPS, SEARCHING
from reader.ui.keys.in_force import keys_in_force
from reader.ui.problems import tell_problem
from reader.ui.row_pieces import Piece, Tone, one_line
from reader.ui.screens.terminal_sized import TerminalSized
from reader.ui.search.session import SearchSession
from reader.ui.search.words import advice, scope_words, search_hints, summary
from reader.ui.widgets.hint_line import HintLine
from reader.ui.widgets.pieces import PIECE_CLASSES
from reader.ui.widgets.prompt import TypedLine
from reader.ui.widgets.quiet_lines import QuietLine
from reader.ui.widgets.result_list import PassageView, ResultList

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual import events
    from textual.app import ComposeResult
    from textual.timer import Timer

    from reader.library.entries import Entry
    from reader.library.text_search.searcher import Answer
    from reader.ui.search.results import ResultRow
    from reader.workspace import Workspace

_SOON = 0.05
"""Seconds without a key after which what was typed is looked for."""
_LONGEST = 500
"""Code points that can be typed."""


class SearchScreen(TerminalSized, Screen[str]):
    """A line to type in, what was found, and the chosen passage; its result is what was typed last."""

    CSS_PATH: ClassVar = ["../styles/rows.tcss", "../styles/search.tcss"]
    COMPONENT_CLASSES: ClassVar[set[str]] = {*PIECE_CLASSES}
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (150, "-widest")]  # noqa: RUF012  # Textual declares it so
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-short"), (30, "-high"), (44, "-highest")]  # noqa: RUF012  # Textual declares it so
    AUTO_FOCUS = "#search-words"
    BINDINGS: ClassVar = bindings((*SEARCHING, ShowPalette))
    COMMAND_GROUPS: ClassVar = SEARCH_GROUPS

    @dataclass
    class Opened(Message):
        """A passage is to be read."""

        passage: FoundPassage

    @dataclass
    class Answered(Message):
        """A part of what is looked for was found."""

        answer: Answer

    def __init__(
        self,
        workspace: Workspace,
        entries: Mapping[str, Entry],
        shown: frozenset[str] | None = None,
        words: str = "",
    ) -> None:
        """`entries` is what is known of works already, `shown` are those a filter leaves, if one does."""
        super().__init__()
        self._workspace = workspace
        self._entries: dict[str, Entry | None] = dict(entries)
        self._words = words
        self._timer: Timer | None = None
        self.session = SearchSession(workspace, shown, self._tell)

    def compose(self) -> ComposeResult:
        """What is searched, the line, what was found, the chosen passage, the hints."""
        yield QuietLine(id="search-line")
        yield TypedLine(
            self._words, placeholder="what to look for", id="search-words", compact=True, max_length=_LONGEST
        )
        with Container(id="found"):
            yield ResultList(self._entry, self._chosen)
            yield PassageView(self._entry)
        yield HintLine(id="search-hints", gap=3)

    def on_mount(self) -> None:
        """Look for what was typed the last time."""
        self._look()
        self._show_state()
        self._show_rows(0)

    def on_unmount(self) -> None:
        """Leave nothing behind."""
        self.session.close()

    @property
    def is_there(self) -> bool:
        """Whether it has its widgets: keys come before it does, and some come after it was left."""
        return self.is_mounted and bool(self.query(ResultList))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.is_there

    def on_key(self, event: events.Key) -> None:
        """Keep letters that come before there is a line for them."""
        if self.focused is None and event.is_printable and event.character:
            self._words += event.character
            for line in self.query(TypedLine):
                line.value = self._words
            event.stop()

    # -- Asking -----------------------------------------------------------------------------------------

    def on_input_changed(self, event: TypedLine.Changed) -> None:
        """Look for what is typed as soon as nothing more is."""
        event.stop()
        self._words = event.value
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_SOON, self._look)

    def _look(self) -> None:
        """Look for what is typed, if that is not done already."""
        if self._timer is not None:
            self._timer.stop()
        self.session.ask(self._words.strip())
        self._show_state()
        if not self.session.words:
            self._show_rows(0)

    def _tell(self, answer: Answer) -> None:
        """Hand an answer over from the thread, unless the app has ended."""
        with suppress(RuntimeError):
            if self.is_running:
                self.post_message(self.Answered(answer))

    def on_search_screen_answered(self, event: Answered) -> None:
        """Show what was found."""
        had = self.session.results
        if self.is_there and self.session.take(event.answer):
            fresh = self.session.results is not had or self.session.results.count == len(event.answer.found)
            if event.answer.found or not event.answer.works:
                self._show_rows(0 if fresh else None)
            self._show_state()

    # -- Showing ----------------------------------------------------------------------------------------

    @property
    def _is_answered(self) -> bool:
        return self._words.strip() == self.session.words and self.session.is_answered

    def _show_state(self) -> None:
        session = self.session
        found = summary(session.results) if self._is_answered else "searching…"
        for line in self.query("#search-line").results(QuietLine):
            line.show(scope_words(session.within), found if session.words else "")
        for hints in self.query("#search-hints").results(HintLine):
            hints.show(search_hints(session, keys_in_force(self._workspace.settings)))

    def _show_rows(self, cursor: int | None = None) -> None:
        """Show the rows there are, with the cursor on one of them or where it is."""
        results = self.session.results
        problem = [[Piece(f" {one_line(results.problem)}", Tone.WARNING)]] if results.problem else None
        self.set_class(not results.rows, "-nothing")
        for listing in self.query(ResultList):
            listing.show(
                results.rows,
                listing.cursor if cursor is None else cursor,
                problem or advice(self._words, self.session.within, self._workspace.settings),
            )

    def _chosen(self, row: ResultRow | None, index: int) -> None:
        for view in self.query(PassageView):
            view.show(row)
        self.session.look_ahead(index)

    def _entry(self, work_id: str) -> Entry | None:
        if work_id not in self._entries:
            self._entries[work_id] = self._workspace.entry(work_id)
        return self._entries[work_id]

    # -- Rows -------------------------------------------------------------------------------------------

    def action_next_result(self) -> None:
        """One row down."""
        self._list.action_next_row()

    def action_previous_result(self) -> None:
        """One row up."""
        self._list.action_previous_row()

    def action_next_results(self) -> None:
        """A screenful down."""
        self._list.action_next_rows()

    def action_previous_results(self) -> None:
        """A screenful up."""
        self._list.action_previous_rows()

    def action_next_found_work(self) -> None:
        """To the next work."""
        self._list.move_to(self.session.results.next_work(self._list.cursor, 1))

    def action_previous_found_work(self) -> None:
        """To the work before."""
        self._list.move_to(self.session.results.next_work(self._list.cursor, -1))

    @property
    def _list(self) -> ResultList:
        return self.query_one(ResultList)

    # -- Doing ------------------------------------------------------------------------------------------

    def on_result_list_clicked(self) -> None:
        """Open what was clicked."""
        if self.is_there:
            self.action_open_passage()

    def action_open_passage(self) -> None:
        """Read from the chosen passage, or show what more a work has; what was just typed comes first."""
        row = self._list.chosen
        if not self._is_answered:
            self._look()
        elif row is not None and row.left:
            self._show_whole(row.found.id)
        elif row is not None:
            found = row.passage
            passage = FoundPassage(row.found.id, found.chapter, found.offset, self.session.words)
            self.post_message(self.Opened(passage))

    def _show_whole(self, work_id: str) -> None:
        try:
            self.session.show_whole(work_id)
        except CatalogueError as error:
            tell_problem(self, error)
        self._show_rows()

    def action_change_scope(self) -> None:
        """Search in all works, or only in those the list shows, where a filter is in force."""
        if self.session.shown is not None:
            self.session.change_scope()
            self._look()

    def action_close_search(self) -> None:
        """Back to the library, unless a key before this one has led there."""
        if self.app.screen is self:
            self.dismiss(self._words)
