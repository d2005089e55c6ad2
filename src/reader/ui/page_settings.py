"""How the reader wants pages, changed by keys and remembered: the measure, notes shown, folded or hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.style import Notes

if TYPE_CHECKING:
    from reader.ui.screens.reading import ReadingScreen


class PageSettings:
    """Changes the page of a reading screen, and the settings with it."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen

    def widen(self, steps: int) -> None:
        """Make the lines longer, shorter when negative."""
        self._measured(self._screen.work.area.widen(steps))

    def reset(self) -> None:
        """Make the lines as long as they are by default."""
        self._measured(self._screen.work.area.reset())

    def _measured(self, measure: int) -> None:
        self._screen.workspace.remember_setting("measure", measure)
        self._screen.show_page()

    def toggle_notes(self) -> None:
        """Fold summaries and notes that are shown, hide those that are folded, show those that are hidden."""
        states = list(Notes)
        shown = self._screen.reading.style.notes
        self.want_notes(states[(states.index(shown) + 1) % len(states)])

    def want_notes(self, notes: Notes) -> None:
        """Show so much of summaries and notes."""
        self._screen.reading.restyle(notes=notes)
        self._screen.workspace.remember_setting("notes", notes.value)
        self._screen.show_page()
        self._screen.say(f"Notes {notes}")
