"""Takes every colour away, and leaves bold, underlined and reversed what is so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import LineFilter

if TYPE_CHECKING:
    from textual.color import Color


class NoColours(LineFilter):
    """What Textual does for `NO_COLOR` is to turn colours into greys; this sends no colour code at all."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002  # as Textual calls it
        """The segments of a line without colours."""
        return [Segment(text, style and style.without_color, control) for text, style, control in segments]
