"""The state file under fire: kills, closed terminals, windows at once, and disks that fail."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from tests.terminal.sample_terminal import begin, page_text, resumed
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
