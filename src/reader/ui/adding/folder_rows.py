"""The rows of a folder that is looked through: names, and how many works are there. No Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.ui.row_pieces import Piece, Tone, fitted, one_line
from reader.work.counts import counted

if TYPE_CHECKING:
    from reader.library.files.folder_view import FolderView, Seen

_MARKER = 2
_ABOUT = 17
"""Cells for the number or the size at the right."""


def folder_pieces(seen: Seen, works: int | None, width: int, *, selected: bool) -> tuple[Piece, ...]:
    """A row in so many cells; `works` is how many a folder holds, None while that is not known."""
    room = max(0, width - _MARKER - _ABOUT)
    name = one_line(seen.name) + ("/" if seen.is_folder else "")
    about = count_words(works) if seen.is_folder else size_words(seen.size)
    return (
        Piece(("●" if selected else " ").ljust(_MARKER), Tone.INCLUDED),
        Piece(fitted(name, room), Tone.HEAD if seen.is_folder else Tone.PLAIN),
        Piece(f"{about:>{_ABOUT - 1}} "[: max(0, width - _MARKER)], Tone.QUIET),
    )


def count_words(works: int | None) -> str:
    """How many works a folder holds; nothing for none."""
    return counted(works, "work") if works else ""


def size_words(size: int) -> str:
    """A number of bytes for people."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000)):,} kB"
    return f"{size / 1_000_000:,.1f} MB"


def title_pieces(view: FolderView, shown: str, selected: int, width: int) -> tuple[Piece, ...]:
    """Which folder it is, with what is there; the beginning of a long path gives way."""
    about = f"{selected:,} selected" if selected else count_words(view.works) or "no works right here"
    room = max(0, width - cell_len(about) - 3)
    path = one_line(shown)
    while cell_len(path) > max(1, room):
        path = "…" + path[max(2, len(path) - room + 1) :]
    tone = Tone.INCLUDED if selected else Tone.QUIET
    return Piece(f" {fitted(path, room)} ", Tone.HEAD), Piece(about, tone), Piece(" ")


def empty_words(view: FolderView) -> str:
    """What to say of a folder in which there is nothing to choose."""
    return one_line(view.problem) or "There is nothing to read here, and no folder."
