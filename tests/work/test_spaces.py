from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.work.spaces import mend_spaces, tidy_spaces

NB = "\u00a0"
spaced = st.text(st.sampled_from("ab1 .?«»;" + NB + "\u202f\t\n—"), max_size=40)


@given(spaced)
def test_mending_changes_spaces_alone_and_no_length(text: str) -> None:
    mended = mend_spaces(text)
    assert len(mended) == len(text)
    assert all(a == b or (a in f" {NB}\u202f" and b in f" {NB}") for a, b in zip(text, mended, strict=True))


@given(spaced)
def test_tidying_keeps_every_word_and_is_done_after_once(text: str) -> None:
    tidy = tidy_spaces(text)
    assert "".join(tidy.split()) == "".join(text.split())
    assert tidy_spaces(tidy) == tidy
    assert "  " not in tidy


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Stupid{NB}little{NB}boat!", "Stupid little boat!"),
        (f"to the door.{NB} “Wait.”", "to the door. “Wait.”"),
        (f"a door.{NB}", "a door."),
        (f"Omegas,{NB}and{NB}Betas", "Omegas, and Betas"),
    ],
)
def test_stray_no_break_spaces_are_spaces(text: str, expected: str) -> None:
    assert tidy_spaces(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"10{NB}000 sails",
        f"1{NB}234{NB}567",
        f"Vraiment{NB}?",
        f"«{NB}Oui{NB}»",
        f"Attends{NB}: non{NB}; viens{NB}!",
        f"—{NB}Bonjour",
        f"20{NB}km away",
        f"at 5{NB}p.m. sharp",
        f"30{NB}% of it",
        f"Mr.{NB}Harrow",
        f"J.{NB}Harrow",
    ],
)
def test_no_break_spaces_that_are_meant_stay(text: str) -> None:
    assert tidy_spaces(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("because. . . even", f"because.{NB}.{NB}. even"),
        ("why . . . not", f"why{NB}.{NB}.{NB}. not"),
        ("gone . . . .", f"gone{NB}.{NB}.{NB}.{NB}."),
        ("so . . . ?", f"so{NB}.{NB}.{NB}.{NB}?"),
        (f"can't. . .{NB} invite", f"can't.{NB}.{NB}. invite"),
        ("One. Two. Three.", "One. Two. Three."),
    ],
)
def test_spaced_ellipses_hold_together(text: str, expected: str) -> None:
    assert tidy_spaces(text) == expected
