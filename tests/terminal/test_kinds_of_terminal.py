"""The program in terminals of every kind: what they can't show is not sent to them."""

from __future__ import annotations

import re
import string
from itertools import product
from typing import TYPE_CHECKING

import pyte.screens
import pytest
from tests.terminal.pseudo_terminal import READER, Terminal
from tests.terminal.sample_terminal import CTRL_Q, SAMPLE, begin, works
from tests.terminal.test_colours import SGR, SIXTEEN, colours
from tests.terminal.tmux_terminal import TmuxTerminal, needs_tmux

from reader.layout.ambiguous import is_wide_at_times
from reader.ui.terminal.console_font import ASSUMED

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SIGNS_OF_A_PAGE = set("’—“”…▸▾✓")
KINDS = {
    "linux": {"TERM": "linux", "COLORTERM": ""},
    "xterm of sixteen colours": {"TERM": "xterm", "COLORTERM": ""},
    "xterm of 256": {"TERM": "xterm-256color", "COLORTERM": ""},
    "xterm of all": {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
    "kitty": {"TERM": "xterm-kitty", "COLORTERM": "truecolor"},
    "foot over ssh": {"TERM": "foot", "COLORTERM": ""},
    "screen": {"TERM": "screen.xterm-256color", "COLORTERM": "truecolor", "STY": "1.pts"},
    "Windows Terminal": {"TERM": "xterm-256color", "COLORTERM": "", "WT_SESSION": "1"},
    "no colours": {"TERM": "xterm-256color", "NO_COLOR": "1"},
}
MOST = {
    "linux": "16",
    "xterm of sixteen colours": "16",
    "xterm of 256": "256",
    "screen": "256",
    "no colours": "none",
}
"""The colours that may be sent, where those aren't all."""
LOCALES: dict[str, dict[str, str]] = {
    "UTF-8": {"LANG": "C.UTF-8"},
    "none": {"LANG": ""},
    "C": {"LC_ALL": "C"},
    "Latin-1": {"LANG": "C", "PYTHONIOENCODING": "latin-1"},
}


def sent(data_dir: Path, environment: Mapping[str, str]) -> bytes:
    """What a terminal is sent by going on with a work, its panel, its help, and the library."""
    with Terminal((*READER, "resume"), data_dir=data_dir, environment=environment) as terminal:
        terminal.wait("page ")
        for keys in ("  m", "t", "tq"):
            terminal.press(keys)
        terminal.wait("enter read")
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end().code == 0
        return bytes(terminal.output)


def assert_no_more_colours_than(most: str, output: bytes) -> None:
    found = colours([code.decode() for code in SGR.findall(output)])
    of_palette = all(not colour.startswith(("38;2", "48;2")) for colour in found)
    assert {"16": found <= SIXTEEN, "256": of_palette, "none": found <= {"39", "49"}}.get(
        most, not of_palette
    ), found


def drawn(output: bytes, encoding: str = "utf-8") -> set[str]:
    """The characters that are shown, without control sequences."""
    text = output.decode(encoding)
    return set(re.sub(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07]*\x07|\x1b[P_][^\x1b]*\x1b\\|\x1b.", "", text))


def test_the_console_gets_its_own_colours_and_no_sign_that_its_font_lacks(data_dir: Path) -> None:
    output = sent(data_dir, KINDS["linux"])

    assert_no_more_colours_than("16", output)
    shown = drawn(output) - set(string.printable) - set("\x1b\x08\x0f")
    assert {sign for sign in shown if not sign.isalpha()} <= set(ASSUMED)


@needs_tmux
def test_in_tmux_pages_turn_and_the_shell_comes_back(data_dir: Path, tmp_path: Path) -> None:
    with TmuxTerminal(tmp_path, "resume", data_dir=data_dir) as tmux:
        tmux.wait("page 1 of")
        tmux.send("Space")
        assert "—" in tmux.wait("page 2 of") or "’" in tmux.screen()
        tmux.send("C-q")
        assert "Salt Road" not in tmux.wait("ended 0")


def test_a_terminal_that_cannot_draw_is_read_in_lines_and_the_place_is_kept(data_dir: Path) -> None:
    with Terminal((*READER, "resume"), data_dir=data_dir, environment={"TERM": "dumb"}) as terminal:
        terminal.wait("1/7")
        terminal.send("3\n")
        terminal.wait("3/7")
        terminal.send("m\n\nq\n")
        ended = terminal.wait_for_end()

    assert ended.code == 0
    assert b"\x1b" not in ended.output
    work = works(data_dir)[SAMPLE]
    assert [mark["start"]["chapter"] for mark in work["bookmarks"]] == [3]
    (position,) = work["positions"].values()
    assert (position["chapter"], position["offset"] > 0) == (3, True)


@pytest.mark.long
def test_a_terminal_that_cannot_draw_is_told_where_to_go(tmp_path: Path) -> None:
    for term in ("dumb", "unknown", ""):
        with Terminal(READER, data_dir=tmp_path / "data", environment={"TERM": term}) as terminal:
            ended = terminal.wait_for_end()
        assert ended.code == 2
        assert ended.output.count(b"reader text") == 1
        assert b"\x1b" not in ended.output


@pytest.mark.long
@pytest.mark.parametrize(("kind", "locale"), list(product(KINDS, LOCALES)))
def test_nothing_is_sent_that_the_terminal_does_not_have(data_dir: Path, kind: str, locale: str) -> None:
    output = sent(data_dir, {**KINDS[kind], **LOCALES[locale]})

    assert_no_more_colours_than(MOST.get(kind, "all"), output)
    shown = drawn(output, "latin-1" if locale == "Latin-1" else "utf-8")
    poor = kind == "linux" or locale in ("C", "Latin-1")
    assert bool(shown & SIGNS_OF_A_PAGE) is not poor
    assert b"\\u" not in output


@pytest.mark.long
@needs_tmux
@pytest.mark.parametrize(
    ("kind", "locale"), [(k, where) for k in KINDS if k != "screen" for where in ("UTF-8", "C")]
)
def test_in_tmux_it_is_the_same(data_dir: Path, tmp_path: Path, kind: str, locale: str) -> None:
    environment = {**KINDS[kind], **LOCALES[locale]}
    with TmuxTerminal(tmp_path, "resume", data_dir=data_dir, environment=environment) as tmux:
        tmux.wait("page 1 of")
        tmux.send("Space")
        page = tmux.wait("page 2 of")
        assert bool(set(page) & SIGNS_OF_A_PAGE) is (kind != "linux" and locale != "C")
        assert_no_more_colours_than(MOST.get(kind, "all"), tmux.screen(coloured=True).encode())
        tmux.send("q")
        tmux.wait("enter read")
        tmux.send("C-q")
        tmux.wait("ended 0")


@pytest.mark.long
def test_where_ambiguous_characters_are_wide_no_line_breaks_off(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    narrow = pyte.screens.wcwidth
    monkeypatch.setattr(pyte.screens, "wcwidth", lambda c: 2 if is_wide_at_times(c) else narrow(c))
    (data_dir / "config.toml").write_text('ambiguous = "wide"\n', encoding="utf-8")
    with Terminal((*READER, "resume"), data_dir=data_dir) as terminal:
        rows = begin(terminal).split("\n")
        assert rows[0].rstrip().endswith("of 7")
        for _ in range(12):
            rows = terminal.press(" ").split("\n")
            assert rows[-1].rstrip().endswith("%")
            assert all(not row[:2].strip() for row in rows[1:-1]), "a line went on in the next row"
