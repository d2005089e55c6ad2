"""Processes that are killed, and processes that write at once, in earnest."""

from __future__ import annotations

import subprocess
import sys
import time
import tomllib
from typing import TYPE_CHECKING

from reader.state.store import Store

if TYPE_CHECKING:
    from pathlib import Path

WRITER = """
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from reader.state.records import new_bookmark
from reader.state.store import Store
from reader.work.locator import Locator
place = Locator(1, "one", "One", 7, "before", "exact", "after")
store = Store(Path(sys.argv[1]), device=sys.argv[2])
for number in range(int(sys.argv[3])):
    mark = new_bookmark(kind="place", start=place, note=f"{sys.argv[2]} {number}", now=datetime.now(UTC))
    store.change("ao3:1", lambda work: replace(work, bookmarks=(*work.bookmarks, mark)))
    store.save()
    print(mark.note, flush=True)
"""


def writer(folder: Path, name: str, times: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(folder), name, str(times)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def notes(folder: Path) -> set[str]:
    return {mark.note for mark in Store(folder, device="test").work("ao3:1").marks}


def test_a_killed_writer_leaves_a_good_file_with_all_it_confirmed(tmp_path: Path) -> None:
    confirmed: set[str] = set()
    for number in range(3):
        process = writer(tmp_path, f"w{number}", 100_000)
        assert process.stdout is not None
        confirmed.add(process.stdout.readline().strip())
        time.sleep(0.05 + 0.037 * number)
        process.kill()
        rest = process.communicate()[0].splitlines(keepends=True)
        confirmed.update(line.strip() for line in rest if line.endswith("\n"))
        tomllib.loads((tmp_path / "state.toml").read_text("utf-8"))
        assert confirmed <= notes(tmp_path)
    assert len(confirmed) > 3
    assert not list(tmp_path.glob("*.broken-*"))


def test_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    processes = [writer(tmp_path, name, 15) for name in ("a", "b")]
    for process in processes:
        process.communicate(timeout=60)
        assert process.returncode == 0
    assert notes(tmp_path) == {f"{name} {number}" for name in "ab" for number in range(15)}
