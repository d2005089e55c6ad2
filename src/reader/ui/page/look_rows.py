"""What can be chosen of the page's look, each a row of the panel: its name, its values, the next of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.settings import CHOICES, RANGES
from reader.ui.themes import is_without_colours

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.settings import Settings

Value = str | int | bool
_MEASURE_STEP = 2
_WORDS: Mapping[str, Mapping[Value, str]] = {
    "background": {"theme": "the theme’s", "terminal": "the terminal’s"},
    "paragraphs": {"indent": "indented", "blank": "a blank line"},
    "line_spacing": {1: "single", 2: "double"},
    "setting": {"auto": "as suits", "ragged": "ragged", "justified": "straight"},
    "hyphenation": {True: "on", False: "off"},
    "breaks": {"auto": "as suits", "whole": "by paragraph", "greedy": "line by line"},
    "spread": {"auto": "if there’s room", "always": "always", "never": "never"},
    "turn_right_to_left": {True: "turned round", False: "as they come"},
}
"""What values are called, where that says more than the value."""


@dataclass(frozen=True, slots=True)
class LookRow:
    """A setting of the page's look."""

    key: str
    name: str
    meaning: str
    """What it does, in a few words."""
    values: tuple[Value, ...]
    unit: str = ""
    round: bool = True
    """Whether the first value comes after the last one, as among words; numbers end."""

    def words(self, settings: Settings) -> str:
        """Its value in words."""
        value = getattr(settings, self.key)
        if self._says_nothing:
            return "none: NO_COLOR"
        known = _WORDS.get(self.key, {}).get(value, str(value))
        unit = self.unit.removesuffix("s") if value == 1 else self.unit
        return f"{known} {unit}" if unit else known

    @property
    def _says_nothing(self) -> bool:
        """Whether it is about colours where there are none."""
        return self.key in ("theme", "background") and is_without_colours()

    def is_same(self, settings: Settings, other: Settings) -> bool:
        """Whether two settings agree in it."""
        return bool(getattr(settings, self.key) == getattr(other, self.key))

    def stepped(self, settings: Settings, steps: int) -> Value:
        """The value so many after the one in force, before it when negative."""
        value: Value = getattr(settings, self.key)
        if self._says_nothing:
            return value
        if self.round:
            at = self.values.index(value) if value in self.values else -1
            return self.values[(at + steps) % len(self.values)]
        return self._number_after(int(value), steps) if steps else value

    def _number_after(self, number: int, steps: int) -> int:
        numbers = [int(value) for value in self.values]
        if steps > 0:
            greater = [other for other in numbers if other > number]
            return greater[min(steps, len(greater)) - 1] if greater else numbers[-1]
        less = [other for other in numbers if other < number]
        return less[max(steps, -len(less))] if less else numbers[0]


def _choice(key: str, name: str, meaning: str) -> LookRow:
    return LookRow(key, name, meaning, CHOICES[key])


def _flag(key: str, name: str, meaning: str) -> LookRow:
    return LookRow(key, name, meaning, (False, True))


def _number(key: str, name: str, meaning: str, unit: str, step: int = 1) -> LookRow:
    least, greatest = RANGES[key]
    return LookRow(key, name, meaning, tuple(range(least, greatest + 1, step)), unit, round=False)


LOOK_ROWS: tuple[LookRow, ...] = (
    _choice("theme", "Theme", "The colours of everything"),
    _choice("background", "Background", "What lies behind everything"),
    _number("measure", "Line length", "The longest that lines may be", "cells", _MEASURE_STEP),
    _number("margin_cells", "Side margins", "The least there is on either side", "cells"),
    _number("margin_rows", "Top margins", "Blank rows above and below", "rows"),
    LookRow("line_spacing", "Line spacing", "From one line to the next", (1, 2)),
    _choice("paragraphs", "Paragraphs", "What tells one from the next"),
    _choice("setting", "Right edge", "How lines end"),
    _flag("hyphenation", "Hyphenation", "Words divided at a straight edge"),
    _choice("breaks", "Line breaks", "How they are chosen"),
    _choice("spread", "Two pages", "Side by side"),
    _choice("notes", "Notes", "The author’s, and summaries"),
    _flag("turn_right_to_left", "Hebrew, Arabic", "For terminals that don’t turn them"),
)
"""In the order in which the panel shows them."""
