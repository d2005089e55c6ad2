from __future__ import annotations

import errno
import os
import subprocess
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING, NoReturn

import pytest
from tests.library.conftest import read_simple

from reader.library import file_parsing, file_parsing_pool, parsing_process
from reader.library.files.discovery import discover
from reader.library.importing import import_files

if TYPE_CHECKING:
    from tests.library.conftest import Library

    from reader.formats.source import Source
    from reader.work.model import Work

_with_copies = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
"""Whoever runs the tests has threads, which the copies made here do not mind."""


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The processes that are started, of a kind that some files kill."""
    started: list[subprocess.Popen[bytes]] = []

    class Recorded(subprocess.Popen[bytes]):
        def __init__(self, argv: list[str], **rest: object) -> None:
            super().__init__(argv, **rest)  # type: ignore[call-overload]  # as it came
            started.append(self)

    monkeypatch.syspath_prepend(str(Path(__file__).parents[2]))
    monkeypatch.setattr(parsing_process, "_WORKER", "tests.library.deadly_worker")
    monkeypatch.setattr(subprocess, "Popen", Recorded)
    return started


def test_a_file_that_kills_or_hangs_its_process_costs_only_itself(
    library: Library, shelf: Path, processes: list[subprocess.Popen[bytes]]
) -> None:
    texts = ["abort", "hang", "crash", "?"] + [f"id=ao3:{number}\nOne." for number in range(4)]
    for number, text in enumerate(texts):
        (shelf / f"{number}.txt").write_text(text)
    results = list(import_files(library.catalogue, library.originals, discover([shelf]), apart=True))
    assert [result.outcome for result in results] == ["failed"] * 4 + ["added"] * 4
    assert [result.detail for result in results[:4]] == [
        "Reading it made the program that does it end (exit code 7).",
        "It takes longer to be read than any work does.",
        "Reader fails on it (ZeroDivisionError); see the log.",
        "It is no work.",
    ]
    assert library.ids() == ["ao3:0", "ao3:1", "ao3:2", "ao3:3"]
    assert len(list(library.originals.hashes())) == 4
    assert not list(shelf.parent.rglob("*.part"))
    assert processes
    assert None not in [process.returncode for process in processes]


def test_who_stops_listening_leaves_no_process_behind(
    library: Library, shelf: Path, processes: list[subprocess.Popen[bytes]]
) -> None:
    for number in range(3):
        (shelf / f"{number}.txt").write_text(f"id=ao3:{number}\nOne." if number else "hang")
    results = import_files(library.catalogue, library.originals, discover([shelf]), apart=True)
    assert next(results).outcome == "failed"
    results.close()  # type: ignore[attr-defined]  # it is a generator
    assert processes
    assert None not in [process.returncode for process in processes]
    assert not list(shelf.parent.rglob("*.part"))


@pytest.fixture
def copies(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of the copies that are made of this process; some files kill one."""
    made: list[int] = []
    fork = os.fork

    def recorded() -> int:
        made.append(fork())
        return made[-1]

    def read(source: Source) -> tuple[Work, str]:
        return os._exit(7) if source.data.startswith(b"abort") else read_simple(source)

    monkeypatch.setattr(os, "fork", recorded)
    monkeypatch.setattr(file_parsing, "read_work_and_format", read)
    monkeypatch.setattr(file_parsing_pool, "can_copy", lambda: True)
    monkeypatch.setattr(file_parsing_pool, "_processors", lambda: 2)
    monkeypatch.setattr(file_parsing_pool, "_WORTH_COPIES", 100)
    return made


@_with_copies
def test_a_file_that_kills_a_copy_of_this_process_costs_only_itself(
    library: Library,
    shelf: Path,
    processes: list[subprocess.Popen[bytes]],
    copies: list[int],
    capfd: pytest.CaptureFixture[str],
) -> None:
    for number in range(6):
        (shelf / f"{number}.txt").write_text(f"id=ao3:{number}\n{'One. ' * 20}" if number else "abort")
    results = library.add(shelf)
    assert [result.outcome for result in results] == ["failed"] + ["added"] * 5
    assert results[0].detail == "Reading it made the program that does it end (exit code 7)."
    assert len(copies) == 2
    for number in copies:
        with pytest.raises(ChildProcessError):
            os.waitpid(number, 0)
    assert None not in [process.returncode for process in processes]
    assert len(list(library.originals.hashes())) == 5
    assert capfd.readouterr() == ("", "")


@_with_copies
def test_copies_end_when_this_process_does() -> None:
    processes = [parsing_process.copied(), parsing_process.copied()]
    numbers = [process._child._pid for process in processes]  # type: ignore[attr-defined]  # of a copy
    for process in processes:
        process._requests.close()  # as the system does it
    before = monotonic()
    waited: dict[int, int] = {}
    while len(waited) < 2 and monotonic() < before + 10:
        waited |= dict(found for number in numbers if (found := os.waitpid(number, os.WNOHANG))[0])
        numbers = [number for number in numbers if number not in waited]
        sleep(0.005)
    for number in numbers:
        os.kill(number, 9)
    for process in processes:
        process._answers.close()
    assert list(waited.values()) == [0, 0]


@_with_copies
def test_little_and_one_file_are_parsed_without_copies_and_where_none_can_be_had_much_is_too(
    library: Library, shelf: Path, copies: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    (shelf / "0.txt").write_text("id=ao3:0\nOne.")
    assert [result.outcome for result in library.add(shelf)] == ["added"]
    assert not copies
    (shelf / "1.txt").write_text(f"id=ao3:1\n{'One. ' * 50}")
    assert [result.outcome for result in library.add(shelf)] == ["same", "added"]
    assert not copies  # there is nothing to be parsed beside it
    for number in (2, 3):
        (shelf / f"{number}.txt").write_text(f"id=ao3:{number}\n{'One. ' * 50}")
    tried: list[OSError] = []

    def no_more() -> NoReturn:
        tried.append(BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable"))
        raise tried[-1]

    monkeypatch.setattr(os, "fork", no_more)
    assert [result.outcome for result in library.add(shelf)] == ["same", "same", "added", "added"]
    assert len(tried) == 1


@pytest.mark.usefixtures("simple_format")
def test_where_no_process_can_be_had_files_are_parsed_all_the_same(
    library: Library, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (shelf / "a.txt").write_text("id=ao3:1\nOne.")
    monkeypatch.setattr(parsing_process, "_WORKER", "reader.nothing_of_that_name")
    (result,) = import_files(library.catalogue, library.originals, discover([shelf]), apart=True)
    assert result.outcome == "added"


def test_starting_processes_waits_until_it_pays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: pytest.fail("started"))
    with file_parsing_pool.ParsingPool() as parsers:
        assert parsers.submit("a.txt", b"A Story\n\nOnce.").result() == file_parsing.parse(
            "a.txt", b"A Story\n\nOnce."
        )
