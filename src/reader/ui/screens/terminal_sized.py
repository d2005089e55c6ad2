"""What keeps screens from being laid out for sizes the terminal has not, and twice for one that it has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.screen import Screen

if TYPE_CHECKING:
    from textual import events
    from textual.geometry import Size


class TerminalSized:
    """A screen that has the classes of its breakpoints before it is laid out. Named before `Screen`.

    Textual gives them afterwards, and lays everything out once more, from the first frame on.

    It also lets go word of a size that is not the terminal's any more. Laying out for a size sends the screen
    word of that size, and it lays itself out again when it comes. Two sizes on their way at once would each
    undo the other for ever, and while a change of mode holds updates back, nothing else would get a turn
    (Textual 8.2).

    It is no `DOMNode`: Textual looks for styles along the first such base alone.
    """

    def on_compose(self) -> None:
        """Have the classes of the size that everything will be laid out for first."""
        assert isinstance(self, Screen)  # noqa: S101  # it is named before one
        self.update_classes(_classes(self, self.app.size), update=False)

    def on_resize(self, event: events.Resize) -> None:
        """Take the size only if it is the terminal's."""
        assert isinstance(self, Screen)  # noqa: S101  # as above
        if event.size != self.app.size:
            event.prevent_default()
            return
        self.update_classes(_classes(self, event.size), animate=False)


def _classes(screen: Screen[Any], size: Size) -> dict[str, bool]:
    """Which of the classes that stand for a least width or height a screen has at a size."""
    classes: dict[str, bool] = {}
    for sizes, length in (
        (screen.HORIZONTAL_BREAKPOINTS or [], size.width),
        (screen.VERTICAL_BREAKPOINTS or [], size.height),
    ):
        reached = max((least for least, _ in sizes if least <= length), default=-1)
        classes |= {name: least == reached for least, name in sizes}
    return classes
