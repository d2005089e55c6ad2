"""A row of the settings screen in pieces: what it is, its value, where that comes from. No Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.ui.row_pieces import Piece, Tone, fitted
from reader.ui.settings.row_kinds import DEFAULT, EntryRow, TitleRow, ValueRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.settings import Settings
    from reader.ui.settings.row_kinds import SettingRow

_ORIGIN = 11
"""Cells for where a value comes from."""
_LEAST_NAME, _MOST_NAME = 20, 52


def value_column(width: int) -> int:
    """The cell at which values begin in a row of so many."""
    return 1 + max(_LEAST_NAME, min(_MOST_NAME, (width - _ORIGIN) * 55 // 100))


def setting_pieces(
    row: SettingRow,
    settings: Settings,
    lines: Mapping[tuple[str | int, ...], int],
    width: int,
    *,
    is_chosen: bool,
) -> tuple[Piece, ...]:
    """The row in so many cells; one that keys go through has arrows at its value when it is chosen."""
    if isinstance(row, TitleRow):
        return (Piece(fitted(f" {row.name}", width), Tone.HEAD),)
    if isinstance(row, EntryRow):
        return (Piece(fitted(f"   {row.name}", width)),)
    column = value_column(width)
    room = max(0, width - column - _ORIGIN)
    value = row.value(settings)
    origin = row.origin(settings, lines)
    has_arrows = is_chosen and isinstance(row, ValueRow)
    value = f"‹ {value} ›" if has_arrows else f"  {value}"
    return (
        Piece(fitted(f"   {row.name}", column - 2) + "  "),
        Piece(fitted(value, room), Tone.QUIET if origin == DEFAULT else Tone.MAIN),
        Piece(fitted(f" {origin}", _ORIGIN - 1).rjust(_ORIGIN - 1) + " ", Tone.QUIET),
    )


def choice_lines(choices: tuple[str, ...], current: str, width: int) -> list[list[tuple[str, bool]]]:
    """Choices in lines of so many cells, each with whether it is the one in force; two lines at most."""
    lines: list[list[tuple[str, bool]]] = [[]]
    used = 0
    for choice in choices:
        needed = cell_len(choice) + 2
        if used + needed > width and lines[-1]:
            lines.append([])
            used = 0
        lines[-1].append((choice, choice == current))
        used += needed
    return lines[:2]
