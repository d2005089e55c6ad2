"""The backups of a state file, listed with what is in them, and one of them put back in its place."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.state import backups, files, soundness
from reader.state.errors import StateError
from reader.state.sections import FORMAT, NotStateError, take_apart

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from reader.state.state_file import StateFile


@dataclass(frozen=True, slots=True)
class Contents:
    """How much is in a state file."""

    works: int
    marks: int
    """Bookmarks that are not deleted."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup; `contents` is None where it is damaged."""

    name: str
    size: int
    """Bytes."""
    contents: Contents | None


def listed(file: StateFile) -> list[Backup]:
    """Every backup there is, the newest first."""
    found = []
    for path in (backups.last(file.place), *reversed(backups.dated(file.place))):
        with contextlib.suppress(OSError):  # gone meanwhile
            found.append(Backup(path.name, path.stat().st_size, _contents(path)))
    return found


def _contents(path: Path) -> Contents | None:
    try:
        return contents(backups.read(path))
    except (OSError, NotStateError):
        return None


def contents(text: str) -> Contents:
    """How much is in this text of a state file. Raises NotStateError.

    Counted in the text as it would be written, where each bookmark is a table of its own: to parse a year of
    backups takes seconds.
    """
    sections = take_apart(text)
    whole = sections.text()
    return Contents(len(sections.works), whole.count("\n[[works.") - whole.count("\ndeleted = "))


def readable(file: StateFile, name: str) -> str:
    """The text of the backup of this name, if it can be put back. Raises StateError."""
    paths = {path.name: path for path in (*backups.dated(file.place), backups.last(file.place))}
    if name not in paths:
        raise StateError(f"there is no backup {name}; reader doctor --backups lists those there are")
    try:
        text = backups.read(paths[name])
        sections = take_apart(text)
        sections.check()
    except (OSError, NotStateError) as error:
        raise StateError(f"the backup {name} can't be read: {error}") from error
    if sections.top.get("format", FORMAT) != FORMAT:
        raise StateError(f"the backup {name} is of format {sections.top['format']}, which is not known here")
    return text


def restore(file: StateFile, text: str, now: datetime) -> Path | None:
    """Put this text in the place of the file, and return where that is kept now; None where there was none.

    Windows that are open take it in as if a hand had edited the file. Raises StateError.
    """
    data = text.encode()
    kept = None
    try:
        file.make_folder()
        with files.locked(file.real):
            if file.real.exists():
                kept = backups.keep_for_good(file.real, file.place, now)
            files.write(file.real, [data])
    except OSError as error:
        raise StateError(f"{file.path} can't be written: {error.strerror or error}") from error
    soundness.note(file.place, soundness.checksum([data]))
    return kept


def present(file: StateFile) -> Contents | None:
    """How much is in the file itself; None where it is damaged, and nothing where there is none."""
    if not file.real.exists():
        return Contents(0, 0)
    return _contents(file.real)
