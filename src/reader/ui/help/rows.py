"""The rows of help: keys with what they do, by what one wants to do, in one column or two. No Textual."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.ui.commands.command import Command, CommandGroups

_KEYS, _FEWER_KEYS = 28, 14
"""The most cells for the keys, with what is blank around them; on narrow screens they take more lines."""
_NARROW = 60
_TWO_COLUMNS = 136
"""Cells from which on there are two columns."""
_GUTTER = 4


@dataclass(frozen=True, slots=True)
class HelpEntry:
    """Something that help tells of: a command, a word that can be typed."""

    keys: str
    """What to press or to type."""
    words: str
    """What that does."""
    other_words: str = ""
    """By what else it is found."""


HelpGroup = tuple[str, tuple[HelpEntry, ...]]
"""A heading and what stands under it."""


@dataclass(frozen=True, slots=True)
class HelpRow:
    """A line of one column."""

    words: str = ""
    keys: str = ""
    """Filled up with blanks to where the words begin; none before a group's name."""
    is_head: bool = False


BLANK = HelpRow()


def groups_of(groups: CommandGroups, keymap: Mapping[str, str]) -> tuple[HelpGroup, ...]:
    """Commands as entries; `keymap` holds the keys in force that are not the default ones."""
    return tuple((name, tuple(_entry(command, keymap) for command in commands)) for name, commands in groups)


def _entry(command: type[Command], keymap: Mapping[str, str]) -> HelpEntry:
    other_words = f"{command.id()} {command.other_words}"
    return HelpEntry(command.shown_keys(keymap), command.description(), other_words)


def found_in(groups: Iterable[HelpGroup], typed: str) -> tuple[HelpGroup, ...]:
    """The entries with all the typed words, in themselves or in the names of their groups.

    A word of one character is a key, if it is that of an entry.
    """
    words = typed.casefold().split()
    found = [
        (name, tuple(entry for entry in entries if _is_meant(name, entry, words))) for name, entries in groups
    ]
    keyed = [
        (name, tuple(e for e in entries if typed.strip() in e.keys.split(", "))) for name, entries in found
    ]
    if len(typed.strip()) == 1 and any(entries for _, entries in keyed):
        found = keyed
    return tuple((name, entries) for name, entries in found if entries)


def _is_meant(name: str, entry: HelpEntry, words: Sequence[str]) -> bool:
    text = f"{name} {entry.keys} {entry.words} {entry.other_words}".casefold()
    return all(word in text for word in words)


def help_rows(groups: Sequence[HelpGroup], width: int) -> tuple[int, list[tuple[HelpRow, ...]]]:
    """The cells of a column, and the rows with a line of each, for so many cells in all."""
    widest = max((cell_len(entry.keys) for _, entries in groups for entry in entries), default=0)
    if width < _TWO_COLUMNS or len(groups) <= 1:
        room = min(widest + 4, _KEYS if width >= _NARROW else _FEWER_KEYS)
        return width, [(row,) for group in groups for row in _group(group, width, room)]
    column = (width - _GUTTER) // 2
    parts = [_group(group, column, min(widest + 4, _KEYS)) for group in groups]
    half = _half([len(part) for part in parts])
    left, right = ([row for part in some for row in part] for some in (parts[:half], parts[half:]))
    return column + _GUTTER, list(zip_longest(left, right, fillvalue=BLANK))


def _half(heights: Sequence[int]) -> int:
    """How many of the parts belong in the left column, for two that are as even as can be."""
    return min(range(1, len(heights) + 1), key=lambda count: max(sum(heights[:count]), sum(heights[count:])))


def _group(group: HelpGroup, width: int, room: int) -> list[HelpRow]:
    name, entries = group
    rows = [HelpRow(name, is_head=True)]
    for entry in entries:
        keys = _keys_in_lines(entry.keys, room - 4)
        words = wrap(entry.words, max(1, width - room))
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
