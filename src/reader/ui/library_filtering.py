"""The filter of the library screen: what keys and clicks change in it, shown at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.queries.filters import Mark
from reader.ui.library_words import QUERY, choice_of

if TYPE_CHECKING:
    from reader.library.queries.filters import Choice
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

    def cycle(self, choice: Choice) -> None:
        """Include, exclude, leave alone."""
        self._model.cycle(choice)
        self._screen.show_all()

    def clear(self) -> None:
        """Show all works."""
        self._model.clear()
        self._screen.show_all()

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
