"""Copies of the state file: the last good one, one a day for a week, and broken ones set aside."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from reader.state import files
from reader.state.sections import NotStateError, parse

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

_DAYS = 7
"""How many daily backups are kept."""


def last(path: Path) -> Path:
    """Where the version before the present one is."""
    return path.with_name(path.name + ".bak")


def daily(path: Path) -> list[Path]:
    """The daily backups, the oldest first."""
    return sorted(path.parent.glob(path.name + ".????-??-??.bak"))


def keep(path: Path, now: datetime) -> None:
    """Keep the present file, which is good, as a backup before it is replaced. Raises OSError.

    The first one of a day is kept for a week.
    """
    if not path.exists():
        return
    today = path.with_name(f"{path.name}.{now:%Y-%m-%d}.bak")
    if not today.exists():
        files.link_or_copy(path, today)
        for old in daily(path)[:-_DAYS]:
            with contextlib.suppress(OSError):
                old.unlink()
    files.link_or_copy(path, last(path))


def newest_good(path: Path) -> tuple[Path, str] | None:
    """The newest backup that can be read, and its text."""
    there = [(stamp[3], backup) for backup in (last(path), *daily(path)) if (stamp := files.stamp(backup))]
    for _, backup in sorted(there, reverse=True):
        with contextlib.suppress(OSError, UnicodeDecodeError, NotStateError):
            text = backup.read_bytes().decode("utf-8-sig")
            if text.strip() and isinstance(parse(text).get("works", {}), dict):
                return backup, text
    return None


def set_aside(path: Path, now: datetime) -> Path:
    """Keep a broken file under a name with its date that nothing else has, and return that. Raises OSError.

    The file itself stays where it is until a good one takes its place.
    """
    name = f"{path.name}.broken-{now:%Y-%m-%dT%H-%M-%S}"
    for number in range(1, 1000):
        aside = path.with_name(name if number == 1 else f"{name}-{number}")
        if not aside.exists():
            files.link_or_copy(path, aside)
            return aside
    raise FileExistsError(f"there are too many files like {name}")
