"""How the reader wants pages: for all works or for the one that is open, in force at once and remembered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.layout.style import Notes
from reader.settings import GREATEST_MEASURE, LEAST_MEASURE, Settings
from reader.settings.values import ALWAYS
from reader.ui.page.style import VIEW_KEYS, with_view
from reader.ui.problems import tell_problem
from reader.ui.themes import theme_names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.ui.page.look_rows import LookRow, Value
    from reader.ui.screens.reading import ReadingScreen

_STEP = 4


class PageSettings:
    """Changes the look of a reading screen. It changes: it keeps a work's own look put aside."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._put_aside: Mapping[str, object] = {}

    @property
    def here(self) -> Settings:
        """The settings in force for the open work."""
        return with_view(self._screen.workspace.settings, self._screen.work.keeping.view())

    @property
    def usual(self) -> Settings:
        """What settings are reset to: those of all works where this one has its own, else the defaults."""
        if not self.are_own:
            return Settings()
        return with_view(Settings(), self._screen.workspace.settings._asdict())

    @property
    def are_own(self) -> bool:
        """Whether the open work has a look of its own, which changes then are for."""
        return bool(self._screen.work.keeping.view())

    def toggle_own(self) -> None:
        """Give the work a look of its own, which begins as it is now; or have it look as all works do."""
        keeping = self._screen.work.keeping
        if keeping.refusal:
            tell_problem(self._screen, keeping.refusal)
            return
        if self.are_own:
            self._put_aside = dict(keeping.view())
            self._own(None)
        else:
            now = self._screen.workspace.settings._asdict()
            self._own({key: self._put_aside.get(key, now[key]) for key in VIEW_KEYS})
        self.show()

    def _own(self, view: Mapping[str, object] | None) -> None:
        self._screen.work.keeping.set_view(view)
        self._screen.app.saver.soon()

    def change(self, key: str, value: Value) -> None:
        """Have a setting be so, here or for all works."""
        if self.are_own and key in VIEW_KEYS:
            self._own({**self._screen.work.keeping.view(), key: value})
        else:
            self._screen.app.saver.settings.change(key, value)
        if key in VIEW_KEYS:
            self.show()
        else:
            self._screen.app.themes.show()
        self._screen.work.look_panel.refresh()

    def step(self, row: LookRow, steps: int) -> None:
        """Have the setting of a row be the next or a former one of its values."""
        if row.key == "theme":  # there are the reader's own too
            row = replace(row, values=theme_names(self._screen.workspace.folders.config))
        value = row.stepped(self.here, steps)
        if value != getattr(self.here, row.key):
            self.change(row.key, value)

    def reset(self, row: LookRow) -> None:
        """Have the setting of a row be as usual."""
        if not row.is_same(self.here, self.usual):
            self.change(row.key, getattr(self.usual, row.key))

    def show(self) -> None:
        """Set the page as the settings have it, and show it; the place stays."""
        self._screen.work.area.want(self.here)
        self._screen.show_page()

    # -- Keys of their own ------------------------------------------------------------------------------

    def widen(self, steps: int) -> None:
        """Make the lines longer, shorter when negative.

        Lines that the room keeps short are made longer than was wished, so that two pages may become one.
        """
        shown, wished = self._screen.reading.style.measure, self.here.measure
        measure = (max(shown, wished) if steps > 0 else shown) + steps * _STEP
        self.change("measure", max(LEAST_MEASURE, min(measure, GREATEST_MEASURE)))

    def reset_measure(self) -> None:
        """Make the lines as long as they usually are."""
        self.change("measure", self.usual.measure)

    def toggle_notes(self) -> None:
        """Fold summaries and notes that are shown, hide those that are folded, show those that are hidden."""
        states = list(Notes)
        shown = self._screen.reading.style.notes
        self.want_notes(states[(states.index(shown) + 1) % len(states)])

    def want_notes(self, notes: Notes) -> None:
        """Show so much of summaries and notes."""
        self.change("notes", notes.value)
        self._screen.say(f"Notes {notes}")

    def toggle_spread(self) -> None:
        """Show two pages where there is room, always, never."""
        from reader.ui.page.look_rows import LOOK_ROWS

        row = next(row for row in LOOK_ROWS if row.key == "spread")
        self.step(row, 1)
        has_no_room = self.here.spread == ALWAYS and not self._screen.reading.facing
        note = " · no room here" if has_no_room else ""
        self._screen.say(f"Two pages: {row.words(self.here)}{note}")
