"""To the notes at the end of the chapter, and back to where one was reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.reading.footnotes import end_notes
from reader.ui.keys.sentences import told

if TYPE_CHECKING:
    from reader.reading.reading import Place
    from reader.ui.screens.reading import ReadingScreen


class EndNotes:
    """The way to a chapter's end notes and back. It changes: it knows where one came from."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._came_from: Place | None = None
        self._came_to: Place | None = None

    def toggle(self) -> None:
        """Go to the notes, or back from them."""
        reading = self._screen.reading
        notes = end_notes(reading)
        if notes is None:
            self._screen.say("This chapter has no notes at its end")
        elif reading.anchor.offset < notes.offset:
            self.go(notes)
        else:
            self._return(notes)

    def go(self, notes: Place) -> None:
        """Go to the notes that begin at a place."""
        self._came_from = self._screen.reading.anchor
        self._screen.work.following.go(notes)
        self._came_to = self._screen.reading.anchor
        said = "Notes at the end of the chapter · {to-end-notes} goes back to where you were"
        self._screen.say(told(said, self._screen.workspace.settings))

    def _return(self, notes: Place) -> None:
        came_from, self._came_from = self._came_from, None
        if came_from is None or came_from.chapter != notes.chapter:
            self._screen.say("These are the notes at the end of the chapter")
        elif self._screen.reading.anchor == self._came_to:
            self._screen.moved(self._screen.reading.back())
            self._screen.say("Back where you were")
        else:
            self._screen.jump(came_from)
