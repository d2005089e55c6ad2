"""Painting the kept frame at the start, before anything is loaded that this does not need."""

from __future__ import annotations

import os
import sys

from reader.first_frame.conditions import surroundings
from reader.first_frame.held_terminal import held
from reader.first_frame.kept_frame import LIBRARY, PAGE, drawn, read, rows_if_true

# pathlib takes longer to load than all of this
# ruff: noqa: PTH100, PTH111, PTH118

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_DATA_DIR = "--data-dir"


def paint_kept(words: Sequence[str]) -> None:
    """Paint the frame if the words after `reader` ask for what it shows, and all is as it was."""
    asked = _asked_for(words)
    if asked is None or not _is_ours_alone():
        return
    data, kind, file = asked
    columns, rows = os.get_terminal_size(1)
    try:
        around = surroundings(columns, rows)
        work, lines = rows_if_true(read(data, kind), data, around, kind, file)
        drawing = drawn(lines)
        if len(lines) == rows:
            held.paint(work, lines, drawing)
    except (OSError, ValueError):  # there is none, or it is not for now; or the terminal is gone
        held.give_back()


def _asked_for(words: Sequence[str]) -> tuple[str, str, str] | None:
    """The data directory, what is to be shown, and the path of the file asked for if it is one.

    None for everything else. A file's name is told from a command's by a dot or a slash in it.
    """
    data_dir, rest = "", list(words)
    if rest and rest[0].partition("=")[0] == _DATA_DIR:
        option = rest.pop(0)
        data_dir = option.partition("=")[2] if "=" in option else rest.pop(0) if rest else ""
        if not data_dir:
            return None
    if not rest:
        return _data_folder(data_dir), LIBRARY, ""
    word = rest[0]
    if len(rest) == 1 and word == "resume":
        return _data_folder(data_dir), PAGE, ""
    if len(rest) > 1 or word.startswith("-") or not ("." in word or "/" in word):
        return None
    return _data_folder(data_dir), PAGE, os.path.abspath(word)


def _data_folder(chosen: str) -> str:
    """As `reader.folders` has it, and platformdirs where there are no others than Linux and its like."""
    if named := chosen or os.environ.get("READER_DATA_DIR"):
        return os.path.abspath(os.path.expanduser(named))
    above = os.environ.get("XDG_DATA_HOME", "")
    return os.path.join(above if above.strip() else os.path.expanduser("~/.local/share"), "terminal-reader")


def _is_ours_alone() -> bool:
    """Whether there is a terminal that can show pages and is ours now, and is to be driven as usual."""
    if not (os.isatty(0) and os.isatty(1) and os.isatty(2)) or sys.stderr.encoding.lower() != "utf-8":
        return False
    if os.environ.get("TERM", "") in ("", "dumb", "unknown") or "TEXTUAL_DRIVER" in os.environ:
        return False
    return os.tcgetpgrp(0) == os.getpgrp()
