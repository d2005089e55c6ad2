"""Copies of the state file: the last good one, one a day for a week and a week for two months, broken ones.

All but the broken ones are where `place` says: beside the state file, or in the data directory where that
file is in a folder that other machines have too.
"""

from __future__ import annotations

import contextlib
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from reader.state import files
from reader.state.sections import NotStateError, parse

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

_DAYS = 7
"""How many daily backups are kept."""
_WEEKS = 9
"""Of how many weeks the first backup is kept."""
_DATED = re.compile(r"state-(\d{4}-\d\d-\d\d)(T\d\d-\d\d-\d\d)?\.toml\.gz")
"""The first of a day; or with a time, what was there before a backup was restored, which is never let go."""


def last(place: Path) -> Path:
    """Where the version before the present one is."""
    return place.with_name(place.name + ".bak")


def folder(place: Path) -> Path:
    """Where the dated backups are."""
    return place.with_name("backups")


def dated(place: Path) -> list[Path]:
    """The dated backups, the oldest first."""
    return sorted(path for path in folder(place).glob("state-*.toml.gz") if _DATED.fullmatch(path.name))


def keep(source: Path, place: Path, now: datetime) -> None:
    """Keep the present file, which is good, as a backup before it is replaced. Raises OSError.

    The first one of a day is kept for a week, the first one of a week for two months; they are compressed,
    and where they can't be written it is done without them.
    """
    if not source.exists():
        return
    if not _of_day(place, now).exists():
        with contextlib.suppress(OSError):
            _pack(source, _of_day(place, now))
            _let_go(dated(place))
    files.link_or_copy(source, last(place))


def keep_for_good(source: Path, place: Path, now: datetime) -> Path:
    """Keep the present file under the time it is, or the next free one, and return where. Raises OSError."""
    while (kept := folder(place) / f"state-{now:%Y-%m-%dT%H-%M-%S}.toml.gz").exists():
        now += timedelta(seconds=1)
    _pack(source, kept)
    return kept


def _of_day(place: Path, now: datetime) -> Path:
    return folder(place) / f"state-{now:%Y-%m-%d}.toml.gz"


def _pack(source: Path, backup: Path) -> None:
    import gzip  # once a day

    backup.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    files.write(backup, [gzip.compress(source.read_bytes(), compresslevel=4, mtime=0)])


def _let_go(backups: Iterable[Path]) -> None:
    by_day = {day: backup for backup in backups if (day := _day(backup))}
    for day in by_day.keys() - kept_days(by_day):
        with contextlib.suppress(OSError):
            by_day[day].unlink()


def _day(backup: Path) -> date | None:
    """The day of a daily backup; None for one that stays, and for a day that no calendar has."""
    found = _DATED.fullmatch(backup.name)
    with contextlib.suppress(ValueError):
        return None if found is None or found[2] else date.fromisoformat(found[1])
    return None


def kept_days(days: Iterable[date]) -> set[date]:
    """Which of the days that there are backups of are kept: the last ones, and the first of each week.

    Days and weeks without a backup don't count: whoever comes back after a year finds what there was.
    """
    ordered = sorted(days)
    weeks: dict[tuple[int, int], date] = {}
    for day in ordered:
        weeks.setdefault(day.isocalendar()[:2], day)
    return {*ordered[-_DAYS:], *list(weeks.values())[-_WEEKS:]}


def read(backup: Path) -> str:
    """The text of a backup. Raises OSError and NotStateError."""
    data = backup.read_bytes()
    if backup.suffix == ".gz":
        import gzip
        import zlib

        try:
            data = gzip.decompress(data)
        except (EOFError, zlib.error) as error:
            raise NotStateError("it is damaged") from error
    if not data.strip():
        raise NotStateError("it is empty")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotStateError(f"not UTF-8 at byte {error.start}") from error


def newest_good(place: Path) -> tuple[Path, str] | None:
    """The newest backup that can be read, and its text."""
    for backup in (last(place), *reversed(dated(place))):
        with contextlib.suppress(OSError, NotStateError):
            text = read(backup)
            if isinstance(parse(text).get("works", {}), dict):
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
