"""What the palette offers, and which of it is meant by a few typed letters. No Textual."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.ui.row_pieces import Piece, Tone, fitted, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.ui.commands.command import Command

_MARGIN = 1
_GAP = 2
_LEAST_NAME = 24
"""Cells that a name keeps beside what is said of it."""


@dataclass(frozen=True, slots=True)
class WorkChoice:
    """A work to be read."""

    id: str


@dataclass(frozen=True, slots=True)
class ShelfChoice:
    """A saved search whose works are to be shown."""

    name: str
    query: str


@dataclass(frozen=True, slots=True)
class ThemeChoice:
    """A theme to be put in force."""

    name: str


@dataclass(frozen=True, slots=True)
class PaletteRow:
    """Something that can be chosen."""

    name: str
    note: str
    """What stands at the right: a command's keys, a work's author."""
    choice: type[Command] | WorkChoice | ShelfChoice | ThemeChoice
    id: str = ""
    """What keymaps call it, if they know it."""
    other_words: str = ""
    """By what else it is found."""


def rows_of(
    commands: Iterable[type[Command]], keymap: Mapping[str, str] = MappingProxyType({})
) -> tuple[PaletteRow, ...]:
    """A row for each command, once; `keymap` has the reader's own keys."""
    return tuple(
        PaletteRow(
            command.description(),
            command.shown_keys(keymap),
            command,
            command.id(),
            command.other_words,
        )
        for command in dict.fromkeys(commands)
    )


def matching(rows: Sequence[PaletteRow], typed: str) -> tuple[PaletteRow, ...]:
    """The rows that are meant: all the typed words are in them, else all the letters, in this order."""
    return having_words(rows, typed) or having_letters(rows, typed)


def having_words(rows: Sequence[PaletteRow], typed: str) -> tuple[PaletteRow, ...]:
    """The rows with all the typed words.

    Rows with the words at the beginning of those of their names come first, those that are only called so
    besides last; otherwise the order stays.
    """
    words = typed.casefold().split()
    if not words:
        return tuple(rows)
    found = [row for row in rows if all(word in _searched(row) for word in words)]
    return tuple(sorted(found, key=lambda row: (not _begin_words(row, words), not _in_name(row, words))))


def having_letters(rows: Sequence[PaletteRow], typed: str) -> tuple[PaletteRow, ...]:
    """The rows with all the typed letters, in this order."""
    letters = "".join(typed.casefold().split())
    return tuple(row for row in rows if _has_letters(_named(row), letters))


def _named(row: PaletteRow) -> str:
    return f"{row.name} {row.id}".casefold()


def _searched(row: PaletteRow) -> str:
    return f"{_named(row)} {row.other_words}"


def _in_name(row: PaletteRow, words: Sequence[str]) -> bool:
    return all(word in row.name.casefold() for word in words)


def _begin_words(row: PaletteRow, words: Sequence[str]) -> bool:
    own = row.name.casefold().split()
    return all(any(other.startswith(word) for other in own) for word in words)


def _has_letters(text: str, letters: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)


def palette_pieces(row: PaletteRow, width: int) -> tuple[Piece, ...]:
    """The row in so many cells: the name, and at the right what is said of it, as far as there is room.

    Keys are there whole or not at all; of an author as much as there is room for.
    """
    room = max(0, width - 2 * _MARGIN)
    note, tone = row.note, Tone.KEY
    if isinstance(row.choice, WorkChoice | ShelfChoice):
        tone = Tone.QUIET
        widest = room - _GAP - min(cell_len(row.name), max(_LEAST_NAME, room // 2))
        note = fitted(note, min(cell_len(note), max(0, widest)))
    elif cell_len(row.name) + _GAP + cell_len(note) > room:
        note = ""
    name = fitted(row.name, room - cell_len(note) - (_GAP if note else 0))
    gap = " " * _GAP if note else ""
    return Piece(" " * _MARGIN), Piece(f"{name}{gap}"), Piece(note, tone), Piece(" " * _MARGIN)


def shelf_row(name: str, query: str) -> PaletteRow:
    """The row of a saved search."""
    return PaletteRow(f"Shelf: {one_line(name)}", one_line(query), ShelfChoice(name, query))


def theme_row(name: str, current: str) -> PaletteRow:
    """The row of a theme; the one in force says so."""
    note = "in force" if name == current else ""
    return PaletteRow(f"Theme: {name}", note, ThemeChoice(name), other_words="colour color")
