"""Hostile files are read or refused in bounded time and memory, each in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.formats.hostile_files import BOMBS, HUGE, NESTED
from tests.formats.monotonous_files import monotonies, monotonous

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
MEGABYTES = 1000
SECONDS = 300
READ = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000, 1_500_000_000))
from pathlib import Path
from reader.formats.detect import read_work_and_format
from reader.formats.source import Source, UnreadableError
from tests.formats.work_laws import hold
for line in sys.stdin.read().splitlines():
    path, _, name = line.partition("\\t")
    data = Path(path).read_bytes()
    try:
        work = read_work_and_format(Source(name, data))[0]
        if len(data) < 2_000_000:
            hold(work)
    except UnreadableError as error:
        assert str(error).isprintable(), error
for line in Path("/proc/self/status").read_text().splitlines():
    if line.startswith("VmHWM"):
        print(int(line.split()[1]) // 1000)
"""
"""Reads the files whose paths and names come in, and says how many megabytes it has taken at most."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is measured as Linux tells it")


def harmless(files: dict[str, tuple[str, Callable[[], bytes]]], folder: Path) -> None:
    """Fail unless one process reads or refuses all files within the bounds."""
    lines = []
    for number, (name, make) in enumerate(files.values()):
        path = folder / str(number)
        path.write_bytes(make())
        lines.append(f"{path}\t{name}")
    said = subprocess.run(
        [sys.executable, "-c", READ],
        input="\n".join(lines),
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=SECONDS,
        check=False,
    )
    assert said.returncode == 0, said.stderr[-3000:]
    assert int(said.stdout) < MEGABYTES


def test_bombs(tmp_path: Path) -> None:
    harmless(BOMBS, tmp_path)


def test_elements_nested_ten_thousand_deep(tmp_path: Path) -> None:
    harmless(NESTED, tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("kind", HUGE)
def test_huge_files(kind: str, tmp_path: Path) -> None:
    harmless({kind: HUGE[kind]}, tmp_path)


@pytest.mark.long
@pytest.mark.parametrize(("shape", "unit"), monotonies())
def test_the_same_again_and_again(shape: str, unit: str, tmp_path: Path) -> None:
    name, data = monotonous(shape, unit, 1_000_000)
    harmless({unit: (name, lambda: data)}, tmp_path)
