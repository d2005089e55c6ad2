"""Keys mashed at random in a window that changes its size: nothing may crash, and the state stays sound."""

from __future__ import annotations

import random
import sys
import time
import tomllib
from typing import TYPE_CHECKING

import pytest
from tests.terminal.pseudo_terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

CAREFUL = """
import sys, webbrowser
import reader.workspace.adding
reader.workspace.adding.discover = lambda paths, cancelled: []
webbrowser.open = lambda *_, **__: True
from reader.cli import main
sys.exit(main())
"""
"""Reader, except that it adds nothing and opens no link: paths mashed at random may name anything."""
CTRL_Q = "\x11"
KEYS = (
    *"bhjklgGtTmMnNxwze-+=cu:/;?'][}{asSrDCXPVvdfiyopHWRJKOA~* 0123456789,.%",
    *("\r", "\t", "\x1b", "\x1b[Z", "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[5~", "\x1b[6~", "\x1b[H"),
    *("\x1b[F", "\x1b[1;5C", "\x1b[1;5D", "\x1b[1;3D", "\x0f", "\x10", "\x7f", "\x1b[3~", "\x06", "\x02"),
    *(
        "the",
        "ch 2",
        "40%",
        "word:>5",
        "é—漢\u0301",
        "[bold]",
        "\x1b[<0;10;5M\x1b[<0;10;5m",
        "\x1b[<65;40;9M",
    ),
    *("\x1b[<0;70;20M\x1b[<0;70;20m", "\x1b[<64;40;9M", "\x1b[<0;60;8M\x1b[<0;60;8m", "q"),
)
SIZES = ((80, 24), (120, 40), (40, 10), (39, 9), (1, 1), (200, 60), (2, 50), (300, 3), (60, 12), (300, 100))


def mash(data_dir: Path, words: tuple[str, ...], chance: random.Random, seconds: float) -> None:
    """Start the app with the sample begun and press keys, starting it again when they have ended it."""
    argv = (sys.executable, "-c", CAREFUL, *words)
    end = time.perf_counter() + seconds
    pressed: list[str] = []
    while time.perf_counter() < end:
        with Terminal(argv, data_dir=data_dir) as terminal:
            terminal.wait(lambda text: "The Salt Road" in text or "page " in text)
            terminal.watching = False
            while time.perf_counter() < end and not terminal.has_ended:
                burst = "".join(chance.choices(KEYS, k=chance.choice((1, 1, 2, 5, 12))))
                pressed.append(burst)
                terminal.send(burst)
                if chance.random() < 0.15:
                    terminal.resize(*chance.choice(SIZES))
                terminal.pump(chance.choice((0.0, 0.01, 0.1)))
            terminal.resize(80, 24)
            terminal.settle(0.3)  # an escape right before the key to quit would make another key of it
            if not terminal.has_ended:
                terminal.send(CTRL_Q)
            ended = terminal.wait_for_end(30)
        assert ended.code == 0, (ended.output[-500:], pressed[-40:])
        assert b"Traceback" not in ended.output
    assert not (data_dir / "reader.log").exists()
    tomllib.loads((data_dir / "state.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("words", [(), ("resume",)])
def test_keys_at_random_break_nothing(data_dir: Path, words: tuple[str, ...]) -> None:
    mash(data_dir, words, random.Random(3), 1.0)


@pytest.mark.long
@pytest.mark.parametrize("words", [(), ("resume",)])
def test_keys_at_random_for_minutes_break_nothing(data_dir: Path, words: tuple[str, ...]) -> None:
    mash(data_dir, words, random.Random(), 120)
