"""The quiet line below a page: the place and what is left, a bar of the whole work, share and marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.message import Message
from textual.strip import Strip

from reader.ui.page.chapter_ticks import ChapterStarts, chapter_ticks
from reader.ui.text_in_cells import shortened
from reader.ui.widgets.quiet_lines import UncutLines, two_ended

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.timer import Timer

    from reader.ui.page.chapter_ticks import Target

_BAR_NARROWEST = 8
_BAR_WANTED = 12
"""Cells that the bar gets before the words do."""
_BAR_STEP = 4
"""The bar has a multiple of so many cells, and so mostly the same from page to page."""
_BAR_WIDEST = 40
"""Or a third of the row, if that is more."""
_SAID_FOR = 3.0
"""Seconds for which something said takes the place of the words on the left."""


class ProgressLine(UncutLines):
    """The row below the page: place, time left, a bar of the whole work, share and marks.

    The bar has a tick where a chapter begins, or every tenth, say, where there are too many; what lies under
    the mouse is named.
    """

    COMPONENT_CLASSES = {"progress-line--done", "progress-line--said"}  # noqa: RUF012  # Textual declares it so

    class Clicked(Message):
        """The bar was clicked."""

        def __init__(self, target: Target) -> None:
            super().__init__()
            self.target = target

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._phrases: Sequence[str] = ("",)
        self._right = ""
        self._share = 0.0
        self._chapters = ChapterStarts()
        self._ticks = chapter_ticks((), 0)
        self._bar_start = 0
        self._said = ""
        self._named = ""
        self._silence: Timer | None = None

    def say(self, words: str) -> None:
        """Say something for a moment in place of the words on the left; no words end what was said."""
        if self._silence is not None:
            self._silence.stop()
        if not words:
            self._hush()
            return
        self._said = words
        self.add_class("-saying")  # it may be hidden otherwise
        self._silence = self.set_timer(_SAID_FOR, self._hush)
        self.refresh()

    def _hush(self) -> None:
        self._said = ""
        self.remove_class("-saying")
        self.refresh()

    def show(self, phrases: Sequence[str], right: str, share: float, chapters: ChapterStarts) -> None:
        """Show a place in words and as a share from 0 to 1.

        `phrases` say the same in ever fewer words: the first that leaves room for the bar is shown.
        """
        self._phrases, self._right, self._share = phrases, right, share
        if chapters is not self._chapters:
            self._chapters, self._ticks = chapters, chapter_ticks((), 0)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The row; the bar takes what the words leave."""
        width, right = self.size.width, self._right
        left, bar = self._divided(width - 6 - cell_len(right))
        if bar is None:
            return two_ended(left, right, width, self.rich_style)
        if self._ticks.width != bar:
            self._ticks = chapter_ticks(self._chapters.shares, bar)
        self._bar_start = width - 2 - cell_len(right) - bar - (1 if bar else 0)
        told = shortened(self._named, self._bar_start - 2) if bar else ""
        left = told or left
        done = round(self._share * bar)
        style, marked = self.rich_style, self._bright("progress-line--said")
        segments = [
            Segment(f" {left}", marked if told or self._said else style),
            Segment(" " * (self._bar_start - 1 - cell_len(left)), style),
            Segment(self._stretch(0, done, "━┯"), self._bright("progress-line--done")),
            Segment(self._stretch(done, bar, "─┬"), style),
            Segment(f"{' ' if bar else ''} {right} ", style),
        ]
        return Strip(segments).adjust_cell_length(width, style)

    def _bright(self, component: str) -> RichStyle:
        """The look of what is not quiet, even where quiet is dim: a style sheet can take nothing away."""
        return self.get_component_rich_style(component) + RichStyle(dim=False)

    def _divided(self, room: int) -> tuple[str, int | None]:
        """The words on the left and the cells of the bar in so much room for both; None for too little."""
        fitting = (phrase for phrase in self._phrases if room - cell_len(phrase) >= _BAR_WANTED)
        place = next(fitting, self._phrases[-1])
        said = shortened(self._said, room + cell_len(self._right) + 4)
        free = room - max(cell_len(said), cell_len(place))
        if free < 0:
            return said or place, None
        bar = min(free, max(_BAR_WIDEST, self.size.width // 3))
        return said or place, bar - bar % _BAR_STEP if bar >= _BAR_NARROWEST else 0

    def _stretch(self, start: int, end: int, line_and_tick: str) -> str:
        return "".join(line_and_tick[cell in self._ticks.cells] for cell in range(start, end))

    def _target(self, x: int) -> Target | None:
        """What the bar leads to at a column, None beside it."""
        cell = x - self._bar_start
        return self._ticks.target(cell) if 0 <= cell < self._ticks.width else None

    def on_click(self, event: events.Click) -> None:
        """A click on the bar says where to."""
        if target := self._target(event.x):
            self.post_message(self.Clicked(target))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Name the place under the mouse."""
        target = self._target(event.x)
        self._tell(target.name(self._chapters.title(target.chapter)) if target else "")

    def on_leave(self) -> None:
        """Show the reader's own place again."""
        self._tell("")

    def _tell(self, words: str) -> None:
        if words != self._named:
            self._named = words
            self.refresh()
