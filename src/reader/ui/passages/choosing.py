"""Choosing a passage on the page: it begins, its ends move, and it is marked, copied or left."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from reader.reading.mark_colours import COLOURS, colour_of_key
from reader.reading.passage_choice import PassageChoice
from reader.ui.commands.passage import PASSAGE_COMMANDS
from reader.ui.keys.sentences import told
from reader.ui.passages.clipboard import copy
from reader.ui.widgets.passage_line import PassageLine
from reader.work.counts import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.reading.reading import Place
    from reader.ui.screens.reading import ReadingScreen

_KEYS = (
    "{mark-passage} marks · {mark-passage-with-note} note · {passage-colour} colour · {copy-passage} copies"
    " · {leave-passage} leaves · {show-help} more"
)
_COLOURS = " · ".join(f"{number} {colour}" for number, colour in enumerate(COLOURS, 1))


class PassageMode:
    """The mode of one reading screen. It changes: it knows what is chosen, and the colour used last."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._choice: PassageChoice | None = None
        self._line: PassageLine | None = None
        self._before: Place | None = None
        self._placing = ""
        self._picking = False
        self._turn = asyncio.Lock()
        self.colour = COLOURS[0]

    @property
    def is_on(self) -> bool:
        """Whether a passage is being chosen."""
        return self._choice is not None

    def stretch(self) -> tuple[int, int] | None:
        """What is chosen of the chapter shown."""
        return self._choice.stretch(self._screen.reading.anchor.chapter) if self._choice else None

    async def begin(self, placing: str = "") -> None:
        """Begin at the first word on the page; with the id of a bookmark, choose where that belongs."""
        await self.leave()
        choice = PassageChoice.on_page(self._screen.reading)
        if choice is None:
            self._screen.say("There are no words here to choose")
            return
        self._placing = placing
        await self._start(choice)

    async def drag(self, start: int, end: int) -> None:
        """Choose what the mouse was drawn over, between two text positions of the chapter."""
        reading = self._screen.reading
        choice = self._choice or PassageChoice.on_page(reading)
        if choice is None:
            return
        choice.reach(reading.place(start))
        choice.begin_here()
        choice.reach(reading.place(end))
        if self._choice is None:
            await self._start(choice)
        self._show()

    async def _start(self, choice: PassageChoice) -> None:
        async with self._turn:
            if self._line is not None or not self._screen.is_attached:
                return
            self._choice = choice
            self._before = self._screen.reading.anchor
            self._line = PassageLine(self._do, self._pick)
            await self._screen.mount(self._line)
            self._screen.set_focus(self._line)
            self._show()

    async def leave(self) -> None:
        """Choose nothing, and show the page where it began."""
        if self._before is not None:
            self._screen.reading.go(self._before)
        await self._end()

    async def _end(self) -> None:
        async with self._turn:
            self._choice = self._before = None
            self._placing, self._picking = "", False
            if self._line is not None:
                line, self._line = self._line, None
                await line.remove()
                self._screen.set_focus(None)
                self._screen.show_page()

    # -- What the keys do -------------------------------------------------------------------------------

    async def _do(self, command: str) -> None:
        count = self._screen.take_count() or 1
        if self._choice is not None:
            doing = PASSAGE_COMMANDS[command].run(self, count)
            if doing is not None:
                await doing

    def move(self, move: Callable[[PassageChoice], None]) -> None:
        """Move an end, and show the page where it is."""
        if self._choice is not None:
            self._picking = False
            move(self._choice)
            self._show()

    async def mark(self, note: str = "") -> None:
        """Mark what is chosen, or place the bookmark there that is to be placed."""
        choice, marking = self._choice, self._screen.work.marking
        if choice is None:
            return
        if self._placing:
            await marking.place_again(self._placing, choice.start, choice.end)
        elif not await marking.mark_passage(choice.start, choice.end, note, self.colour):
            return
        await self._end()

    def write_note(self) -> None:
        """Ask for the note to mark it with."""
        from reader.ui.panel.mark_acting import write_note

        if self._choice is not None:
            write_note(self._screen, self._choice.text, "", self._noted)

    async def _noted(self, note: str | None) -> None:
        if note is not None:
            await self.mark(note)

    def ask_colour(self) -> None:
        """Have the next digit choose the colour."""
        self._picking = True
        self._say(_COLOURS)

    def _pick(self, character: str) -> bool:
        """Take a digit for a colour, if one was asked for; whether it was."""
        if not self._picking:
            return False
        self._picking = False
        chosen = colour_of_key(character)
        self.colour = chosen or self.colour
        self._show()
        return chosen is not None

    async def copy(self) -> None:
        """Copy what is chosen, and leave it."""
        if self._choice is not None:
            text = self._choice.text
            await copy(self._screen.app, text)
            await self.leave()
            self._screen.say(f"Copied {counted(len(text.split()), 'word')}")

    # -- Showing ----------------------------------------------------------------------------------------

    def _show(self) -> None:
        self._screen.show_page()
        if self._choice is not None:
            words = len(self._choice.text.split())
            what = "place the bookmark" if self._placing else self.colour
            keys = told(_KEYS, self._screen.workspace.settings)
            self._say(f"{counted(words, 'word')} · {what} · {keys}")

    def _say(self, words: str) -> None:
        if self._line is not None:
            self._line.update(words)
