"""What the palette offers, and which of it is meant by a few typed letters. No Textual."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.ui.row_pieces import Piece, Tone, fitted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.ui.commands.command import Command

_MARGIN = 1
_GAP = 2


@dataclass(frozen=True, slots=True)
class PaletteRow:
    """A command that can be chosen."""

    command: type[Command]
    keys: str
    """As people know them."""

    @property
    def name(self) -> str:
        """What the command does, in a few words."""
        return self.command.description()


def rows_of(
    commands: Iterable[type[Command]], keymap: Mapping[str, str] = MappingProxyType({})
) -> tuple[PaletteRow, ...]:
    """A row for each command, once; `keymap` has the reader's own keys."""
    return tuple(PaletteRow(command, command.shown_keys(keymap)) for command in dict.fromkeys(commands))


def matching(rows: Sequence[PaletteRow], typed: str) -> tuple[PaletteRow, ...]:
    """The rows that are meant: all the typed words are in them, else all the letters, in this order.

    Rows with the words at the beginning of those of their names come first, those that are only called so
    besides last; otherwise the order stays.
    """
    words = typed.casefold().split()
    if not words:
        return tuple(rows)
    found = [row for row in rows if all(word in _searched(row) for word in words)]
    if found:
        return tuple(sorted(found, key=lambda row: (not _begin_words(row, words), not _in_name(row, words))))
    return tuple(row for row in rows if _has_letters(_named(row), "".join(words)))


def _named(row: PaletteRow) -> str:
    return f"{row.name} {row.command.id()}".casefold()


def _searched(row: PaletteRow) -> str:
    return f"{_named(row)} {row.command.other_words}"


def _in_name(row: PaletteRow, words: Sequence[str]) -> bool:
    return all(word in row.name.casefold() for word in words)


def _begin_words(row: PaletteRow, words: Sequence[str]) -> bool:
    own = row.name.casefold().split()
    return all(any(other.startswith(word) for other in own) for word in words)


def _has_letters(text: str, letters: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)


def palette_pieces(row: PaletteRow, width: int) -> tuple[Piece, ...]:
    """The row in so many cells: the name, and the keys at the right as far as there is room."""
    room = max(0, width - 2 * _MARGIN)
    keys = row.keys if cell_len(row.name) + _GAP + cell_len(row.keys) <= room else ""
    name = fitted(row.name, room - cell_len(keys))
    return Piece(" " * _MARGIN), Piece(name), Piece(keys, Tone.KEY), Piece(" " * _MARGIN)
