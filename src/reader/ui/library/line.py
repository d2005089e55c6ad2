"""The line above the library: what was just said, what goes on, or what the sidebar's cursor is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.library.words import count_words
from reader.ui.widgets.quiet_lines import QuietLine

if TYPE_CHECKING:
    from textual.timer import Timer

    from reader.ui.screens.library import LibraryScreen

_SAID_FOR = 3.0
"""Seconds for which something said stands there."""

_AROUND_HINT = 36
"""Cells beside it, for how many works there are."""


class LibraryLine:
    """Shows the first of these that there is. It changes with what is said."""

    def __init__(self, screen: LibraryScreen) -> None:
        self._screen = screen
        self._said = ""
        self._news = ""
        self._pointed = ""
        self._hint = ""
        self._silence: Timer | None = None

    def show(self) -> None:
        """Show what there is to be said now, and how many works there are."""
        words = self._said or self._news or self._pointed or self._hint
        for line in self._screen.query("#library-line").results(QuietLine):
            line.show(f"Library · {words}" if words else "Library", count_words(self._screen.model))

    def say(self, words: str) -> None:
        """Say something for a moment."""
        self._said = words
        self.show()
        if self._silence is not None:
            self._silence.stop()
        self._silence = self._screen.set_timer(_SAID_FOR, self._be_silent)

    def _be_silent(self) -> None:
        self._said = ""
        self.show()

    def tell_news(self, words: str) -> None:
        """Say until there is other news what came by itself: "2 works updated, 1 added"."""
        if words != self._news:
            self._news = words
            self.show()

    def hint(self) -> None:
        """Tell the keys that matter in the first sessions, as long as nothing else is said."""
        from reader.ui.help.session_hints import library_hint  # not before the first frame

        if self._screen.model.total > 1:
            self._hint = library_hint(self._screen.workspace, self._hint_room)
            self.show()

    @property
    def _hint_room(self) -> int:
        return self._screen.app.size.width - _AROUND_HINT

    def show_as_at_start(self) -> None:
        """Show what the next start will."""
        from reader.ui.help.session_hints import library_hint_of_next

        self._said = self._news = self._pointed = self._hint = ""
        if self._screen.model.total > 1:
            self._hint = library_hint_of_next(self._screen.workspace, self._hint_room)
        self.show()

    def point(self, words: str) -> None:
        """Say, as long as nothing else is said, what the cursor is on."""
        if words != self._pointed:
            self._pointed = words
            self.show()
