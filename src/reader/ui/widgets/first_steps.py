"""What to do with an empty library, under the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from reader.ui.widgets.clickable_line import ClickableLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from reader.ui.widgets.clickable_line import Part


class FirstSteps(Vertical):
    """Some lines, each of which can be clicked."""

    def __init__(self, lines: Sequence[Sequence[Part]]) -> None:
        super().__init__(id="first-steps")
        self._lines = lines

    def compose(self) -> ComposeResult:
        """A line each."""
        for parts in self._lines:
            line = ClickableLine(margin=2)
            line.show(parts)
            yield line
