"""What each setting may be, and what is said of it in the settings file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.settings.theme_names import is_theme_name
from reader.settings.values import (
    ALWAYS,
    AUTOMATIC,
    BLANK,
    BLURBS,
    DEFAULT_KEYS,
    FOLD,
    FOLDED,
    GREATEST_MEASURE,
    GREEDY,
    HIDDEN,
    INDENT,
    JUSTIFIED,
    LAST_READ,
    LEAST_MEASURE,
    LINES,
    NARROW,
    NEVER,
    PLAIN,
    RAGGED,
    REMOVE,
    SHOWN,
    TERMINAL,
    THEME,
    WHOLE,
    WIDE,
)

if TYPE_CHECKING:
    from collections.abc import Callable

CHOICES = {
    "theme": (
        "dark",
        "light",
        "sepia",
        "linen",
        "fjord",
        "ember",
        "lagoon",
        "moss",
        "black",
        "night",
        "contrast",
        "contrast-light",
        "ansi",
    ),
    "background": (THEME, TERMINAL),
    "paragraphs": (INDENT, BLANK),
    "setting": (AUTOMATIC, RAGGED, JUSTIFIED),
    "breaks": (AUTOMATIC, WHOLE, GREEDY),
    "spread": (AUTOMATIC, ALWAYS, NEVER),
    "notes": (SHOWN, FOLDED, HIDDEN),
    "signs": (AUTOMATIC, PLAIN),
    "ambiguous": (NARROW, WIDE),
    "sort": (
        LAST_READ,
        "title",
        "author",
        "fandom",
        "series",
        "rating",
        "words",
        "chapters",
        "new chapters",
        "status",
        "progress",
        "my rating",
        "updated",
        "added",
    ),
    "list_view": (LINES, BLURBS),
    "hidden_works": (FOLD, REMOVE),
    "hints": (AUTOMATIC, ALWAYS, NEVER),
    "keymap": (DEFAULT_KEYS, "vim", "less", "epy"),
}
"""The settings that are one of a few words, in the order in which keys go through them."""
RANGES = {
    "measure": (LEAST_MEASURE, GREATEST_MEASURE),
    "line_spacing": (1, 2),
    "margin_rows": (0, 6),
    "margin_cells": (0, 40),
}
"""The settings that are whole numbers, with the least and the greatest."""


_COMMA = re.compile(r"(?:(?<=\+)|^),$")
"""A comma that is a key, not what separates keys."""


class Rule(NamedTuple):
    """What a setting may be, and what is said of it."""

    accepts: Callable[[object], bool]
    wanted: str
    meaning: str
    example: tuple[str, ...] = ()
    """Lines of the settings file for a setting whose default would say too little."""


def taken(key: str, value: object) -> Any:  # whatever the setting is
    """The value of a setting as `Settings` has it, from what a file gives for it.

    Raises KeyError when there is no such setting, ValueError when it can't be that.
    """
    rule = RULES[key]
    if key == "notes" and isinstance(value, bool):  # shown or not is all that older files say
        return SHOWN if value else HIDDEN
    if not rule.accepts(value):
        raise ValueError(f"{key} must be {rule.wanted}")
    if isinstance(value, dict):
        return {name: keys_taken(keys) for name, keys in value.items()}
    return tuple(value) if isinstance(value, list) else value


def is_measure(value: object) -> bool:
    """Whether a value is a length of line that pages can be set to."""
    return _is_in_range("measure", value)


def _is_in_range(key: str, value: object) -> bool:
    least, greatest = RANGES[key]
    return isinstance(value, int) and _is_count(value) and least <= value <= greatest


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


def _is_name(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_list_of_names(value: object) -> bool:
    return isinstance(value, list) and all(_is_name(item) for item in value)


def _is_table(value: object) -> bool:
    return isinstance(value, dict)


def keys_taken(value: object) -> str:
    """A command's keys as `Settings` has them, from what a file gives for them. Raises ValueError."""
    if isinstance(value, str) and value.strip():
        return value
    if not isinstance(value, list) or not all(isinstance(key, str) and key for key in value):
        raise ValueError('a list of keys, as in ["space", "j"]')
    return ",".join(_COMMA.sub("comma", key.strip()) or "space" for key in value)


def _flag(meaning: str) -> Rule:
    return Rule(_is_flag, "true or false", meaning)


def _choice(key: str, meaning: str) -> Rule:
    *most, last = (f'"{word}"' for word in CHOICES[key])
    return Rule(lambda value: value in CHOICES[key], f"{', '.join(most)} or {last}", meaning)


def _range(key: str, meaning: str) -> Rule:
    least, greatest = RANGES[key]
    return Rule(lambda value: _is_in_range(key, value), f"a whole number from {least} to {greatest}", meaning)


RULES = {
    "theme": Rule(
        is_theme_name,
        "the name of a theme",
        f"The colours: {', '.join(CHOICES['theme'][:-1])}, ansi (the terminal's own sixteen), or those of a"
        " file of yours, themes/NAME.toml.",
    ),
    "background": _choice(
        "background", 'What lies behind everything: the paper of the "theme", or what the "terminal" has.'
    ),
    "measure": _range("measure", "How long lines of text are, in terminal cells."),
    "paragraphs": _choice(
        "paragraphs",
        'Paragraphs told apart by an indent of their first line ("indent") or a blank line ("blank").',
    ),
    "line_spacing": _range("line_spacing", "Rows for a line of text: 1, or 2 for a blank one after each."),
    "margin_rows": _range("margin_rows", "Blank rows above and below the page."),
    "margin_cells": _range("margin_cells", "The least blank cells left and right of the page."),
    "setting": _choice(
        "setting",
        'The right edge of the text: uneven ("ragged"), straight ("justified"), or as suits the length of'
        ' lines ("auto").',
    ),
    "hyphenation": _flag("Divide words where text is justified."),
    "breaks": _choice(
        "breaks",
        'Lines broken for a paragraph as a whole ("whole"), one by one ("greedy"), or as suits ("auto").',
    ),
    "spread": _choice("spread", 'Two pages side by side: where there is room ("auto"), "always" or "never".'),
    "notes": _choice("notes", 'Summaries and notes: "shown", "folded" to a line each, or "hidden".'),
    "turn_right_to_left": _flag(
        "Turn Hebrew and Arabic round, for a terminal that shows them from left to right."
    ),
    "signs": _choice(
        "signs",
        'Curly quotes, dashes, lines and ticks: as the terminal has them ("auto") or in ASCII ("plain").',
    ),
    "ambiguous": _choice(
        "ambiguous",
        'Cells that “ ” — … ★, and Greek and Cyrillic letters, take in your terminal: one ("narrow")'
        ' or two ("wide").',
    ),
    "only_page": _flag("Open works with nothing on the screen but the page."),
    "keep_originals": _flag("Keep a copy of every file that is added."),
    "largest_original_mb": Rule(
        _is_count, "a whole number", "The largest file that a copy is kept of, in megabytes."
    ),
    "state_folder": Rule(
        lambda value: isinstance(value, str),
        "a folder",
        "A folder that is synchronised between your machines, for state.toml alone. What was in the data"
        " directory is merged into it.",
        ('# state_folder = "~/Sync/reader"',),
    ),
    "folders": Rule(
        _is_list_of_names,
        "a list of folders",
        "Folders that `reader update` looks at again.",
        ('# folders = ["~/Downloads/fic"]',),
    ),
    "look_at_start": _flag("Look at these folders whenever Reader is started."),
    "sort": _choice("sort", f"What the list of works is sorted by: {', '.join(CHOICES['sort'])}."),
    "sort_turned": _flag("Sort it the other way round than is usual."),
    "list_view": _choice(
        "list_view",
        'A work in the list: a line in columns ("lines"), or all that is said of it ("blurbs").',
    ),
    "hide": Rule(
        _is_list_of_names,
        "a list of queries",
        "What you never want to see, as you would look for it; UNLESS makes an exception.",
        ("# hide = ['rating:E', 'tag:\"Major Character Death\" UNLESS author:oxbow']",),
    ),
    "hidden_works": _choice(
        "hidden_works", 'Works hidden by that: each folded to a line that says why ("fold"), or "remove"d.'
    ),
    "hints": _choice(
        "hints",
        'The keys that matter where you are, told in your first sessions ("auto"), "always" or "never".',
    ),
    "keymap": _choice(
        "keymap", 'The keys to begin from: our own ("default"), or those of "vim", "less" or "epy".'
    ),
    "keys": Rule(
        _is_table,
        "a table of commands and their keys, written [keys]",
        "Keys of your own, by the command's name; [] for none. Must stay at the end.",
        ("# [keys]",),
    ),
}
