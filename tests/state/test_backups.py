"""Backups of the state: which are kept, and that reading goes on with the newest good one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.state.stores import NOW, give_title, open_store, with_titles

from reader.state import backups
from reader.state.sections import NotStateError

if TYPE_CHECKING:
    from pathlib import Path

DAYS = st.sets(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=40)


@given(DAYS)
def test_a_week_of_days_and_nine_weeks_are_kept(days: set[date]) -> None:
    kept = backups.kept_days(days)
    assert kept <= days
    assert set(sorted(days)[-7:]) <= kept
    assert len(kept) <= 7 + 9
    assert backups.kept_days(kept) == kept
    weeks = {day.isocalendar()[:2] for day in days}
    assert len({day.isocalendar()[:2] for day in kept}) >= min(len(weeks), 9)


@given(st.integers(0, 400))
@settings(max_examples=20)
def test_who_reads_every_day_has_one_of_each_week_for_two_months(first: int) -> None:
    kept: set[date] = set()
    for day in range(first, first + 100):
        today = date(2026, 1, 1) + timedelta(days=day)
        kept = backups.kept_days(kept | {today})
    assert {today - timedelta(days=day) for day in range(7)} <= kept
    assert all(
        any(timedelta(0) <= age - week < timedelta(weeks=1) for week in kept)
        for age in (today - timedelta(weeks=weeks) for weeks in range(8))
    )


def test_the_first_of_each_day_is_what_was_there_the_day_before(tmp_path: Path) -> None:
    for day in range(12):
        for hour in range(2):
            store = open_store(tmp_path, NOW + timedelta(days=day, hours=hour))
            give_title(store, "ao3:1", f"day {day} hour {hour}")
            store.save()
    assert "day 11 hour 0" in (tmp_path / "state.toml.bak").read_text()
    dated = backups.dated(store.path)
    # 21 November 2026 is a Saturday: the first of its week, and with 23 and 30 November of theirs.
    assert [path.name[6:16] for path in dated] == [
        "2026-11-21",
        "2026-11-23",
        "2026-11-26",
        "2026-11-27",
        "2026-11-28",
        "2026-11-29",
        "2026-11-30",
        "2026-12-01",
        "2026-12-02",
    ]
    assert "day 10 hour 1" in backups.read(dated[-1])


def test_backups_are_small_and_nobody_elses_to_read(tmp_path: Path) -> None:
    path = with_titles(tmp_path, "The Salt Road" * 5_000, "Changed")
    (backup,) = backups.dated(path)
    assert backup.stat().st_size < 2_000
    assert backup.stat().st_mode & 0o077 == 0
    assert backup.parent.stat().st_mode & 0o077 == 0


def test_a_backup_that_cannot_be_made_keeps_nothing_from_being_saved(tmp_path: Path) -> None:
    path = with_titles(tmp_path, "One")
    backups.folder(path).write_text("no folder")
    with_titles(tmp_path, "Two")
    assert open_store(tmp_path).work("ao3:1").title == "Two"


def test_what_is_kept_for_good_is_never_let_go(tmp_path: Path) -> None:
    path = with_titles(tmp_path, "One", "Two")
    kept = backups.keep_for_good(path, path, NOW)
    assert backups.keep_for_good(path, path, NOW) != kept
    for day in range(1, 40):
        backups.keep(path, path, NOW + timedelta(days=day))
    assert kept.exists()
    assert len(backups.dated(path)) <= 7 + 9 + 2


@pytest.mark.parametrize("data", [b"", b"no gzip", b"\x1f\x8b\x08\0\0\0\0\0\0\xffabc"])
def test_a_damaged_backup_is_passed_over(data: bytes, tmp_path: Path) -> None:
    path = with_titles(tmp_path, "One", "Two")
    newer = backups.folder(path) / "state-2026-11-22.toml.gz"
    newer.write_bytes(data)
    with pytest.raises((NotStateError, OSError)):
        assert backups.read(newer)
    backups.last(path).unlink()
    path.write_text("broken [")
    assert open_store(tmp_path).work("ao3:1").title == "One"
