"""The whole program in a real pseudo-terminal: start, page through, resize, quit, resume, violent ends."""

from __future__ import annotations

import re
import signal
import sys
from typing import TYPE_CHECKING

import pytest
from tests.terminal.pseudo_terminal import READER, Terminal
from tests.terminal.sample_terminal import CTRL_Q, SAMPLE, begin, page_text, resumed, works

if TYPE_CHECKING:
    from pathlib import Path


def place_line(screen: str) -> str:
    """The line below the page, from "page 3 of 17" on."""
    found = re.search(r"page (\d+) of (\d+)", screen)
    assert found, screen
    return found.group()


def test_an_empty_library_has_something_to_read_and_remembers_where(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with Terminal(READER, data_dir=folder) as terminal:
        terminal.wait("The Salt Road")
        terminal.settle()
        terminal.send("\r")
        begin(terminal)
        terminal.press("]")
        terminal.press(" ")
        left = terminal.press(" ")
        terminal.send(CTRL_Q)
        ended = terminal.wait_for_end()
    assert ended.code == 0
    assert ended.output.rstrip().endswith((b"\x1b[?1004l", b"\x1b[?25h")) or b"\x1b[?1049l" in ended.output

    with resumed(folder) as terminal:
        assert page_text(begin(terminal)) == page_text(left)


def test_paging_forward_and_back_comes_to_the_same_pages(data_dir: Path) -> None:
    with resumed(data_dir) as terminal:
        pages = [begin(terminal)]
        pages += [terminal.press(" ") for _ in range(14)]
        assert len({page_text(page) for page in pages}) == 15
        back = [terminal.press("b") for _ in range(14)]

    assert [page_text(p) for p in back] == [page_text(p) for p in reversed(pages[:-1])]


def test_a_resize_there_and_back_shows_the_very_page_and_writes_nothing(data_dir: Path) -> None:
    with resumed(data_dir) as terminal:
        begin(terminal)
        terminal.press("]")
        before = terminal.press("   ")
        terminal.wait(lambda _: (data_dir / "state.toml").exists())
        terminal.settle(1.2)
        stamp = (data_dir / "state.toml").stat().st_mtime_ns
        first_words = page_text(before).split()[:4]
        terminal.resize(120, 40)
        terminal.settle(0.5)
        wide = terminal.text
        assert " ".join(first_words) in " ".join(wide.split())
        terminal.resize(80, 24)
        terminal.settle(0.5)
        assert terminal.text == before
        assert (data_dir / "state.toml").stat().st_mtime_ns == stamp


def test_a_terminal_too_small_says_so_and_recovers(data_dir: Path) -> None:
    with resumed(data_dir) as terminal:
        before = begin(terminal)
        terminal.resize(30, 8)
        terminal.wait("40×10")
        terminal.resize(80, 24)
        terminal.wait("page ")
        assert terminal.settle() == before


@pytest.mark.parametrize(
    "number", [signal.SIGTERM, pytest.param(signal.SIGHUP, marks=pytest.mark.long)], ids=["TERM", "HUP"]
)
def test_a_signal_saves_the_very_page_and_ends_cleanly(data_dir: Path, number: signal.Signals) -> None:
    with resumed(data_dir) as terminal:
        begin(terminal)
        left = terminal.press("]]  ")
        terminal.kill(number)
        ended = terminal.wait_for_end()
    assert ended.code == 0
    assert b"\x1b[?1049l" in ended.output, "the screen was given back"
    assert b"Traceback" not in ended.output

    with resumed(data_dir) as terminal:
        assert page_text(begin(terminal)) == page_text(left)


def test_a_closed_terminal_saves_the_very_page(data_dir: Path) -> None:
    with resumed(data_dir) as terminal:
        begin(terminal)
        left = terminal.press("] ")
        terminal.hang_up()
        terminal.wait_for_end()

    with resumed(data_dir) as terminal:
        assert page_text(begin(terminal)) == page_text(left)


def test_stopping_with_ctrl_z_saves_first(data_dir: Path) -> None:
    with resumed(data_dir) as terminal:
        begin(terminal)
        terminal.press("]")
        terminal.send(" ")
        terminal.pump(0.05)
        terminal.kill(signal.SIGTSTP)
        terminal.wait_for_stop()
        position = next(iter(works(data_dir)[SAMPLE]["positions"].values()))
        assert position["chapter"] == 2
        terminal.kill(signal.SIGCONT)


@pytest.mark.long
def test_two_windows_on_one_work_lose_no_mark(data_dir: Path) -> None:
    with resumed(data_dir) as one, resumed(data_dir) as other:
        begin(one)
        begin(other)
        one.press("]")
        one.send("m")
        one.wait("Marked")
        other.press("]]")
        other.send("m")
        other.wait("Marked")
        one.send(CTRL_Q)
        one.wait_for_end()
        other.send(CTRL_Q)
        other.wait_for_end()

    assert sorted(b["start"]["chapter"] for b in works(data_dir)[SAMPLE]["bookmarks"]) == [2, 3]


_DEFECT = """
import sys
from reader.cli import main
from reader.ui.commands.finding import FindNext

def defect(screen):
    raise RuntimeError("a defect")

FindNext.run = staticmethod(defect)
sys.exit(main())
"""


def test_a_defect_saves_the_page_and_leaves_one_line(data_dir: Path) -> None:
    argv = (sys.executable, "-c", _DEFECT, "resume")
    with Terminal(argv, data_dir=data_dir) as terminal:
        begin(terminal)
        left = terminal.press("]")
        terminal.send("n")
        ended = terminal.wait_for_end()
    said = ended.output.rpartition(b"\x1b[?1049l")[2].decode()
    assert ended.code == 1
    assert "a defect" in said
    assert "reader.log" in said.replace("\r\n", "")
    assert b"Traceback" not in ended.output
    assert "a defect" in (data_dir / "reader.log").read_text(encoding="utf-8")

    with resumed(data_dir) as terminal:
        assert page_text(begin(terminal)) == page_text(left)


def test_control_sequences_in_a_text_never_reach_the_terminal(tmp_path: Path) -> None:
    file = tmp_path / "evil.txt"
    file.write_bytes(
        b"A Title [bold]with[/bold] markup\n\nHe said \x1b]0;owned\x07 and \x1b[31mred\x1b[0m.\n\n"
        + b"And then a good deal more was said, none of it remarkable.\n\n" * 20
    )
    with Terminal((*READER, str(file)), data_dir=tmp_path / "data") as terminal:
        screen = begin(terminal)
        output = bytes(terminal.output)

    assert "[bold]with[/bold]" in screen
    assert b"\x1b]0;owned" not in output
    assert b"\x1b[31mred" not in output


def test_a_broken_state_file_is_set_aside_and_reading_goes_on(data_dir: Path) -> None:
    with resumed(data_dir) as terminal:  # a second saving, so that there is one before it
        begin(terminal)
        terminal.press(" ")
        terminal.send(CTRL_Q)
        terminal.wait_for_end()
    (data_dir / "state.toml").write_text("this is [not toml", encoding="utf-8")
    with resumed(data_dir) as terminal:
        terminal.wait("page ")
        terminal.wait("state.toml")
        terminal.press(" ")
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end().code == 0

    assert SAMPLE in works(data_dir)
    set_aside = [
        p for p in data_dir.iterdir() if "state" in p.name and "not toml" in p.read_text(errors="replace")
    ]
    assert set_aside


def test_a_newer_state_is_read_but_not_written(data_dir: Path) -> None:
    file = data_dir / "state.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("format = 1", "format = 99"), encoding="utf-8")
    before = file.read_bytes()
    with resumed(data_dir) as terminal:
        begin(terminal)
        terminal.press(" ")
        terminal.send("m")
        terminal.wait("99")
        terminal.settle(1.0)
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end().code == 0

    assert file.read_bytes() == before
