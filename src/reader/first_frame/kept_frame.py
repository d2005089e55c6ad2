"""The files that frames are kept in: lines of fields between tabs, the first of them the kind of the line.

    frame   2, version of the program
    around  the terminal it was made for
    shows   "page" and the id of the work that is open, or "library"
    needs   a path, and the stamp that the file there must have
    beside  a path of a state file, and what must lie beside it
    file    a path that the work's file is at, and its stamp
    row     a look and a text in turn, from the left edge on
    end

A look is what stands in an SGR sequence, ECMA-48 8.3.117: numbers between semicolons. Paths are as seen from
the data directory, so that a copy of that has no frame.
"""

from __future__ import annotations

import os

import reader
from reader.first_frame.conditions import beside, stamp

# pathlib takes longer to load than all of this
# ruff: noqa: PTH118

PAGE, LIBRARY = "page", "library"
"""What a frame may show; each kind is kept in a file of its own."""
LARGEST = 1 << 20
"""Bytes; a screen of 500 by 150 cells in which each has a look of its own takes more, and is not kept."""
FIRST = ("frame", "2", reader.__version__)
CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029])
"""What no text that is shown may hold, for `str.translate`."""
_LONGEST_LOOK = 80


class UnfitError(ValueError):
    """The frame can't be shown now, or is none."""


def name_of(kind: str) -> str:
    """The file in a data directory that a kind of frame is kept in."""
    return f"{kind}-frame"


def read(data: str, kind: str) -> str:
    """What is kept in a data directory. Raises OSError, and ValueError where it is too large or no text."""
    file = os.open(os.path.join(data, name_of(kind)), os.O_RDONLY | os.O_NONBLOCK)
    try:
        content = os.read(file, LARGEST + 1)
    finally:
        os.close(file)
    if len(content) > LARGEST:
        raise UnfitError
    return content.decode()


def rows_if_true(text: str, data: str, around: str, kind: str, file: str = "") -> tuple[str, list[list[str]]]:
    """The id of the work and the rows, looks and texts in turn, if what it depends on is as it was.

    There is no work for the library, and for a page `file` is the path that was asked for, empty for the work
    read last. Raises UnfitError.
    """
    lines = [line.split("\t") for line in text.split("\n")]
    if tuple(lines[0]) != FIRST or lines[-1] != ["end"]:
        raise UnfitError
    rows = [line[1:] for line in lines if line[0] == "row"]
    facts = [line for line in lines[1:-1] if line[0] != "row"]
    for fact in facts:
        if len(fact) < 2 or not _is_true(fact, data, around):
            raise UnfitError
    if file and ["file", file, stamp(file)] not in facts:
        raise UnfitError
    shown = [fact[1:] for fact in facts if fact[0] == "shows"]
    if len(shown) != 1 or shown[0][0] != kind or ["around", around] not in facts:
        raise UnfitError
    return "".join(shown[0][1:]), rows


def _is_true(fact: list[str], data: str, around: str) -> bool:
    kind, value, *more = fact
    if kind == "around":
        return value == around
    if kind == "needs":
        return more == [stamp(os.path.join(data, value))]
    if kind == "beside":
        return more == [beside(os.path.join(data, value))]
    return kind in ("shows", "file")


def drawn(rows: list[list[str]]) -> str:
    """What paints the rows, whatever is in them: no text can be more than text, no look more than a look.

    Raises UnfitError for what is none.
    """
    drawing = []
    for number, row in enumerate(rows, 1):
        drawing.append(f"\x1b[{number};1H")
        for look, text in zip(row[::2], row[1::2], strict=True):
            if look.strip("0123456789;") or len(look) > _LONGEST_LOOK:
                raise UnfitError
            drawing.append(f"\x1b[0;{look}m{text.translate(CONTROLS)}")
    return "".join(drawing) + "\x1b[0m"
