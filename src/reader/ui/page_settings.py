"""How the reader wants pages, changed by keys and remembered: the measure, notes shown or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
        """Show summaries and notes, or hide them."""
        reading = self._screen.reading
        reading.restyle(notes=not reading.style.notes)
        self._screen.workspace.remember_setting("notes", "shown" if reading.style.notes else "hidden")
        self._screen.show_page()
        self._screen.say("Notes shown" if reading.style.notes else "Notes hidden")
