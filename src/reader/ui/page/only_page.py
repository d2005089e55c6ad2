"""Nothing but the page on the screen: no quiet lines, except for a moment when there is something to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.keys.sentences import told

if TYPE_CHECKING:
    from reader.ui.screens.reading import ReadingScreen

_CLASS = "-only-page"
"""The style sheet hides the lines by it, and puts what is said over the bottom row of the page."""


class OnlyPage:
    """Hides and shows what stands around the page; the page is set anew when its area has changed."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen

    @property
    def is_on(self) -> bool:
        """Whether there is nothing but the page."""
        return self._screen.has_class(_CLASS)

    def begin(self) -> None:
        """Hide the lines."""
        self._screen.add_class(_CLASS)

    def toggle(self) -> None:
        """Hide the lines and say how to have them back, or show them."""
        if not self.leave():
            self.begin()
            said = "Nothing but the page · {only-page} brings the lines back"
            self._screen.say(told(said, self._screen.workspace.settings))

    def leave(self) -> bool:
        """Show the lines; False when they are shown."""
        was_on = self.is_on
        self._screen.remove_class(_CLASS)
        return was_on
