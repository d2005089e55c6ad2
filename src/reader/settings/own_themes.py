"""Themes of the reader's own, `themes/NAME.toml` in the settings folder: read with care.

like = "dark"       # the theme that has what is not said here; without this, the one as dark as `paper`
paper = "#1c1b22"   # and the other colours of a theme, each "#rrggbb"
other_marks = ["#214824", "#2a415c", "#642e44", "#563927", "#4e326e"]
underlines_marks = false
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from reader.settings.rules import CHOICES
from reader.settings.telling import Teller, suggestion
from reader.settings.theme_names import own_theme_names, theme_file
from reader.settings.toml_file import SettingsError, read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

COLOURS = (
    "paper",
    "panel",
    "ink",
    "strong",
    "quiet",
    "accent",
    "second",
    "mark",
    "warning",
    "error",
)
_FLAGS = ("dark", "underlines_marks")
_LIKE = "like"
_MARKS = "other_marks"
_OTHER_MARKS = 5
_KEYS = (*COLOURS, *_FLAGS, _LIKE, _MARKS)
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_EXAMPLE = '"#16181d"'


def read_own_theme(config: Path, name: str) -> tuple[dict[str, Any] | None, list[str]]:
    """What a theme's file says, and a warning of one line for each thing in it that is wrong and left out.

    `config` is the settings folder. None where there is no such file, or nothing of it can be read.
    """
    path = theme_file(config, name)
    try:
        text, values = read_toml(path)
    except SettingsError as error:
        return None, [str(error)]
    if not text and not path.exists():
        return None, []
    return _accepted(values, Teller(path, text))


def own_theme_warnings(config: Path) -> list[str]:
    """What is wrong with any of the reader's own themes, a line each."""
    warnings = []
    for name in own_theme_names(config):
        warnings += read_own_theme(config, name)[1]
        if name in CHOICES["theme"]:
            warnings.append(
                f"{theme_file(config, name)}: {name} is a theme of Reader’s; call yours otherwise"
            )
    return warnings


def _accepted(values: Mapping[str, Any], teller: Teller) -> tuple[dict[str, Any], list[str]]:
    accepted: dict[str, Any] = {}
    warnings = []
    for key, value in values.items():
        if key not in _KEYS:
            words = f"a theme has nothing called “{key}”{suggestion(key, _KEYS)}"
            warnings.append(teller.of_key(words, key))
            continue
        try:
            accepted[key] = _taken(key, value)
        except _WrongError as error:
            warnings.append(teller.of_value(str(error), key, *error.place))
    return accepted, warnings


class _WrongError(Exception):
    """A value can't be that; the message says why, `place` is where in a list it is."""

    def __init__(self, words: str, *place: int) -> None:
        super().__init__(words)
        self.place = place


def _taken(key: str, value: object) -> Any:  # whatever it is a value of
    if key in COLOURS:
        return _colour(key, value)
    if key in _FLAGS and not isinstance(value, bool):
        raise _WrongError(f"{key} must be true or false")
    if key == _LIKE and value not in CHOICES["theme"][:-1]:
        raise _WrongError(f"like must be one of Reader’s themes{suggestion(value, CHOICES['theme'])}")
    if key == _MARKS:
        if not isinstance(value, list) or len(value) != _OTHER_MARKS:
            raise _WrongError(f"{_MARKS} must be five colours: green, blue, pink, orange, violet")
        return tuple(_colour(_MARKS, colour, place) for place, colour in enumerate(value))
    return value


def _colour(key: str, value: object, *place: int) -> str:
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        shown = f"“{value}” is none" if isinstance(value, str) and value.isprintable() else "this is none"
        raise _WrongError(f"{key} must be a colour like {_EXAMPLE}; {shown}", *place)
    digits = value[1:].lower()
    return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))
