"""From pieces of text, which know what they are, to strips, which know how they look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from reader.ui.library_rows import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rich.style import Style as RichStyle

    from reader.ui.library_rows import Piece

LOOKS = frozenset(f"piece--{tone.value}" for tone in Tone)
"""The component classes that a widget which shows pieces declares."""


def strip_of(
    pieces: Iterable[Piece], width: int, look: Callable[[str], RichStyle], behind: RichStyle | None = None
) -> Strip:
    """A strip of so many cells; `look` gives the style of a component class, `behind` a background."""
    segments = []
    for piece in pieces:
        style = look(f"piece--{piece.tone.value}")
        segments.append(Segment(piece.text, style + behind if behind is not None else style))
    plain = look("piece--plain")
    return Strip(segments).adjust_cell_length(width, plain + behind if behind is not None else plain)
