"""The list of works with what stands around it: what to go on with, heads, details, the filter in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.message import Message

from reader.ui.commands.keeping import DropFilter
from reader.ui.keys.in_force import keys_in_force
from reader.ui.library.words import arrow_of, empty_words, filter_parts
from reader.ui.widgets.clickable_line import ClickableLine
from reader.ui.widgets.work_details import WorkDetails
from reader.ui.widgets.work_list import WorkHeads, WorkList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from reader.library.entries import Entry
    from reader.ui.app import ReaderApp
    from reader.ui.library.model import LibraryModel
    from reader.ui.library.selection import Selection
    from reader.ui.widgets.clickable_line import Part


class WorkPane(Vertical):
    """Shows a model of the library. The chosen work stays chosen, where it is still in the list."""

    app: ReaderApp

    class Selected(Message):
        """More works are selected than before, or fewer."""

    def __init__(
        self,
        remarks_on: Callable[[Entry], tuple[str, str]],
        selected: Selection,
        in_full: Callable[[Entry], Entry],
        *,
        id: str | None = None,  # noqa: A002  # Textual's own name
    ) -> None:
        """`remarks_on` tells what is to be said of the files of a work, and the reader's note on it.

        `in_full` gives a work with what lists leave out.
        """
        super().__init__(id=id)
        self._remarks_on = remarks_on
        self._selected = selected
        self._in_full = in_full
        self._chosen_id = ""
        self._first_id = ""

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield ClickableLine(id="continue", margin=2)
        yield WorkHeads(id="heads")
        yield WorkList(self._choose, self._selected, self._in_full, id="works")
        yield WorkDetails(id="details")
        yield ClickableLine(id="filters", margin=2, more=DropFilter.action())

    @property
    def chosen(self) -> Entry | None:
        """The work under the cursor."""
        return self.query_one(WorkList).chosen

    def show(self, model: LibraryModel) -> None:
        """Show the works that a model shows, and why these."""
        works = self.query_one(WorkList)
        found = place = _place_of(self._chosen_id, model.listed)
        if place is None:
            is_gone = _place_of(self._chosen_id, model.entries) is None
            place = works.cursor if is_gone else 0
        empty = empty_words(model, keys_in_force(self.app.workspace.settings))
        works.show(model.listed, place, empty, model.reason)
        if self._first_id:  # all works are there now, and more than were shown stand before it
            works.show_first(_place_of(self._first_id, model.listed) or 0)
            self._first_id = self._first_id if len(model.entries) < model.total else ""
        self.query_one(WorkHeads).show(model.order.column, arrow_of(model.descending))
        self.query_one("#filters", ClickableLine).show(*filter_parts(model))
        self._show_details()
        is_whole = len(model.entries) == model.total or found is not None
        if self.chosen is not None and is_whole and not model.is_filtered:
            self.settle_on(self.chosen)

    def show_view(self, *, blurbs: bool) -> None:
        """Show the works in lines or in blurbs."""
        self.query_one(WorkList).show_blurbs(blurbs)

    def settle_on(self, entry: Entry) -> None:
        """Keep a work chosen through changes of the list; those the filter hides come back chosen."""
        self._chosen_id = entry.info.id

    def begin_at(self, chosen_id: str, first_id: str) -> None:
        """Have a work chosen, and another the first one visible, once they are shown."""
        self._chosen_id, self._first_id = chosen_id, first_id

    def show_continue(self, parts: Sequence[Part]) -> None:
        """Show what to go on with; no line for nothing."""
        line = self.query_one("#continue", ClickableLine)
        line.display = bool(parts)
        line.show(parts)

    def _choose(self, entry: Entry) -> None:
        self.settle_on(entry)
        works = self.query_one(WorkList)
        if self._selected.reach(works.entries, works.cursor):
            works.refresh()
            self.post_message(self.Selected())
        self._show_details()

    def _show_details(self) -> None:
        entry = self.chosen
        if entry is not None and self.query_one(WorkList).reason_for(entry):
            entry = None  # nobody wants to read of it
        told = (self._in_full(entry), *self._remarks_on(entry)) if entry else (None,)
        self.query_one(WorkDetails).show(*told)


def _place_of(work_id: str, entries: Sequence[Entry]) -> int | None:
    return next((at for at, entry in enumerate(entries) if entry.info.id == work_id), None)
