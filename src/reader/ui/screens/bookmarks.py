"""The bookmarks of all works: found, sorted, changed, and the way to the page."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.containers import Vertical
from textual.widgets import Static

from reader.reading.all_bookmarks import bring_back_newest, change_bookmark, delete_bookmark
from reader.reading.found_marks import FoundMarks
from reader.reading.mark_colours import next_colour
from reader.reading.mark_order import is_meant
from reader.reading.sought import FoundPassage
from reader.ui.asking import Asking
from reader.ui.commands.bookmarks import ALL_BOOKMARKS
from reader.ui.commands.command import bindings
from reader.ui.keys.in_force import keys_in_force
from reader.ui.library.words import hint_parts
from reader.ui.problems import tell_problem
from reader.ui.screens.framed import FramedScreen
from reader.ui.widgets.bookmark_list import BookmarkList
from reader.ui.widgets.hint_line import HintLine
from reader.work.counts import counted
from reader.work.locator import Match
from reader.workspace.bookmark_import import WorkTexts

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from reader.state.export import Mark
    from reader.ui.app import ReaderApp
    from reader.ui.widgets.prompt import Prompt
    from reader.workspace import Workspace

_FILTER = "filter"
_NOT_THERE = "The work is not in the library any more; its bookmarks are kept"


class BookmarksScreen(FramedScreen[FoundPassage | None]):
    """Its result is the place that was chosen to be looked at."""

    CSS_PATH: ClassVar = ["../styles/rows.tcss", "../styles/framed.tcss", "../styles/bookmarks.tcss"]
    AUTO_FOCUS = "#bookmark-rows"
    BINDINGS: ClassVar = bindings(ALL_BOOKMARKS)
    app: ReaderApp

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._asking = Asking(self)
        self._words = ""
        self._by_date = False
        self._found = FoundMarks(self._texts_of)

    def _texts_of(self, work_id: str) -> WorkTexts | None:
        there = self._workspace.entry(work_id) is not None
        return WorkTexts(self._workspace.catalogue, work_id) if there else None

    def compose(self) -> ComposeResult:
        """The title, the bookmarks, what can be done with them."""
        with Vertical(id="bookmarks", classes="framed"):
            yield Static(id="bookmarks-title", classes="framed-title", markup=False)
            yield BookmarkList(self._found)
            yield HintLine(id="bookmarks-hints", gap=2)

    def on_mount(self) -> None:
        """Show what there is."""
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.is_mounted  # a key may come before the widgets are there

    def _show(self) -> None:
        marks = self._workspace.bookmarks()
        if self._words:
            works = {mark.work_id: mark for mark in marks}
            besides = {work_id: self._besides(mark) for work_id, mark in works.items()}
            marks = [mark for mark in marks if is_meant(mark.bookmark, self._words, besides[mark.work_id])]
        if self._by_date:
            marks.sort(key=lambda mark: mark.bookmark.created, reverse=True)
        for listing in self.query(BookmarkList):
            listing.show(marks)
        order = "by date" if self._by_date else "by work and place"
        how_many = counted(len(marks), "bookmark")
        found = f" with “{self._words}”" if self._words else ""
        self.query_one("#bookmarks-title", Static).update(f"{how_many}{found}, {order}")
        hints = hint_parts(ALL_BOOKMARKS, keys_in_force(self._workspace.settings))
        self.query_one("#bookmarks-hints", HintLine).show(hints)

    def _besides(self, mark: Mark) -> str:
        """What else its work is found by: title, authors, its tags and the reader's."""
        entry = self._workspace.entry(mark.work_id)
        tags = [tag.name for tag in entry.info.tags] if entry else []
        own = self._workspace.store.work(mark.work_id).own_tags
        return "\n".join([mark.title, *mark.authors, *tags, *own])

    def on_bookmark_list_clicked(self) -> None:
        """Go to the bookmark that was clicked."""
        self.action_open_bookmark()

    def on_bookmark_list_looked(self) -> None:
        """Look for the bookmarks in sight."""
        self._look()

    @work(exclusive=True, group="look")
    async def _look(self) -> None:
        """See where those in sight stand now, one after the other between keys."""
        for listing in self.query(BookmarkList):
            for row, mark in listing.in_sight():
                if not self._found.knows(mark):
                    await asyncio.sleep(0)
                    self._found.find(mark)
                    listing.refresh_row(row)

    @property
    def _chosen(self) -> Mark | None:
        return next((listing.chosen for listing in self.query(BookmarkList)), None)

    # -- What can be done -------------------------------------------------------------------------------

    def action_open_bookmark(self) -> None:
        """Go to the bookmark, where it is in the text as it is now."""
        mark = self._chosen
        if mark is None:
            return
        found = self._found.find(mark)
        if found is None:
            self.notify(_NOT_THERE, markup=False)
            return
        if found.match is Match.APPROXIMATE:
            self.notify("Its words were not found in the text: this is about where they stood", markup=False)
        self.dismiss(FoundPassage(mark.work_id, found.chapter, found.offset, ""))

    def action_place_one(self) -> None:
        """Go to where it may belong, and have the reader say where it does."""
        mark = self._chosen
        if mark is None or not self._allowed():
            return
        found = self._found.find(mark)
        if found is None:
            self.notify(_NOT_THERE, markup=False)
        elif found.match is Match.EXACT:
            self.notify("This bookmark stands where it was made", markup=False)
        else:
            place = mark.work_id, found.chapter, found.offset
            self.dismiss(FoundPassage(*place, "", placing=mark.bookmark.id))

    async def action_filter_all(self) -> None:
        """Ask for words."""
        await self._asking.ask(_FILTER, "a colour, words, #tag, a tag of the work", self._words)

    async def on_prompt_left(self, _: Prompt.Left) -> None:
        """Ask no more."""
        await self._stop_asking()

    async def on_prompt_answered(self, event: Prompt.Answered) -> None:
        """Show those that are meant."""
        self._words = " ".join(event.words.split())
        await self._stop_asking()
        self._show()

    async def _stop_asking(self) -> None:
        await self._asking.stop()
        self.set_focus(self.query_one(BookmarkList))

    def action_sort_all(self) -> None:
        """The other order."""
        self._by_date = not self._by_date
        self._show()

    def action_edit_one(self) -> None:
        """Write the note anew."""
        from reader.ui.screens.note_editor import NoteEditor  # only when asked for

        mark = self._chosen
        if mark is None:
            return

        async def noted(note: str | None) -> None:
            if note is not None:
                self._change(mark, note=note)
                await self._kept()

        refusal = self._workspace.store.refusal
        self.app.push_screen(NoteEditor(mark.bookmark.text, mark.bookmark.note, refusal=refusal), noted)

    async def action_colour_one(self) -> None:
        """The next colour."""
        mark = self._chosen
        if mark is not None and self._allowed():
            self._change(mark, colour=next_colour(mark.bookmark.colour))
            await self._kept()

    async def on_bookmark_list_coloured(self, event: BookmarkList.Coloured) -> None:
        """Give the chosen one the colour of a digit."""
        mark = self._chosen
        if mark is not None and self._allowed():
            self._change(mark, colour=event.colour)
            await self._kept()

    async def action_delete_one(self) -> None:
        """Delete it."""
        mark = self._chosen
        if mark is not None and self._allowed():
            delete_bookmark(self._workspace.store, mark.work_id, mark.bookmark.id)
            await self._kept()

    async def action_undo_delete(self) -> None:
        """Bring back the one deleted last."""
        if self._allowed() and bring_back_newest(self._workspace.store):
            await self._kept()

    def action_close_bookmarks(self) -> None:
        """Go back."""
        self.leave()

    def _change(self, mark: Mark, **values: str) -> None:
        change_bookmark(
            self._workspace.store,
            mark.work_id,
            mark.bookmark.id,
            lambda bookmark: replace(bookmark, **values),  # type: ignore[arg-type]  # names of texts
        )

    def _allowed(self) -> bool:
        refusal = self._workspace.store.refusal
        if refusal:
            tell_problem(self, refusal)
        return not refusal

    async def _kept(self) -> None:
        """Save, and show how it is now; what goes wrong is said by the saver."""
        await self.app.saver.saved()
        if self.is_mounted:
            self._show()
