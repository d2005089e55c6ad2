from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from reader.cli import output

if TYPE_CHECKING:
    import pytest

anything = st.text(st.characters(exclude_categories=()))


@given(anything)
def test_safe_text_has_no_control_character_and_can_be_encoded(text: str) -> None:
    safe = output.safe(text)

    safe.encode("utf-8")
    assert not [c for c in safe if c != "\t" and (c < " " or "\x7f" <= c <= "\x9f")]


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"])))
def test_text_without_control_characters_is_left_as_it_is(text: str) -> None:
    assert output.safe(text) == text


def test_escape_sequences_go_as_a_whole() -> None:
    assert output.safe("a\x1b[31mred\x1b[0m b\x1b]0;title\x07c\x1b]8;;http://x\x1b\\d\x9b2Je") == "ared bcde"


def test_a_path_that_is_not_utf8_is_shown_escaped() -> None:
    assert output.shown_path("a\udcffb") == output.shown_path(b"a\xffb") == "a\\xffb"
    assert output.shown_path(None) is None


def test_json_escapes_every_control_character(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_json({"title": "a\x1b[31m\x9b é 船"})

    printed = capsys.readouterr().out
    assert "\x1b" not in printed
    assert "\x9b" not in printed
    assert "é 船" in printed
    assert json.loads(printed) == {"title": "a\x1b[31m\x9b é 船"}


def test_a_complaint_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    output.complain("a\nb\x1b[2J")

    assert capsys.readouterr().err == "reader: a b\n"


def test_a_table_fits_the_terminal_and_counts_cells(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [("船" * 60, "b" * 60, "1"), ("short", "x", "22,000")]
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("LINES", "24")

    output.print_table(("Title", "Author", "Words"), rows, right=frozenset({2}))

    from rich.cells import cell_len

    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert all(cell_len(line) < 60 for line in lines)
    assert len({cell_len(line) for line in lines}) == 1
    assert "…" in lines[1]


def test_without_a_terminal_a_table_cuts_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_table(("Title",), [("long " * 100,)], right=frozenset())

    assert "long " * 99 in capsys.readouterr().out
