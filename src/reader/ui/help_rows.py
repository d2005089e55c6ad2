"""The rows of help: commands with their keys, by what one wants to do, in one column or two. No Textual."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.ui.commands.command import Command, CommandGroups

_KEYS, _FEWER_KEYS = 28, 14
"""Cells for the keys, with what is blank around them; on narrow screens they take more lines."""
_NARROW = 60
_TWO_COLUMNS = 136
"""Cells from which on there are two columns."""
_GUTTER = 4


@dataclass(frozen=True, slots=True)
class HelpRow:
    """A line of one column."""

    words: str = ""
    keys: str = ""
    """Filled up with blanks to where the words begin; none before a group's name."""
    is_head: bool = False


BLANK = HelpRow()


def help_rows(
    groups: CommandGroups, keymap: Mapping[str, str], width: int
) -> tuple[int, list[tuple[HelpRow, ...]]]:
    """The cells of a column, and the rows with a line of each, for so many cells in all.

    `keymap` holds the reader's own keys.
    """
    if width < _TWO_COLUMNS:
        return width, [(row,) for group in groups for row in _group(group, keymap, width)]
    column = (width - _GUTTER) // 2
    parts = [_group(group, keymap, column) for group in groups]
    half = _half([len(part) for part in parts])
    left, right = ([row for part in some for row in part] for some in (parts[:half], parts[half:]))
    return column + _GUTTER, list(zip_longest(left, right, fillvalue=BLANK))


def _half(heights: Sequence[int]) -> int:
    """How many of the parts belong in the left column, for two that are as even as can be."""
    return min(range(1, len(heights) + 1), key=lambda count: max(sum(heights[:count]), sum(heights[count:])))


def _group(
    group: tuple[str, tuple[type[Command], ...]], keymap: Mapping[str, str], width: int
) -> list[HelpRow]:
    name, commands = group
    room = _KEYS if width >= _NARROW else _FEWER_KEYS
    rows = [HelpRow(name, is_head=True)]
    for command in commands:
        keys = _keys_in_lines(command.shown_keys(keymap), room - 4)
        words = wrap(command.description(), max(1, width - room))
        lines = zip_longest(words, keys, fillvalue="")
        rows += [HelpRow(some_words, f"  {some_keys:<{room - 2}}") for some_words, some_keys in lines]
    return [*rows, BLANK]


def _keys_in_lines(keys: str, room: int) -> list[str]:
    """The keys in as many lines of so many cells as they need."""
    lines = [""]
    for key in keys.split(", "):
        longer = f"{lines[-1]}, {key}" if lines[-1] else key
        if lines[-1] and cell_len(longer) > room:
            lines.append(key)
        else:
            lines[-1] = longer
    return lines
