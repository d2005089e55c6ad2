from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.keys import _character_to_key

from reader.ui.commands.command import shown_key
from reader.ui.keys.contexts import all_commands
from reader.ui.keys.key_names import character_name, character_of, read_key


@given(st.characters(min_codepoint=33, max_codepoint=0x24F, exclude_categories=["C", "Z"]))
def test_a_character_is_the_key_that_textual_calls_so(character: str) -> None:
    assert character_name(character) == _character_to_key(character)
    assert character_of(character_name(character)) == character
    assert read_key(character).key == character_name(character)


@given(st.text(max_size=12))
def test_whatever_is_written_is_a_key_or_has_a_reason(written: str) -> None:
    read = read_key(written)

    assert bool(read.key) != bool(read.problem)
    assert "\n" not in read.problem
    if read.key:
        assert read_key(read.key).key == read.key


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("PgDn", "pagedown"),
        ("page down", "pagedown"),
        ("Del", "delete"),
        ("→", "right"),
        ("C-d", "ctrl+d"),
        ("<c-d>", "ctrl+d"),
        ("^d", "ctrl+d"),
        ("M-x", "alt+x"),
        ("S-Tab", "shift+tab"),
        ("ctrl++", "ctrl+plus"),
        ("shift+ctrl+left", "ctrl+shift+left"),
        ("<", "less_than_sign"),
        ("^", "circumflex_accent"),
        ("-", "minus"),
        ("ctrl+space", "ctrl+@"),
    ],
)
def test_keys_may_be_written_as_hands_know_them(written: str, key: str) -> None:
    assert read_key(written).key == key


@pytest.mark.parametrize(
    ("written", "instead"),
    [("shift+a", "A"), ("ctrl+A", "ctrl+a"), ("alt+X", "alt+shift+x"), ("cmd+x", "cmd")],
)
def test_a_key_that_no_terminal_sends_says_what_to_write(written: str, instead: str) -> None:
    read = read_key(written)
    assert read.key == ""
    assert instead in read.problem


@pytest.mark.parametrize("written", ["ctrl+i", "shift+space", "f13", "super+k", "ctrl+comma"])
def test_a_key_that_few_terminals_send_says_so(written: str) -> None:
    assert read_key(written).remark


def test_what_is_shown_can_be_written() -> None:
    for command in all_commands().values():
        for key in command.keys.split(","):
            assert read_key(shown_key(key)).key == key
