"""How the files of a work look in a list: which is read, what is in each, where it is. No Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.ui.row_pieces import Piece, Tone, fitted
from reader.work.counts import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.workspace.versions import VersionInfo

_MARGIN = 1
_GAP = 2
_LEAST_PLACE = 12
"""Cells under which there is no use in saying where a file is."""


def standing(version: VersionInfo) -> str:
    """What a file is to its work: "in use, chosen", "superseded", "file gone"; empty for one more of it."""
    words = [
        "in use" if version.in_use else "",
        "chosen" if version.chosen else "",
        "file gone" if version.missing else "",
        "superseded" if version.superseded and not version.missing else "",
    ]
    return ", ".join(word for word in words if word)


def place_of(version: VersionInfo) -> str:
    """Where a file is; bytes that are no UTF-8, and what can't be shown, are escaped."""
    if version.path is None:
        return "a copy is kept" if version.kept is not None else "nowhere any more"
    path = version.path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in path)


def version_cells(version: VersionInfo) -> tuple[str, ...]:
    """The words of a row but the place: standing, format, date, chapters, words."""
    day = version.updated or version.added.date()
    return (
        standing(version),
        version.format,
        day.isoformat(),
        f"{version.chapters:,} ch",
        counted(version.words, "word"),
    )


def version_pieces(version: VersionInfo, among: Sequence[VersionInfo], width: int) -> tuple[Piece, ...]:
    """A row in so many cells, in columns as wide as those of its neighbours need; the place gives way.

    Of a place the end is shown, because it says more.
    """
    widths = [max(map(cell_len, column)) for column in zip(*map(version_cells, among), strict=True)]
    cells = [
        _placed(cell, size, at_right=index > _DATE)
        for index, (cell, size) in enumerate(zip(version_cells(version), widths, strict=True))
    ]
    facts = (" " * _GAP).join(cells)
    room = width - 2 * _MARGIN - cell_len(facts) - _GAP
    if room < _LEAST_PLACE:
        return (Piece(" " * _MARGIN), Piece(fitted(facts, max(0, width - _MARGIN)), _tone(version)))
    place = _end_of(place_of(version), room)
    gap = Piece(" " * _GAP)
    return (Piece(" " * _MARGIN), Piece(facts, _tone(version)), gap, Piece(fitted(place, room), Tone.QUIET))


_DATE = 2
"""The index of the date among the cells; numbers follow."""


def _tone(version: VersionInfo) -> Tone:
    return Tone.MAIN if version.in_use else Tone.QUIET if version.superseded else Tone.PLAIN


def _placed(text: str, width: int, *, at_right: bool) -> str:
    return " " * (width - cell_len(text)) + text if at_right else fitted(text, width)


def _end_of(text: str, width: int) -> str:
    if cell_len(text) <= width:
        return text
    start = max(0, len(text) - width + 1)
    while cell_len(text[start:]) > width - 1:
        start += 1
    return "…" + text[start:]
