"""A screen of pyte that draws ordinary text quicker: cell by cell, it took a third of these tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyte
from pyte import modes, screens

if TYPE_CHECKING:
    from pyte.screens import Char


class QuickScreen(pyte.Screen):
    """Makes each cell once, and takes text that stays on its row and is one cell a letter as it is."""

    def __init__(self, columns: int, rows: int) -> None:
        self._cells: dict[Char, dict[str, Char]] = {}
        """By their attributes and their letter."""
        super().__init__(columns, rows)

    def draw(self, data: str) -> None:
        cursor = self.cursor
        letters = data.translate(self.g1_charset if self.charset else self.g0_charset)
        is_simple = all(screens.wcwidth(letter) == 1 for letter in letters) and modes.IRM not in self.mode
        if not is_simple or cursor.x + len(letters) > self.columns:
            super().draw(data)
            return
        line, made = self.buffer[cursor.y], self._cells.setdefault(cursor.attrs, {})
        for x, letter in enumerate(letters, cursor.x):
            line[x] = made.get(letter) or made.setdefault(letter, cursor.attrs._replace(data=letter))
        cursor.x += len(letters)
        self.dirty.add(cursor.y)
