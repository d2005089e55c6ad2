from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.names import split_authors, split_names

NAMES = st.from_regex(r"[A-Z][a-z]{1,6}(, [A-Z][a-z]{1,6}){0,3}", fullmatch=True)


@given(st.lists(NAMES, min_size=1, max_size=5, unique=True))
def test_names_that_are_known_are_told_apart_whatever_commas_they_hold(names: list[str]) -> None:
    parts = [part for name in names for part in name.split(", ")]
    found = list(split_names(", ".join(names), frozenset(names)))

    assert ", ".join(found) == ", ".join(names)
    assert set(found) <= {*names, *parts}
    assert list(split_names(", ".join(names), frozenset())) == parts


@given(st.text("ab(), ", max_size=60))
def test_no_letter_is_lost(text: str) -> None:
    assert "".join("".join(split_names(text)).split()).replace(",", "") == "".join(text.split()).replace(
        ",", ""
    )


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Ana (Salt, Rope), Ines", ("Ana (Salt, Rope)", "Ines")),
        ("Ana (Salt, Ines", ("Ana (Salt", "Ines")),
        ("Ana (a, (b), c), Ines", ("Ana (a", "(b), c)", "Ines")),
        (" ,  , a ", ("a",)),
        ("", ()),
    ],
)
def test_commas_in_parentheses_belong_to_a_name(value: str, names: tuple[str, ...]) -> None:
    assert split_names(value) == names


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("Ana Salt, T. Oxbow and marrowlight", ("Ana Salt", "T. Oxbow", "marrowlight")),
        ("sandy & Ines;oxbow", ("sandy", "Ines", "oxbow")),
        (" and ", ("and",)),
    ],
)
def test_authors(text: str, authors: tuple[str, ...]) -> None:
    assert split_authors(text) == authors
