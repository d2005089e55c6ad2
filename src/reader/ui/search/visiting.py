"""A visit to a passage that a search found: a work is looked at, and its reader's place stays for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.reading.reading import Place
from reader.reading.sought import sought_pattern
from reader.ui.keys.sentences import told

if TYPE_CHECKING:
    from reader.reading.sought import FoundPassage
    from reader.ui.screens.reading import ReadingScreen

_READS_ON = 5
"""Moves from the passage with which a visit has become reading."""


class Visit:
    """Looking at one passage. It changes: it counts the moves that are made from there.

    Who looks something up wants to find the own place again afterwards; who reads on from there wants that
    remembered. After a few moves it is, and the way back leads to where the reader was before.
    """

    def __init__(self, screen: ReadingScreen, passage: FoundPassage) -> None:
        self._screen = screen
        self._passage = passage
        self._before: Place | None = None
        self._moves: int | None = None

    @property
    def placing(self) -> str:
        """The id of the bookmark that the reader is to place here; empty for a mere visit."""
        return self._passage.placing

    def begin(self) -> None:
        """Go to the passage."""
        work = self._screen.work
        self._before = work.reading.anchor if work.match is not None else None
        work.reading.go(Place(self._passage.chapter, self._passage.offset))
        self._moves = 0

    def mark(self) -> None:
        """Mark what was found, now that the page is shown, and say how to go back."""
        words = self._passage.words
        place = Place(self._passage.chapter, self._passage.offset)
        self._screen.work.finding.arrive(words, sought_pattern(words), place)
        kept = " · your place here is kept" if self._before is not None else ""
        self._screen.say(told(f"{{leave}} back to what was found{kept}", self._screen.workspace.settings))

    def moved(self) -> bool:
        """Count a move; whether it is still no more than a visit."""
        if self._moves is None:
            return False
        self._moves += 1
        if self._moves < _READS_ON:
            return True
        self._moves = None
        if self._before is not None:
            reading = self._screen.reading
            here = reading.anchor
            reading.go(self._before)
            reading.jump(here)
            said = "From here on your place is kept · {go-back} leads to where it was"
            self._screen.say(told(said, self._screen.workspace.settings))
        return False
