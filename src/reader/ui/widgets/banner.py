"""A banner above a screen: what is wrong with the state, for as long as it is."""

from __future__ import annotations

from textual.widgets import Static


class Banner(Static):
    """A notice that stays; a click takes it away."""

    def __init__(self, notice: str) -> None:
        super().__init__(notice, markup=False)

    def on_click(self) -> None:
        self.remove()
