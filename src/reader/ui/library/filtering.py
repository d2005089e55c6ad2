"""The filter of the library screen: what keys and clicks change in it, shown at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.queries.facets import NAMED, Facet
from reader.library.queries.filters import Mark
from reader.ui.library.sidebar_rows import LABELS, ShelfRow
from reader.ui.library.words import QUERY, choice_of, filter_parts

if TYPE_CHECKING:
    from reader.ui.library.sidebar_rows import TagRow
    from reader.ui.screens.library import LibraryScreen


class LibraryFiltering:
    """Changes the model of a library screen, and has the screen show it."""

    def __init__(self, screen: LibraryScreen) -> None:
        self._screen = screen
        self._model = screen.model

    def only(self, kind: str, name: str) -> None:
        """Show the works with a tag, whatever was shown before."""
        self._model.include_only(kind, name)
        self._screen.show_all()

    def choose(self, row: TagRow | ShelfRow) -> None:
        """Include, exclude, leave alone; of a shelf show the works."""
        if isinstance(row, ShelfRow):
            self._screen.shelving.choose(row.shelf)
            return
        self._model.cycle(row.choice)
        self._screen.show_all()

    def toggle_either(self, section: str) -> None:
        """Take works with any of the included tags of a kind instead of all, or the other way round."""
        if section not in set(NAMED):
            self._screen.say("A work has one of these at most: any of those included is enough")
            return
        self._model.toggle_either(Facet(section))
        self._screen.show_all()
        scope = "any" if self._model.filters.means_either(Facet(section)) else "all"
        self._screen.say(f"{LABELS[section]}: works with {scope} of the tags included")

    def clear(self) -> None:
        """Show all works."""
        self._model.clear()
        self._screen.show_all()

    def ask_drop(self) -> None:
        """Ask which part of the filter is to go."""
        from reader.ui.screens.options import Option, OptionsScreen  # only when asked for

        parts, _ = filter_parts(self._model)
        options = [
            Option(part.key, "".join(piece.text for piece in part.pieces), str(number) if number < 10 else "")
            for number, part in enumerate(parts, 1)
        ]
        if options:
            self._screen.app.push_screen(OptionsScreen("Take away", options), self._drop)
        else:
            self._screen.say("There is no filter in force")

    def _drop(self, key: str | None) -> None:
        if key is not None:
            self.take_away(key)

    def take_away(self, key: str) -> bool:
        """Take away the part of the filter whose words were clicked; False when it is none."""
        choice = choice_of(key)
        if choice is not None:
            self._model.mark(choice, Mark.NONE)
        elif key == QUERY:
            self._model.ask("")
        else:
            return False
        self._screen.show_all()
        return True

    def take_away_last(self) -> bool:
        """Take away the query, else the tag chosen last; False when there is no filter."""
        if self._model.words or self._model.problem:
            self._model.ask("")
        elif self._model.choices:
            self._model.mark(self._model.choices[-1][0], Mark.NONE)
        else:
            return False
        self._screen.show_all()
        return True
