"""The state file under fire: kills, closed terminals, windows at once, and disks that fail."""

from __future__ import annotations

import random
import resource
import shutil
import sys
from typing import TYPE_CHECKING

import pytest
from tests.terminal.pseudo_terminal import Terminal
from tests.terminal.sample_terminal import CTRL_Q, SAMPLE, begin, live_marks, page_text, resumed, works
from tests.terminal.under_fire import Survivor

if TYPE_CHECKING:
    from pathlib import Path


def kill(data_dir: Path, times: int, chance: random.Random) -> Survivor:
    survivor = Survivor(data_dir, chance)
    for _ in range(times):
        survivor.live_once()
    return survivor


def test_ten_kills_lose_nothing(data_dir: Path) -> None:
    assert kill(data_dir, 10, random.Random(3)).said > 0


@pytest.mark.long
def test_two_hundred_kills_lose_nothing(data_dir: Path) -> None:
    survivor = kill(data_dir, 200, random.Random())
    print(f"200 kills, {survivor.said} marks made or taken away, all of them kept")
    assert survivor.said > 0


@pytest.mark.long
def test_fifty_closed_terminals_lose_no_place(data_dir: Path) -> None:
    chance = random.Random()
    left = ""
    for _ in range(50):
        with resumed(data_dir) as terminal:
            page = page_text(begin(terminal))
            assert page == left or not left
            for _ in range(chance.randint(1, 4)):
                left = page_text(terminal.press(chance.choice((" ", " ", " ", "b", "]"))))
            terminal.pump(chance.random() * 0.6)
            terminal.hang_up()
            terminal.wait_for_end()


def marked_at_once(data_dir: Path, rounds: int) -> None:
    """Two windows on one work that mark pages at the same moment, each its own."""
    with resumed(data_dir) as one, resumed(data_dir) as other:
        for terminal, chapters in ((one, "]"), (other, "]]]")):
            begin(terminal)
            terminal.press(chapters)
        for _ in range(rounds):
            answered = [len(terminal.output) for terminal in (one, other)]
            for terminal in (one, other):
                terminal.send("m")
            for terminal, before in zip((one, other), answered, strict=True):
                terminal.wait(lambda _, t=terminal, b=before: b"Marked" in t.output[b:])  # type: ignore[misc]
            for terminal in (one, other):
                terminal.press(" ")
        assert len(live_marks(data_dir)) == 2 * rounds
        for terminal in (one, other):
            terminal.send(CTRL_Q)
            assert terminal.wait_for_end().code == 0
    assert len(live_marks(data_dir)) == 2 * rounds


def test_two_windows_that_mark_at_once_lose_no_mark(data_dir: Path) -> None:
    marked_at_once(data_dir, 2)


@pytest.mark.long
def test_two_windows_that_mark_at_once_for_long_lose_no_mark(data_dir: Path) -> None:
    marked_at_once(data_dir, 8)


_YEARS_AGO = """
import sys
from datetime import UTC, datetime
import reader.reading.keeping
from reader.cli import main
reader.reading.keeping._now = lambda: datetime(2001, 1, 1, tzinfo=UTC)
sys.exit(main())
"""


def test_a_clock_set_back_by_years_costs_no_place_and_no_mark(data_dir: Path) -> None:
    with Terminal((sys.executable, "-c", _YEARS_AGO, "resume"), data_dir=data_dir) as terminal:
        begin(terminal)
        left = page_text(terminal.press("]] "))
        terminal.send("m")
        terminal.wait("Marked")
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end().code == 0
    with resumed(data_dir) as terminal:
        assert page_text(begin(terminal)) == left
        terminal.wait("1 mark")


def test_a_disk_that_fills_is_told_of_and_all_is_saved_once_there_is_room(data_dir: Path) -> None:
    with resumed(data_dir) as terminal:
        begin(terminal)
        terminal.settle(1.0)
        # No file may grow beyond this, so that the state is cut off in the middle of a write.
        resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, (200, resource.RLIM_INFINITY))
        terminal.send("] m")
        terminal.wait("saved:")  # one word of "could not be saved: …", which wraps as its path has it
        assert "Marked" not in terminal.text
        assert works(data_dir).keys() == {SAMPLE}
        assert not list(data_dir.glob(".*.tmp"))
        resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
        terminal.press(" ")
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end().code == 0
    assert len(live_marks(data_dir)) == 1
    (place,) = works(data_dir)[SAMPLE]["positions"].values()
    assert place["chapter"] == 2
    with resumed(data_dir) as terminal:  # the library had no room for the place, and follows the state
        begin(terminal)
        terminal.wait("Chapter 2 of")


def test_a_folder_that_vanished_while_one_read_is_made_again(data_dir: Path) -> None:
    with resumed(data_dir) as terminal:
        begin(terminal)
        terminal.settle(1.0)
        shutil.rmtree(data_dir)
        terminal.press("] ")
        terminal.send("m")
        terminal.wait("Marked")
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end().code == 0
    assert len(live_marks(data_dir)) == 1
    (place,) = works(data_dir)[SAMPLE]["positions"].values()
    assert place["chapter"] == 2


def test_an_edit_by_hand_is_shown_and_kept(data_dir: Path) -> None:
    path = data_dir / "state.toml"
    mark = '[[works."reader:sample".bookmarks]]\nid = "b-by-hand"\nstart = {chapter = 1, offset = 9}\n'
    with resumed(data_dir) as terminal:
        begin(terminal)
        terminal.settle(1.0)
        path.write_text(path.read_text(encoding="utf-8") + f"\n{mark}", encoding="utf-8")
        terminal.wait("1 mark")
        terminal.press("] ")
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end().code == 0
    assert live_marks(data_dir) == {"b-by-hand"}
