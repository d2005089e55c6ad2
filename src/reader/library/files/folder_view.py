"""A folder as a person looks through it: the folders in it, and the files that may be works."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from reader.library.files.candidates import reason
from reader.library.files.kinds import Likely, by_name

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST = 5_000
"""Things in a folder that are looked at; nobody looks through more."""
_COUNTED = frozenset({Likely.WORK, Likely.ARCHIVE})
"""What files are counted as works by their names: it takes no look into them."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Something in a folder."""

    path: str
    """Absolute, as `os.fsdecode` gives it."""
    is_folder: bool
    size: int = 0
    """Bytes of a file."""

    @property
    def name(self) -> str:
        """Its name without folders."""
        return os.path.basename(self.path)  # noqa: PTH119  # pathlib drops bytes


@dataclass(frozen=True, slots=True)
class FolderView:
    """What is in a folder."""

    path: str
    seen: tuple[Seen, ...] = ()
    """Folders first, each kind by name."""
    problem: str = ""
    """Why it can't be looked into; empty where it can."""

    @property
    def works(self) -> int:
        """How many of the files may be works, archives of them included."""
        return sum(not one.is_folder for one in self.seen)


def look_into(folder: str, *, hidden: bool = False) -> FolderView:
    """What is in a folder; with `hidden` also what begins with a dot."""
    try:
        with os.scandir(folder) as listed:
            found = [seen for item in islice(listed, _MOST) if (seen := _seen(item, hidden=hidden))]
    except (OSError, ValueError) as error:
        problem = reason(error) if isinstance(error, OSError) else "There is no such folder."
        return FolderView(folder, problem=problem)
    found.sort(key=lambda one: (not one.is_folder, one.name.casefold(), one.name))
    return FolderView(folder, tuple(found))


def count_works(folder: str) -> int:
    """How many files right in a folder may be works, by their names; 0 where it can't be looked into."""
    try:
        with os.scandir(folder) as listed:
            return sum(1 for _ in _works(islice(listed, _MOST)))
    except (OSError, ValueError):
        return 0


def _works(items: Iterator[os.DirEntry[str]]) -> Iterator[str]:
    for item in items:
        if not item.name.startswith(".") and by_name(item.name) in _COUNTED:
            yield item.name


def _seen(item: os.DirEntry[str], *, hidden: bool) -> Seen | None:
    """What it is to a person; None for what is no folder and nothing to read."""
    if item.name.startswith(".") and not hidden:
        return None
    try:
        mode = item.stat()
    except OSError:  # a link that leads nowhere, a folder that is closed
        return None
    path = os.path.abspath(item.path)  # noqa: PTH100  # pathlib drops bytes
    if stat.S_ISDIR(mode.st_mode):
        return Seen(path, is_folder=True)
    if stat.S_ISREG(mode.st_mode) and by_name(item.name) in _COUNTED:
        return Seen(path, is_folder=False, size=mode.st_size)
    return None
