"""The sample work in a terminal: going on with it, what is shown of it, what is on disk."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from tests.terminal.pseudo_terminal import READER, Terminal

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE = "reader:sample"
CTRL_Q = "\x11"


def resumed(data_dir: Path, columns: int = 80, rows: int = 24) -> Terminal:
    """A terminal in which `reader resume` has been started."""
    return Terminal((*READER, "resume"), data_dir=data_dir, columns=columns, rows=rows)


def begin(terminal: Terminal) -> str:
    """Wait for a page."""
    terminal.wait("page ")
    return terminal.settle()


def page_text(screen: str) -> str:
    """The page without the two quiet lines around it."""
    return "\n".join(screen.split("\n")[1:-1])


def works(data_dir: Path) -> dict[str, Any]:
    """The works in the state file, which must be sound."""
    found: dict[str, Any] = tomllib.loads((data_dir / "state.toml").read_text(encoding="utf-8"))["works"]
    return found


def live_marks(data_dir: Path, work: str = SAMPLE) -> set[str]:
    """The ids of the bookmarks in the state file that are not deleted."""
    return {mark["id"] for mark in works(data_dir)[work].get("bookmarks", []) if "deleted" not in mark}
