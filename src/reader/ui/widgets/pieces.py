"""From pieces of text, which know what they are, to strips, which know how they look."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style as RichStyle

from reader.ui.row_pieces import Tone
from reader.ui.uncut_strip import UncutStrip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.strip import Strip
    from textual.widget import Widget

    from reader.ui.row_pieces import Piece


class Behind(StrEnum):
    """What lies behind a row that is chosen."""

    CURSOR = "cursor"
    RESTING = "resting"
    """The keys are somewhere else."""


def piece_classes(*tones: Tone) -> frozenset[str]:
    """The component classes of pieces of these tones, and of what lies behind them."""
    return frozenset(f"piece--{what.value}" for what in (*tones, *Behind))


PIECE_CLASSES = piece_classes(*Tone)
"""The component classes in which the style sheet says how pieces look.

They are the screen's: each widget that had its own would cost a millisecond before the first frame. What
comes over a page has its own, for a page has none.
"""


class Looks:
    """How pieces look on one widget, as theme and styles are at the moment."""

    def __init__(self, widget: Widget, styled: Widget | None = None) -> None:
        """`styled` is the widget that has the component classes, where the screen has not."""
        self._styled = styled or widget.screen
        self._base = widget.rich_style
        self._known: dict[tuple[Tone, Behind | None], RichStyle] = {}

    def style(self, tone: Tone, behind: Behind | None = None) -> RichStyle:
        """The style of one tone, on the widget's own background or a chosen row's."""
        key = (tone, behind)
        if key not in self._known:
            look = self._styled.get_component_rich_style(f"piece--{tone.value}")
            style = self._base + RichStyle(color=look.color, bold=look.bold, dim=look.dim)
            if behind is not None:
                back = self._styled.get_component_rich_style(f"piece--{behind.value}")
                style = self._laid_over(style, back)
            self._known[key] = style
        return self._known[key]

    def _laid_over(self, style: RichStyle, back: RichStyle) -> RichStyle:
        """A style on a chosen row. One that is reversed is all in one colour, or it would be a patchwork."""
        color = self._base.color if back.reverse else style.color
        dim = style.dim and not back.reverse
        bold = style.bold or back.bold
        return style + RichStyle(color=color, bgcolor=back.bgcolor, bold=bold, dim=dim, reverse=back.reverse)

    def strip(self, pieces: Iterable[Piece], width: int, behind: Behind | None = None) -> Strip:
        """The pieces in a row of exactly so many cells."""
        plain = self.style(Tone.PLAIN, behind)
        stretches = [(piece.text, self.style(piece.tone, behind)) for piece in pieces]
        room = width - sum(cell_len(text) for text, _ in stretches)
        stretches.append((" " * room, plain))
        row = UncutStrip(_joined(stretches, plain, with_blanks=not plain.reverse), max(width, width - room))
        return row if room >= 0 else UncutStrip.of(row.adjust_cell_length(width, plain))


def _joined(
    stretches: Iterable[tuple[str, RichStyle]], style: RichStyle, *, with_blanks: bool
) -> Iterator[Segment]:
    """Stretches of one style in one; blanks with what stands before them, or after them in front.

    On one background no blank shows what colour it is of, and each change of style is forty bytes to send.
    A row of blanks alone is in `style`.
    """
    text = ""
    for more, its_style in stretches:
        is_blank = with_blanks and not more.strip(" ")
        if its_style is style or is_blank:
            text += more
        elif with_blanks and not text.strip(" "):
            text, style = text + more, its_style
        else:
            if text:
                yield Segment(text, style)
            text, style = more, its_style
    if text:
        yield Segment(text, style)
