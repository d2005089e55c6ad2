"""What to do with a library that holds nothing of one's own yet: said where the works will be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.folders import shown
from reader.ui.commands.everywhere import ShowHelp
from reader.ui.commands.library import AddDownloads, AddFiles, BrowseFiles, ReadWork
from reader.ui.row_pieces import Piece, Tone
from reader.ui.widgets.clickable_line import Part
from reader.work.counts import counted

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from reader.ui.commands.command import Command

_KEYS = 7
"""Cells for the keys."""


def first_steps(
    keymap: Mapping[str, str], downloads: Path | None, works: int, *, sample: bool
) -> list[tuple[Part, ...]]:
    """Lines of what can be done; `works` is how many files in the folder of downloads may be some."""
    lines = [
        (_said("Nothing of yours is here yet. Files stay in place."),),
        (_said("AO3 downloads, EPUB, FB2, Kindle, PDF, text, zips."),),
        (),
    ]
    if downloads is not None and works:
        lines.append(_step(AddDownloads, f"add {counted(works, 'file')} from {shown(downloads)}", keymap))
    lines += [
        _step(BrowseFiles, "look through your folders", keymap),
        _step(AddFiles, "paste or type paths, or drop files here", keymap),
    ]
    if sample:
        lines.append(_step(ReadWork, "read the sample above", keymap))
    return [*lines, _step(ShowHelp, "see all the keys", keymap)]


def _said(words: str) -> Part:
    return Part((Piece(words, Tone.QUIET),))


def _step(command: type[Command], words: str, keymap: Mapping[str, str]) -> tuple[Part, ...]:
    key = f"{command.first_key(keymap):<{_KEYS}}"
    return (Part((Piece(key, Tone.KEY), Piece(words)), command.action(), gives_way=1),)
