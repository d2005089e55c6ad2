"""What a kept frame depends on: the terminal, and the files that the page was made from."""

from __future__ import annotations

import os

# pathlib takes longer to load than all of this
# ruff: noqa: PTH116, PTH122, PTH208

_VARIABLES = (
    "COLORTERM",
    "COLUMNS",
    "FORCE_COLOR",
    "LANG",
    "LC_ALL",
    "LC_CTYPE",
    "LINES",
    "NO_COLOR",
    "TERM",
    "TERM_PROGRAM",
    "TTY_COMPATIBLE",
    "TTY_INTERACTIVE",
    "UNICODE_VERSION",
    "XDG_CONFIG_HOME",
)
"""What Rich, Textual and Reader ask of the environment before they draw; and all with TEXTUAL in it.

The last says where the settings are.
"""
_SET = ("TMUX", "WT_SESSION")
"""Of these they ask whether they are set."""
_ENVIRONMENT = " ".join(
    [f"{name}={os.environ[name]!r}" for name in sorted(os.environ) if name in _VARIABLES or "TEXTUAL" in name]
    + [name for name in _SET if name in os.environ]
)
"""As it was when the program began, which then adds to it."""
NONE = "none"
"""The stamp of a file that isn't there."""


def surroundings(columns: int, rows: int) -> str:
    """The terminal, its size in cells, and what the environment says of it, on one line."""
    return f"{columns}x{rows} {_ENVIRONMENT}"


def stamp(path: str) -> str:
    """What tells without reading it whether a file is another one: size, time, inode."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return NONE
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ino}"


def beside(state: str) -> str:
    """The names of what may be copies of a state file, left beside it by another machine; on one line.

    More than are: those are told apart when the app reads them.
    """
    folder, name = os.path.split(state)
    stem, suffix = os.path.splitext(name)
    try:
        names = os.listdir(folder)
    except OSError:
        return NONE
    return ascii(sorted(n for n in names if n.startswith(stem) and n.endswith(suffix) and n != name))
