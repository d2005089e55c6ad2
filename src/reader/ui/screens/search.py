"""The screen that searches all texts as one types: works with their passages, and the way to the page."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input

from reader.library.entries import CatalogueError
from reader.library.text_search.passages import Reach
from reader.library.text_search.searcher import Answer, TextSearcher
from reader.library.text_search.searching import Wanted
from reader.reading.sought import FoundPassage
from reader.ui.commands.command import bindings
from reader.ui.commands.everywhere import ShowPalette
from reader.ui.commands.searching import SEARCH_GROUPS, SEARCHING, ChangeScope
from reader.ui.library_rows import Piece, Tone, one_line
from reader.ui.library_words import hint_parts
from reader.ui.screens.terminal_sized import TerminalSized
from reader.ui.search_results import SearchResults
from reader.ui.search_rows import advice, scope_words, summary
from reader.ui.widgets.clickable_line import ClickableLine, Part
from reader.ui.widgets.pieces import PIECE_CLASSES
from reader.ui.widgets.quiet_lines import QuietLine
from reader.ui.widgets.result_list import PassageView, ResultList

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual import events
    from textual.app import ComposeResult
    from textual.timer import Timer

    from reader.library.entries import Entry
    from reader.ui.search_results import ResultRow
    from reader.workspace import Workspace

_SOON = 0.1
"""Seconds without a key after which what was typed is looked for."""
_REACH = Reach(before=500, after=900)
_WANTED = Wanted(a_chapter=3, a_work=3, reach=_REACH, text=1_000_000)
_WHOLE = Wanted(a_chapter=None, a_work=500, reach=_REACH)
"""What is wanted of a work of which all is asked for."""
_ROWS_AHEAD = 200
"""Rows after the cursor that are found before it comes to them; works are looked for so many at a time:"""
_WORKS = 40
_LONGEST = 500
"""Code points that can be typed."""


class SearchScreen(TerminalSized, Screen[str]):
    """A line to type in, what was found, and the chosen passage; its result is what was typed last."""

    CSS_PATH: ClassVar = ["../rows.tcss", "../search.tcss"]
    COMPONENT_CLASSES: ClassVar[set[str]] = {*PIECE_CLASSES}
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
        self._shown = shown
        self._within = shown
        self._words = words
        self._asked = ("", 0)
        self._results = SearchResults()
        self._answering = 0
        self._timer: Timer | None = None
        self._searcher = TextSearcher(workspace.folders.catalogue, self._tell, _WANTED)

    def compose(self) -> ComposeResult:
        """What is searched, the line, what was found, the chosen passage, the hints."""
        yield QuietLine(id="search-line")
        yield Input(self._words, placeholder="words", id="search-words", compact=True, max_length=_LONGEST)
        yield ResultList(self._entry, self._show_passage)
        yield PassageView(self._entry)
        yield ClickableLine(id="search-hints", gap=3)

    def on_mount(self) -> None:
        """Look for what was typed the last time."""
        self._show_hints()
        self._look()
        self._show_state()

    def on_unmount(self) -> None:
        """Leave nothing behind."""
        self._searcher.close()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.is_mounted  # a key may come before the widgets are there

    def on_key(self, event: events.Key) -> None:
        """Keep letters that come before there is a line for them."""
        if self.focused is None and event.is_printable and event.character:
            self._words += event.character
            for line in self.query(Input):
                line.value = self._words
            event.stop()

    # -- Asking -----------------------------------------------------------------------------------------

    def on_input_changed(self, event: Input.Changed) -> None:
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
        words = self._words.strip()
        if words == self._asked[0]:
            return
        if words:
            self._asked = (words, self._searcher.ask(words, self._within, _WORKS))
        else:
            self._asked = ("", 0)
            self._results = SearchResults()
        self._show_state()

    def _tell(self, answer: Answer) -> None:
        """Hand an answer over from the thread, unless the app has ended."""
        with suppress(RuntimeError):
            if self.is_running:
                self.post_message(self.Answered(answer))

    def on_search_screen_answered(self, event: Answered) -> None:
        """Show what was found."""
        answer = event.answer
        if answer.question != self._asked[1] or not self.is_mounted:
            return
        fresh = answer.question != self._answering
        if fresh:
            self._answering = answer.question
            self._results = SearchResults()
        results = self._results
        results.works, results.chapters, results.problem = answer.works, answer.chapters, answer.problem
        results.add(answer.found)
        if answer.found or not answer.works:
            self._show_rows(0 if fresh or results.count == len(answer.found) else None)
        self._show_state()

    # -- Showing ----------------------------------------------------------------------------------------

    @property
    def _is_answered(self) -> bool:
        return self._words.strip() == self._asked[0] and self._asked[1] in (0, self._answering)

    def _show_state(self) -> None:
        for line in self.query("#search-line").results(QuietLine):
            found = summary(self._results) if self._is_answered else "searching…"
            line.show(scope_words(self._within), found if self._asked[0] else "")
        if not self._asked[0]:
            self._show_rows(0)

    def _show_rows(self, cursor: int | None = None) -> None:
        """Show the rows there are, with the cursor on one of them or where it is."""
        results = self._results
        problem = [[Piece(f" {one_line(results.problem)}", Tone.WARNING)]] if results.problem else None
        for listing in self.query(ResultList):
            listing.show(
                results.rows,
                listing.cursor if cursor is None else cursor,
                problem or advice(self._words, self._within),
            )

    def _show_passage(self, row: ResultRow | None) -> None:
        """Show the chosen passage, and have more works found when there are few rows after it."""
        for view in self.query(PassageView):
            view.show(row)
        for listing in self.query(ResultList):
            if len(self._results.rows) - listing.cursor < _ROWS_AHEAD:
                self._searcher.go_on(self._results.count + _WORKS)

    def _entry(self, work_id: str) -> Entry | None:
        if work_id not in self._entries:
            self._entries[work_id] = self._workspace.entry(work_id)
        return self._entries[work_id]

    def _show_hints(self) -> None:
        parts = hint_parts(SEARCHING, self._workspace.settings.keys)
        if self._shown is not None:
            what = " all works" if self._within is not None else " only the works shown"
            key = self._workspace.settings.keys.get(ChangeScope.id(), ChangeScope.shown_keys())
            parts.insert(1, Part((Piece(key, Tone.KEY), Piece(what, Tone.QUIET)), ChangeScope.action()))
        for line in self.query("#search-hints").results(ClickableLine):
            line.show(parts)

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
        self._list.move_to(self._results.next_work(self._list.cursor, 1))

    def action_previous_found_work(self) -> None:
        """To the work before."""
        self._list.move_to(self._results.next_work(self._list.cursor, -1))

    @property
    def _list(self) -> ResultList:
        return self.query_one(ResultList)

    # -- Doing ------------------------------------------------------------------------------------------

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Open what is chosen."""
        event.stop()
        self.action_open_passage()

    def on_result_list_clicked(self) -> None:
        """Open what was clicked."""
        self.action_open_passage()

    async def on_clickable_line_pressed(self, event: ClickableLine.Pressed) -> None:
        """Do what the words that were clicked stand for."""
        event.stop()
        await self.app.run_action(event.key, self)

    def action_open_passage(self) -> None:
        """Read from the chosen passage, or show what more a work has; what was just typed comes first."""
        row = self._list.chosen
        if not self._is_answered:
            self._look()
        elif row is not None and row.left:
            self._show_whole(row.found.id)
        elif row is not None:
            found = row.passage
            passage = FoundPassage(row.found.id, found.chapter, found.offset, self._asked[0])
            self.post_message(self.Opened(passage))

    def _show_whole(self, work_id: str) -> None:
        """Show all passages of a work, as far as a list can be read."""
        try:
            whole = self._workspace.catalogue.search(
                self._asked[0], within=frozenset({work_id}), wanted=_WHOLE
            )
            for found in whole:
                self._results.expand(found)
        except CatalogueError as error:
            self.notify(one_line(str(error)), severity="error", timeout=15, markup=False)
        self._show_rows()

    def action_change_scope(self) -> None:
        """Search in all works, or only in those the list shows, where a filter is in force."""
        if self._shown is not None:
            self._within = self._shown if self._within is None else None
            self._asked = ("", 0)
            self._show_hints()
            self._look()
            self._show_state()

    def action_close_search(self) -> None:
        """Back to the library, unless a key before this one has led there."""
        if self.app.screen is self:
            self.dismiss(self._words)
