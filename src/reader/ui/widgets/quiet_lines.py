"""The two quiet lines around a page: the work and chapter above, the place and what is left below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style as RichStyle
    from textual import events
    from textual.timer import Timer

_BAR_NARROWEST = 8
_BAR_WIDEST = 40
_SAID_FOR = 3.0
"""Seconds for which something said takes the place of the words on the left."""


def fitted(text: str, width: int) -> str:
    """The text in at most so many cells, with an ellipsis where it was cut."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, max(0, width - 1)).rstrip() + "…" if width > 0 else ""


def two_ended(left: str, right: str, width: int, style: RichStyle) -> Strip:
    """A row with one text at each end and one cell free outside them; the left one gives way."""
    right = fitted(right, width - 2)
    left = fitted(left, width - 4 - cell_len(right))
    gap = max(0, width - 2 - cell_len(left) - cell_len(right))
    return Strip([Segment(f" {left}{' ' * gap}{right} ", style)]).adjust_cell_length(width, style)


class QuietLine(Widget):
    """One row of quiet text: something on the left, something on the right."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._left = ""
        self._right = ""

    def show(self, left: str, right: str) -> None:
        """Show two texts; the left one gives way."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The row, one cell free on either side."""
        return two_ended(self._left, self._right, self.size.width, self.rich_style)


class ProgressLine(Widget):
    """The row below the page: place, time left, a bar of the whole work, share and marks."""

    COMPONENT_CLASSES = {"progress-line--done", "progress-line--said"}  # noqa: RUF012  # Textual declares it so

    @dataclass
    class Clicked(Message):
        """The bar was clicked at a share of the work, from 0 to 1."""

        share: float

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._left = ""
        self._right = ""
        self._share = 0.0
        self._ticks: Sequence[float] = ()
        self._bar = (0, 0)
        self._said = ""
        self._silence: Timer | None = None

    def say(self, words: str) -> None:
        """Say something for a moment in place of the words on the left."""
        self._said = words
        if self._silence is not None:
            self._silence.stop()
        self._silence = self.set_timer(_SAID_FOR, self._hush)
        self.refresh()

    def _hush(self) -> None:
        self._said = ""
        self.refresh()

    def show(self, left: str, right: str, share: float, ticks: Sequence[float] = ()) -> None:
        """Show a place in words and as a share from 0 to 1; `ticks` are where chapters begin."""
        self._left, self._right, self._share, self._ticks = left, right, share, ticks
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The row; the bar takes what the words leave."""
        width = self.size.width
        left, right = fitted(self._said or self._left, width - 2), self._right
        room = width - 6 - cell_len(left) - cell_len(right)
        if room < 0:
            return two_ended(left, right, width, self.rich_style)
        bar = min(room, _BAR_WIDEST) if room >= _BAR_NARROWEST else 0
        before = width - 3 - cell_len(left) - cell_len(right) - bar - (1 if bar else 0)
        self._bar = (1 + cell_len(left) + before, bar)
        done = round(self._share * bar)
        style = self.rich_style
        segments = [
            Segment(
                f" {left}", self.get_component_rich_style("progress-line--said") if self._said else style
            ),
            Segment(" " * before, style),
            Segment("━" * done, self.get_component_rich_style("progress-line--done")),
            Segment(self._rest(done, bar), style),
            Segment(f"{' ' if bar else ''} {right} ", style),
        ]
        return Strip(segments).adjust_cell_length(width, style)

    def _rest(self, done: int, bar: int) -> str:
        ticks = {round(tick * bar) for tick in self._ticks}
        return "".join(
            "┬" if at in ticks and len(self._ticks) <= bar // 3 else "─" for at in range(done, bar)
        )

    def on_click(self, event: events.Click) -> None:
        """A click on the bar says where."""
        start, length = self._bar
        if length and start <= event.x < start + length:
            self.post_message(self.Clicked((event.x - start) / max(1, length - 1)))
