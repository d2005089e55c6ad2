"""How long works were read, as the command line says it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from reader.folders import find_folders
from reader.state.tallies import added
from reader.workspace import SAMPLE_ID, Workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said

    Reader = Callable[..., Said]


@pytest.fixture
def read(data: Path) -> Callable[[str, int, str], None]:
    """Has somebody read the sample for so many seconds on a day and device."""

    def read(day: str, seconds: int, device: str) -> None:
        workspace = Workspace(find_folders(data))
        workspace.store.change(
            SAMPLE_ID,
            lambda work: replace(work, time=added(work.time, date.fromisoformat(day), device, seconds)),
        )
        workspace.save()
        workspace.close()

    return read


def test_the_time_of_all_devices_is_told_by_day(
    reader: Reader, read: Callable[[str, int, str], None]
) -> None:
    read("2026-11-20", 1800, "kitchen-3f2a")
    assert "Time read      30 min on 2026-11-20\n" in reader("show", SAMPLE_ID).out
    read("2026-11-21", 3600, "kitchen-3f2a")
    read("2026-11-21", 1900, "garden-1111")

    work = json.loads(reader("show", SAMPLE_ID, "--json").out)
    assert work["seconds_read"] == 7300
    assert work["seconds_by_day"] == {"2026-11-20": 1800, "2026-11-21": 5500}
    assert (
        "Time read      2 h 2 min on 2 days, the last of them 2026-11-21\n" in reader("show", SAMPLE_ID).out
    )


def test_of_a_work_that_was_not_read_no_time_is_told(reader: Reader) -> None:
    work = json.loads(reader("show", SAMPLE_ID, "--json").out)
    assert work["seconds_read"] == 0
    assert work["seconds_by_day"] == {}
    assert "Time read" not in reader("show", SAMPLE_ID).out


def test_the_time_of_another_machine_is_merged_once(reader: Reader, data: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text(
        "format = 1\n"
        "pace = {words = {2026-11-21 = {garden-1111 = 400}},"
        " seconds = {2026-11-21 = {garden-1111 = 100}}}\n\n"
        '[works."reader:sample"]\ntime = {2026-11-21 = {garden-1111 = 100}}\n',
        "utf-8",
    )
    for _ in range(2):
        assert reader("merge", str(other)).code == 0
    assert json.loads(reader("show", SAMPLE_ID, "--json").out)["seconds_read"] == 100
    workspace = Workspace(find_folders(data))
    assert workspace.store.pace.words == {"2026-11-21": {"garden-1111": 400}}
    workspace.close()
