"""What is counted by day and device, as seconds of reading are. A device's count of a day only ever grows.

So of two machines' counts the greater is the later one, and of two windows' on one device both are owed what
each has added.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

Tally = Mapping[str, Mapping[str, int]]
"""Counts by local day, in ISO 8601 ("2026-11-21"), and device; in order, and no day is empty."""
_MOST = 1 << 31
"""What no count of a day reaches; a greater number was written by a hand."""


def sorted_out(raw: Mapping[str, Any]) -> tuple[Tally, dict[str, Any]]:
    """The counts in a table of the file, and what in it is none."""
    counts: dict[str, dict[str, int]] = {}
    odd: dict[str, Any] = {}
    for day, devices in raw.items():
        if not _is_day(day) or not isinstance(devices, dict):
            odd[day] = devices
            continue
        counts[day] = {device: count for device, count in devices.items() if _is_count(count)}
        if others := {device: count for device, count in devices.items() if not _is_count(count)}:
            odd[day] = others
    return _tidy(counts), odd


def _is_day(word: str) -> bool:
    try:
        return date.fromisoformat(word).isoformat() == word
    except ValueError:
        return False


def _is_count(thing: Any) -> bool:
    return type(thing) is int and 0 <= thing < _MOST


def _tidy(counts: Mapping[str, Mapping[str, int]]) -> Tally:
    return {day: dict(sorted(counts[day].items())) for day in sorted(counts) if counts[day]}


def united(a: Tally, b: Tally) -> Tally:
    """Both in one: of each day and device the greater count."""
    days = {day: (a.get(day, {}), b.get(day, {})) for day in a.keys() | b.keys()}
    return _tidy(
        {
            day: {device: max(x.get(device, 0), y.get(device, 0)) for device in x.keys() | y.keys()}
            for day, (x, y) in days.items()
        }
    )


def carried(base: Tally, mine: Tally, disk: Tally) -> Tally:
    """What is on disk now, and on top of it what was added here since `base` was read from it."""
    counts = {day: dict(devices) for day, devices in disk.items()}
    for day, devices in mine.items():
        for device, count in devices.items():
            added_here = count - base.get(day, {}).get(device, 0)
            if added_here > 0:
                there = counts.setdefault(day, {})
                there[device] = there.get(device, 0) + added_here
    return _tidy(counts)


def added(tally: Tally, day: date, device: str, count: int) -> Tally:
    """The tally with so much more on a day."""
    if count <= 0:
        return tally
    key = day.isoformat()
    there = dict(tally.get(key, {}))
    there[device] = there.get(device, 0) + count
    return _tidy({**tally, key: there})


def latest(tally: Tally, days: int) -> Tally:
    """The last so many days of it on which anything was counted."""
    return {day: tally[day] for day in sorted(tally)[-days:]}


def by_day(tally: Tally) -> dict[str, int]:
    """The sum of all devices for each day, in order."""
    return {day: sum(tally[day].values()) for day in sorted(tally)}
