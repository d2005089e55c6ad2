"""What is known of the terminal's colours and of its font, and what a theme becomes there."""

from __future__ import annotations

import ctypes
import struct
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from tests.ui.themes.test_contrast import contrast
from textual.color import Color

from reader.settings import Settings
from reader.ui.terminal import console_font, plain_signs
from reader.ui.terminal.colour_system import VARIABLE, colour_system
from reader.ui.terminal.nearest_colours import NearestColours, nearest
from reader.ui.terminal.output_filters import output_filters
from reader.ui.themes import theme_in_force
from reader.ui.themes.palettes import PALETTES

CHANNEL = st.integers(0, 255)
BLACK = Color(0, 0, 0)


def hex_of(number: int) -> str:
    return RichColor.from_ansi(number).get_truecolor().hex


def distance(number: int, colour: tuple[int, int, int]) -> int:
    triplet = RichColor.from_ansi(number).get_truecolor()
    return sum(w * (a - b) ** 2 for w, a, b in zip((2, 4, 3), triplet, colour, strict=True))


@given(CHANNEL, CHANNEL, CHANNEL)
def test_no_colour_of_the_palette_is_much_nearer(red: int, green: int, blue: int) -> None:
    found = nearest(red, green, blue)
    best = min(range(16, 256), key=lambda number: distance(number, (red, green, blue)))
    assert distance(found, (red, green, blue)) == distance(best, (red, green, blue))


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_in_256_colours_text_can_be_read_and_the_chosen_row_is_seen(palette: object) -> None:
    def of(name: str) -> str:
        return hex_of(nearest(*bytes.fromhex(getattr(palette, name)[1:])))

    for ink in ("ink", "strong", "quiet", "second", "warning", "error"):
        assert min(contrast(of(ink), of(behind)) for behind in ("paper", "panel")) > 4.4
    assert of("chosen") != of("panel")
    assert of("mark") != of("paper")
    assert contrast(of("ink"), of("chosen")) > 4.4


def test_only_colours_of_a_theme_are_replaced() -> None:
    style = Style(color="#16181d", bgcolor="red", bold=True)
    (segment,) = NearestColours().apply([Segment("a", style)], BLACK)
    assert segment.style is not None
    assert segment.style.color == RichColor.from_ansi(nearest(0x16, 0x18, 0x1D))
    assert (segment.style.bgcolor, segment.style.bold) == (style.bgcolor, True)
    assert NearestColours().apply([Segment("b")], BLACK) == [Segment("b")]


@pytest.mark.parametrize(
    ("environment", "system"),
    [
        ({"TERM": "linux"}, "standard"),
        ({"TERM": "xterm"}, "standard"),
        ({"TERM": "xterm-256color"}, "256"),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, "truecolor"),
        ({"TERM": "xterm-256color", "WT_SESSION": "x"}, "truecolor"),
        ({"TERM": "xterm-direct"}, "truecolor"),
        ({"TERM": "foot"}, "truecolor"),
        ({"TERM": "xterm-kitty"}, "truecolor"),
        ({"TERM": "screen.xterm-256color", "COLORTERM": "truecolor"}, "256"),
        ({"TERM": "screen", "COLORTERM": "truecolor"}, "standard"),
        ({"TERM": "screen-256color", "COLORTERM": "truecolor", "TMUX": "x"}, "truecolor"),
        ({"TERM": "linux", VARIABLE: "256"}, "256"),
        ({}, "standard"),
    ],
)
def test_the_colours_of_a_terminal(environment: dict[str, str], system: str) -> None:
    assert colour_system(environment) == system


def test_in_sixteen_colours_there_is_one_theme(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "standard")
    monkeypatch.setenv("TERM", "xterm")
    assert {theme_in_force(Settings(theme=p.name)).name for p in PALETTES} == {"ansi"}
    monkeypatch.setenv("TERM", "linux")
    assert theme_in_force(Settings()).name == "console"
    assert set(theme_in_force(Settings()).variables) >= set(theme_in_force(Settings(theme="ansi")).variables)


@pytest.mark.parametrize(
    ("settings", "environment", "shown"),
    [
        (Settings(), {}, "“—” ─▸ é"),
        (Settings(signs="plain"), {}, '"-" -> é'),
        (Settings(), {"LC_ALL": "C"}, '"-" -> é'),
        (Settings(), {"TERM": "linux"}, '"-" ─> é'),
        (Settings(ambiguous="wide"), {}, "“—” -> é"),
        (Settings(signs="plain", ambiguous="wide"), {"TERM": "linux"}, '"-" -> é'),
    ],
)
def test_signs_are_those_that_the_terminal_has(
    settings: Settings, environment: dict[str, str], shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TERM", "LC_ALL", "NO_COLOR", VARIABLE):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(plain_signs, "characters_of_font", lambda _: None)
    segments = [Segment("“—” ─▸ é")]
    for line_filter in output_filters(settings):
        segments = line_filter.apply(segments, BLACK)
    assert "".join(segment.text for segment in segments) == shown


def test_the_console_is_asked_what_its_font_has(monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(_: int, request: int, argument: bytes) -> bytes:
        assert request == 0x4B66
        most, address = struct.unpack("HP", argument)
        pairs = array("H", [0x2014, 7, 0x61, 9, 0x201C, 3])
        assert most * 4 >= len(pairs.tobytes())
        ctypes.memmove(address, pairs.tobytes(), len(pairs.tobytes()))
        return struct.pack("HP", 3, address)

    monkeypatch.setattr(console_font, "ioctl", answer)
    assert console_font.characters_of_font(0) == frozenset("—a“")
    (segment,) = plain_signs.for_console().apply([Segment("“—” ▸")], BLACK)
    assert segment.text == '“—" >'


def test_what_is_no_console_says_nothing() -> None:
    assert console_font.characters_of_font(-1) is None
