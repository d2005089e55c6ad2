"""The real program in a process of its own: what it loads, what it leaves on the terminal, how it ends."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

RUN = """
import atexit, os, sys

def say():
    loaded = [name for name in ("textual", "reader.ui") if name in sys.modules]
    os.write(2, f"LOADED {loaded}".encode())

atexit.register(say)
from reader.cli import main
sys.exit(main())
"""


def run(*words: str, data: Path, program: tuple[str, ...] = ("-c", RUN)) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *program, *words],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "READER_DATA_DIR": str(data)},
    )


@pytest.mark.parametrize(
    "words",
    [
        ("--version",),
        ("--help",),
        ("list",),
        ("list", "--json"),
        ("show", "reader:sample"),
        ("text", "reader:sample"),
        ("bookmarks",),
        ("config",),
        ("doctor",),
        ("remove", "reader:sample"),
        (),
        ("resume",),
        ("--nonsense",),
    ],
)
def test_no_command_without_a_screen_loads_textual(words: tuple[str, ...], tmp_path: Path) -> None:
    done = run(*words, data=tmp_path / "data")

    assert done.stderr.endswith("LOADED []")
    assert "\x1b" not in done.stdout
    assert "Traceback" not in done.stderr


def test_the_package_runs_as_a_module(tmp_path: Path) -> None:
    done = run("--version", data=tmp_path, program=("-m", "reader"))

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("reader ")


def test_a_reader_of_the_output_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    command = f"{sys.executable} -m reader text reader:sample; echo code $? >&2"

    done = subprocess.run(
        ["sh", "-c", f"({command}) | head -n 1"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "READER_DATA_DIR": str(tmp_path)},
    )

    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == "code 0\n"


def test_an_error_nobody_expected_is_one_line_and_a_log(tmp_path: Path) -> None:
    broken = "from reader.cli import listing, main; listing.print_table = None; import sys; sys.exit(main())"

    done = run("list", data=tmp_path, program=("-c", broken))

    log = tmp_path / "reader.log"
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert str(log) in done.stderr
    assert "Traceback" in log.read_text(encoding="utf-8")


def test_a_file_that_reader_fails_on_is_one_line_and_its_traceback_is_in_the_log(
    lighthouse: Path, tmp_path: Path
) -> None:
    broken = (
        "import sys\nfrom reader.cli import main\nfrom reader.library import new_files\n"
        "new_files.hashlib = None\nsys.exit(main())"
    )

    done = run("add", str(lighthouse), data=tmp_path, program=("-c", broken))

    assert (done.returncode, done.stdout) == (1, "1 failed\n")
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" in (tmp_path / "reader.log").read_text(encoding="utf-8")


def test_a_log_that_cannot_be_written_is_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / "reader.log").mkdir()
    broken = "from reader.cli import listing, main; listing.print_table = None; import sys; sys.exit(main())"

    done = run("list", data=tmp_path, program=("-c", broken))

    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "reader.log can't be written" in done.stderr


def test_a_home_that_no_home_is_known_for_is_a_name_like_any_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    done = run(
        "--data-dir", "~nobody-of-this-name/reader", "list", data=tmp_path / "other", program=("-m", "reader")
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "~nobody-of-this-name" / "reader" / "library.db").exists()


def test_on_a_full_disk_the_library_can_be_read_and_nothing_is_lost(lighthouse: Path, tmp_path: Path) -> None:
    full = (
        "import resource, sys\nresource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))\n"
        "from reader.cli import main\nsys.exit(main())"
    )
    data = tmp_path / "data"
    run("add", str(lighthouse), data=data)
    state = (data / "state.toml").read_bytes()
    other = tmp_path / "other.txt"
    other.write_text("Another\n\nIt was never taken in.\n", encoding="utf-8")

    assert "the letter came" in run("text", "lighthouse", data=data, program=("-c", full)).stdout
    for words in (("set", "lighthouse", "--tag", "x"), ("add", str(other)), ("remove", "lighthouse")):
        done = run(*words, data=data, program=("-c", full))
        assert (done.returncode, len(done.stderr.splitlines())) == (1, 1), words
        assert done.stdout in ("", "1 failed\n")
    assert (data / "state.toml").read_bytes() == state
    assert "Nine Letters" in run("list", data=data).stdout


def test_ctrl_c_ends_quietly(tmp_path: Path) -> None:
    broken = (
        "import sys\nfrom reader.cli import listing, main\n"
        "def interrupted(*_): raise KeyboardInterrupt\nlisting.list_works = interrupted\nsys.exit(main())"
    )

    done = run("list", data=tmp_path, program=("-c", broken))

    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
