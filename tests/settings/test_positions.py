"""Positions in TOML texts, against what tomllib makes of them."""

from __future__ import annotations

import tomllib
from typing import Any

import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from reader.settings.positions import Position, positions

NAMES = st.text(st.characters(codec="utf-8"), max_size=6)
VALUES = st.recursive(
    st.booleans()
    | st.integers(-9, 9)
    | st.text(st.characters(codec="utf-8"), max_size=8)
    | st.just("'\"\n#]}"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)


def paths_of(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Any]]:
    """Everything in a value that is no table, with its path."""
    if isinstance(value, dict):
        return [found for key, inner in value.items() for found in paths_of(inner, (*path, key))]
    return [(path, value)]


@given(st.dictionaries(NAMES, VALUES, max_size=5))
def test_a_value_is_where_it_is_said_to_be(values: dict[str, Any]) -> None:
    text = tomlkit.dumps(values)
    lines = text.split("\n")
    found = positions(text)

    for path, value in paths_of(tomllib.loads(text)):
        if isinstance(value, list) and any(isinstance(inner, dict) for inner in value):
            continue  # may be written as tables of their own, of which each has the same path
        line, column = found.values[path]
        rest = "\n".join([lines[line - 1][column - 1 :], *lines[line:]])
        assert first_value(rest) == value


def first_value(text: str) -> Any:
    """What the value is that a text begins with."""
    for end in range(1, len(text) + 1):
        try:
            parsed = tomllib.loads(f"x = {text[:end]}\n")["x"]
        except tomllib.TOMLDecodeError:
            continue
        if isinstance(parsed, int) and text[end : end + 1].isalnum():
            continue
        if parsed == "" and text[: end + 1] in ('"""', "'''"):
            continue
        return parsed
    raise AssertionError(text)


def test_keys_and_values_of_every_form_have_their_places() -> None:
    text = (
        "# c\n"
        '"quoted key" = [ 1, [2, "a#]"], {b = 1, c.d = [3]}, ] # t\r\n'
        'm = """\na = 1 "quoted" ""\\""""\n'
        "  n = '''x'''\n"
        '[a . "b.c"]\nk = 1'
    )
    found = positions(text)

    assert found.keys == {
        ("quoted key",): Position(2, 1),
        ("quoted key", 2, "b"): Position(2, 34),
        ("quoted key", 2, "c", "d"): Position(2, 41),
        ("m",): Position(3, 1),
        ("n",): Position(5, 3),
        ("a",): Position(6, 2),
        ("a", "b.c"): Position(6, 2),
        ("a", "b.c", "k"): Position(7, 1),
    }
    assert found.values["quoted key", 1, 1] == Position(2, 25)
    assert found.of("quoted key", 1, 9) == Position(2, 21)
    assert found.of("gone") is None
