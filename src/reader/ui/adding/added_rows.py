"""The summary after adding: a row for each file with what came of it, trouble first. No Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from reader.library.tally import Fate, fate_of, is_worth_a_line, word_for
from reader.ui.row_pieces import Piece, Tone, fitted, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.library.results import Result

_ORDER = (
    Fate.FAILED,
    Fate.SKIPPED,
    Fate.GONE,
    Fate.SHORTER,
    Fate.UPDATED,
    Fate.ADDED,
    Fate.ANOTHER,
    Fate.SAME,
)
_TONES = {
    Fate.FAILED: Tone.EXCLUDED,
    Fate.SKIPPED: Tone.WARNING,
    Fate.GONE: Tone.WARNING,
    Fate.UPDATED: Tone.INCLUDED,
    Fate.ADDED: Tone.DONE,
}
_WIDEST_WORD = max(len(word_for(fate)) for fate in Fate)
_GAP = 2


class AddedRow(NamedTuple):
    """What came of one file."""

    fate: Fate
    name: str
    """The work's title; of a file that is none, its name."""
    about: str
    """Why it failed, what is new, or which file it was."""
    work_id: str = ""


def added_rows(results: Iterable[Result]) -> list[AddedRow]:
    """A row for each; those that are alike in their order."""
    rows = [_row(result) for result in results]
    return sorted(rows, key=lambda row: _ORDER.index(row.fate))


def wants_rows(results: Sequence[Result]) -> bool:
    """Whether the sum of what came of them says too little."""
    return len(results) > 1 or any(map(is_worth_a_line, results))


def _row(result: Result) -> AddedRow:
    file = result.path.rpartition("/")[2] or result.path
    name = one_line(result.title) or one_line(file)
    about = one_line(result.detail) or (one_line(file) if result.title else "")
    return AddedRow(fate_of(result), name, about, result.id)


def added_pieces(row: AddedRow, width: int) -> tuple[Piece, ...]:
    """The row in so many cells: what came of it, what it is, and the rest as far as there is room.

    A reason is worth more than the end of a long name.
    """
    word = fitted(word_for(row.fate), min(_WIDEST_WORD, max(0, width - 2)))
    room = max(0, width - cell_len(word) - 1 - 2 * _GAP)
    name = min(cell_len(row.name), max(room - cell_len(row.about), room * 2 // 5))
    return (
        Piece(f" {word}{' ' * _GAP}", _TONES.get(row.fate, Tone.QUIET)),
        Piece(f"{fitted(row.name, name)}{' ' * _GAP}"),
        Piece(fitted(row.about, room - name), Tone.QUIET),
    )
