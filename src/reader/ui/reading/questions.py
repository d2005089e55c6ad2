"""What the reading screen asks in a prompt, and what becomes of the answers: a place, words, a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.panel.mark_acting import FILTER, edit_note, write_note
from reader.ui.reading.goals import NoSuchPlaceError, goal

if TYPE_CHECKING:
    from reader.ui.screens.reading import ReadingScreen

_NOTE = "note"
_GO_TO = "go to"
_FIND = "find"


class PageQuestions:
    """Asks for where to go and what to find, and for notes."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen

    async def ask_place(self) -> None:
        """Ask where to go."""
        await self._screen.asking.ask(_GO_TO, "a page, 40%, ch 7 or words of a title")

    async def ask_words(self) -> None:
        """Ask what to find."""
        await self._screen.asking.ask(_FIND, "find in this work", self._screen.work.search.words)

    async def ask_note(self) -> None:
        """Ask for a note on the page shown: one that is marked has its note changed.

        Where marks can't be kept the editor says so, and takes the words that are typed all the same: they
        are not for the page.
        """
        if here := self._screen.work.keeping.places_on_page():
            edit_note(self._screen, here[0])
        elif self._screen.work.keeping.refusal:
            write_note(self._screen, "", "")
        else:
            await self._screen.asking.ask(_NOTE, "A note on this place")

    async def answered(self, purpose: str, words: str) -> None:
        """Do what was asked for."""
        await self._screen.asking.stop()
        if purpose == _NOTE:
            await self._screen.work.marking.mark(words)
        elif purpose == FILTER:
            self._screen.work.panel.filter_marks(words)
        elif purpose == _FIND:
            self._screen.work.finding.find(words)
        elif words.strip():
            self._go_to(words)

    def _go_to(self, words: str) -> None:
        try:
            place = goal(words, self._screen.reading)
        except NoSuchPlaceError as error:
            self._screen.say(str(error))
        else:
            self._screen.jump(place)
