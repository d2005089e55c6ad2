"""Shelves: filters kept under a name, chosen again in the sidebar, renamed and deleted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.ui.keys.sentences import told
from reader.ui.library.sidebar_rows import SHELVES, ShelfRow, shelf_key
from reader.ui.problems import tell_problem
from reader.ui.question import NO_REMARK, Question, Remark
from reader.ui.row_pieces import Tone, one_line
from reader.ui.widgets.tag_pane import TagPane
from reader.ui.widgets.tag_sidebar import TagSidebar

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.state.records import Shelf
    from reader.state.store import Store
    from reader.ui.library.sidebar_rows import ShelfCount, SidebarRow
    from reader.ui.screens.library import LibraryScreen

    _Shelves = tuple[Shelf, ...]

_LONGEST_NAME = 60


class LibraryShelving:
    """Changes the saved searches in the state, has the sidebar show them, remembers how to take it back."""

    def __init__(self, screen: LibraryScreen) -> None:
        self._screen = screen
        self._loaded: list[tuple[str, str]] = []

    @property
    def _store(self) -> Store:
        """The state, which is not needed for the first frame."""
        return self._screen.workspace.store

    def load(self) -> None:
        """Take the shelves as the state has them now."""
        searches = sorted((shelf.name.casefold(), shelf.name, shelf.query) for shelf in self._store.shelves)
        self._loaded = [(name, query) for _, name, query in searches]
        self._screen.model.keep_shelves(self._loaded)

    def follow(self) -> None:
        """Show what another window or machine made of them, where the state has it by now."""
        before = self._loaded
        self.load()
        if self._loaded != before:
            self._screen.query_one(TagPane).show(self._screen.model)

    def choose(self, shelf: ShelfCount) -> None:
        """Show the works of a shelf and no others; all works where it was chosen already."""
        model = self._screen.model
        was_in_force = model.is_in_force(shelf)
        model.clear()
        if not was_in_force:
            model.ask(shelf.query)
        if model.problem:
            self._screen.say(f"“{one_line(shelf.query)}” can't be understood: {model.problem}")
            model.clear()
        self._screen.show_all()

    # -- Keeping one ------------------------------------------------------------------------------------

    async def ask_name(self) -> None:
        """Ask for a name for the filter in force."""
        query = self._screen.model.as_query
        if not query:
            said = "There is no filter to keep: type one with {filter-works}, or choose tags"
            self._screen.say(told(said, self._screen.workspace.settings))
            return
        if self._may_change():
            await self._screen.questions.ask(
                Question(
                    "shelf",
                    f"a name for the shelf of {one_line(query)}",
                    lambda name, _: self._keep(name, query),
                    typed=self._said_of,
                )
            )

    def _keep(self, name: str, query: str) -> Remark:
        from reader.state.records import EPOCH, Shelf  # as the state

        name = _tidy(name)
        if not name:
            return Remark("A shelf needs a name", 0, Tone.WARNING)
        others = (shelf for shelf in self._store.shelves if shelf.name != name)
        self._put((*others, Shelf(name, query, EPOCH)), "Kept as “{name}” · {undo-change} undoes it", name)
        self._screen.query_one(TagPane).open(SHELVES)
        self._screen.query_one(TagSidebar).choose(shelf_key(name))
        return NO_REMARK

    def _said_of(self, name: str) -> Remark:
        if any(shelf.name == _tidy(name) for shelf in self._store.shelves):
            return Remark("There is a shelf of this name, which this takes the place of")
        return NO_REMARK

    # -- Changing one -----------------------------------------------------------------------------------

    async def ask_rename(self, row: SidebarRow) -> None:
        """Ask for another name."""
        shelf = self._shelf(row)
        if shelf is not None and self._may_change():
            await self._screen.questions.ask(
                Question(
                    "shelf-name",
                    f"another name for “{one_line(shelf.name)}”",
                    lambda name, _: self._rename(shelf, name),
                    shelf.name,
                    typed=lambda name: NO_REMARK if _tidy(name) == shelf.name else self._said_of(name),
                )
            )

    def _rename(self, shelf: Shelf, name: str) -> Remark:
        name = _tidy(name)
        if not name:
            return Remark("A shelf needs a name", 0, Tone.WARNING)
        others = (other for other in self._store.shelves if other.name not in (name, shelf.name))
        if name != shelf.name:
            self._put((*others, replace(shelf, name=name)), "It is called “{name}” now", name)
        return NO_REMARK

    def delete(self, row: SidebarRow) -> None:
        """Delete a shelf."""
        shelf = self._shelf(row)
        if shelf is not None and self._may_change():
            others = tuple(other for other in self._store.shelves if other.name != shelf.name)
            self._put(others, "“{name}” deleted · {undo-change} brings it back", shelf.name)

    def _shelf(self, row: SidebarRow) -> Shelf | None:
        name = row.shelf.name if isinstance(row, ShelfRow) else None
        found = next((shelf for shelf in self._store.shelves if shelf.name == name), None)
        if found is None:
            said = "Choose a shelf first, above the tags; {save-shelf} keeps the filter as one"
            self._screen.say(told(said, self._screen.workspace.settings))
        return found

    def _may_change(self) -> bool:
        refusal = self._store.refusal
        if refusal:
            tell_problem(self._screen, refusal)
        return not refusal

    # -- The state --------------------------------------------------------------------------------------

    def _put(self, shelves: _Shelves, sentence: str, name: str) -> None:
        said = told(sentence, self._screen.workspace.settings, name=one_line(name))
        before = self._store.shelves
        self._change(lambda _: shelves, said)
        self._screen.undoing.remember(lambda: self._change(lambda _: before, "Undone"))

    def _change(self, change: Callable[[_Shelves], _Shelves], said: str) -> None:
        self._store.change_shelves(change)
        self._screen.app.saver.soon()
        self.load()
        self._screen.show_all()
        self._screen.say(said)


def _tidy(name: str) -> str:
    return " ".join(one_line(name).split())[:_LONGEST_NAME]
