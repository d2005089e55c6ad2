"""What is done with bookmarks in the panel beside the page: notes, colours, their order, lost ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.reading.mark_colours import COLOURS, next_colour
from reader.work.locator import Match

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from reader.reading.keeping import PlacedMark
    from reader.ui.screens.reading import ReadingScreen

FILTER = "filter bookmarks"


class MarkActing:
    """Acts on the bookmark under the panel's cursor."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen

    async def act(self, what: str, key: str) -> None:
        """Do what a command of the panel names, with the bookmark of an id."""
        if what == "sort-marks":
            self._say_order(self._screen.work.panel.sort_marks())
        elif what == "filter-marks":
            await self._screen.asking.ask(
                FILTER, "a colour, words, #tag", self._screen.work.panel.filter_words
            )
        elif mark := self._mark(key):
            await self._act_on(what, mark)

    async def _act_on(self, what: str, mark: PlacedMark) -> None:
        bookmark, work = mark.bookmark, self._screen.work
        if what == "next-colour":
            await work.marking.set_colour(bookmark.id, next_colour(bookmark.colour))
        elif what in COLOURS:
            await work.marking.set_colour(bookmark.id, what)
        elif what == "edit-note":
            edit_note(self._screen, mark)
        elif mark.match is Match.EXACT:
            self._screen.say("This bookmark stands where it was made")
        else:
            await work.panel.close()
            await work.passage.begin(placing=bookmark.id)

    def _say_order(self, by_date: bool) -> None:
        self._screen.say("Bookmarks by date" if by_date else "Bookmarks by place")

    def _mark(self, key: str) -> PlacedMark | None:
        marks = self._screen.work.keeping.marks()
        return next((mark for mark in marks if mark.bookmark.id == key), None)


def edit_note(screen: ReadingScreen, mark: PlacedMark) -> None:
    """Have the note of a mark written in the editor, or only read where nothing can be kept."""

    async def noted(note: str | None) -> None:
        if note is not None:
            await screen.work.marking.set_note(mark.bookmark.id, note)

    write_note(screen, mark.bookmark.text, mark.bookmark.note, noted)


def write_note(
    screen: ReadingScreen,
    passage: str,
    note: str,
    noted: Callable[[str | None], Awaitable[None]] | None = None,
) -> None:
    """Open the editor of notes; it takes the keys even where nothing can be kept, and says why."""
    from reader.ui.screens.note_editor import NoteEditor

    refusal = screen.work.keeping.refusal
    screen.app.push_screen(NoteEditor(passage, note, refusal=refusal), noted)
