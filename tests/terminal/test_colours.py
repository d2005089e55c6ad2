"""The colours that a terminal is really sent: all of a theme's, its own sixteen, or none."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from tests.terminal.pseudo_terminal import READER, Terminal

if TYPE_CHECKING:
    from pathlib import Path

SGR = re.compile(rb"\x1b\[([0-9;]*)m")
ATTRIBUTES = set("01234579")
"""SGR codes that are no colours: reset, bold, dim, italic, underlined, blinking, reversed, struck out."""
SIXTEEN = {str(code) for first in (30, 40, 90, 100) for code in range(first, first + 8)} | {"39", "49"}
KEYS = ("  ", "m", "/", "the", "\r", "D", "D", "?", "\x1b", "\x10", "\x1b", "t", "t", "q", "\t", "?")
"""Through the page, its mark, its matches, its panels and the library."""
FEW_KEYS = ("  ", "D", "\x1b", "?", "\x1b", "q", "\t")
"""Through the page, two panels and the library."""


PAPER, PANEL = "48;2;243;233;213", "48;2;234;223;200"
"""Of the theme called sepia."""


def codes_of(folder: Path, settings: str, keys: tuple[str, ...] = KEYS) -> list[str]:
    """The SGR sequences that are sent while all that may be coloured is shown."""
    (folder / "config.toml").write_text(settings, encoding="utf-8")
    with Terminal((*READER, "resume"), data_dir=folder) as terminal:
        terminal.wait("page ")
        for key in keys:
            terminal.press(key)
        return [code.decode() for code in SGR.findall(bytes(terminal.output))]


def colours(codes: list[str]) -> set[str]:
    """The colours among SGR sequences: "39", "31", "38;2;1;2;3"."""
    found = re.findall(r"[34]8;2;\d+;\d+;\d+|[34]8;5;\d+|\d+", ";".join(set(codes)))
    return {colour for colour in found if colour not in ATTRIBUTES}


def grounds(codes: list[str]) -> set[str]:
    """The backgrounds among them, each "49" or a colour."""
    return {c for c in colours(codes) if c == "49" or c.startswith("48;")}


def test_no_color_sends_no_colour_and_tells_things_apart_nevertheless(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    codes = codes_of(data_dir, 'theme = "sepia"\n')

    assert colours(codes) == set()
    assert {"7", "1;4", "1;7"} <= set(codes), "cursors and matches, a mark, the match one is at"


def test_the_terminals_own_colours_are_sent_by_their_numbers(data_dir: Path) -> None:
    codes = codes_of(data_dir, 'theme = "ansi"\n')

    assert {"35", "39", "49", "42", "43"} <= colours(codes) <= SIXTEEN
    assert any(code.startswith("7;") for code in codes), "a cursor"


@pytest.mark.parametrize(("background", "usual"), [("theme", {PAPER, PANEL}), ("terminal", {"49"})])
def test_the_background_is_the_themes_or_the_terminals_own(
    data_dir: Path, background: str, usual: set[str]
) -> None:
    codes = codes_of(data_dir, f'theme = "sepia"\nbackground = "{background}"\n', FEW_KEYS)

    counted = Counter(ground for code in codes for ground in grounds([code]))
    assert sum(counted[ground] for ground in usual) > counted.total() / 2
    assert {PAPER, PANEL, "49"} & set(counted) == usual
    assert any(code.startswith("38;2;") for code in codes), "the theme's ink"
