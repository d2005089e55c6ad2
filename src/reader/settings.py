"""How the reader likes it: the settings in `config.toml`, read with care, written with comments kept."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LEAST_MEASURE = 20
GREATEST_MEASURE = 160
DEFAULT_MEASURE = 66
INDENT = "indent"
BLANK = "blank"
RAGGED = "ragged"
JUSTIFIED = "justified"
AUTOMATIC = "auto"
WHOLE = "whole"
GREEDY = "greedy"


class SettingsError(Exception):
    """The settings could not be written; the message says why in one line."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force. Each field is a key of `config.toml` and has its default here."""

    theme: str = "dark"
    measure: int = DEFAULT_MEASURE
    """Length of a line in cells, from `LEAST_MEASURE` to `GREATEST_MEASURE`."""
    paragraphs: str = INDENT
    """How paragraphs are told apart: "indent" (their first line) or "blank" (a blank line between them)."""
    setting: str = RAGGED
    """How lines end: "ragged" or "justified"."""
    hyphenation: bool = True
    """Whether words are divided at the ends of justified lines."""
    breaks: str = AUTOMATIC
    """How lines are broken: "whole" (all of a paragraph together), "greedy" (each in turn, which is fastest)
    or "auto" (whole where they are justified)."""
    turn_right_to_left: bool = False
    """Whether Hebrew and Arabic are turned round for a terminal that doesn't do it itself."""
    notes: bool = True
    """Whether summaries and notes are shown."""
    keep_originals: bool = True
    largest_original_mb: int = 200
    """The largest file that is kept as an original, in millions of bytes."""
    folders: tuple[str, ...] = ()
    """Known folders: `reader update` looks at them again."""
    look_at_start: bool = True
    """Whether the app looks at the known folders by itself when its library is first shown."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """The reader's own keys: the id of a command ("next-page") and its keys, separated by commas."""

    @property
    def indent(self) -> bool:
        """Whether paragraphs begin with an indented line."""
        return self.paragraphs == INDENT

    @property
    def hyphenated(self) -> bool:
        """Whether words are divided."""
        return self.hyphenation and self.setting == JUSTIFIED

    @property
    def whole(self) -> bool:
        """Whether the breaks of a paragraph are chosen together."""
        return self.breaks == WHOLE or (self.breaks == AUTOMATIC and self.setting == JUSTIFIED)


def read_settings(path: Path) -> tuple[Settings, list[str]]:
    """The settings in a file, and a warning of one line for each thing in it that is wrong.

    A value that is wrong leaves that setting at its default, a file that can't be read all of them. A file
    that isn't there is nothing to warn of.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Settings(), []
    except OSError as error:
        return Settings(), [f"{path} can't be read ({error.strerror}); the defaults are in force"]
    import tomllib  # paid for only where there is a file

    try:
        values = tomllib.loads(data.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return Settings(), [f"{path} is not valid TOML ({error}); the defaults are in force"]
    return _checked(values, path)


def _checked(values: Mapping[str, Any], path: Path) -> tuple[Settings, list[str]]:
    accepted: dict[str, Any] = {}
    warnings = []
    for key, value in values.items():
        if key not in _RULES:
            warnings.append(f'{path}: there is no setting "{key}"')
            continue
        rule = _RULES[key]
        if not rule.accepts(value):
            warnings.append(f"{path}: {key} must be {rule.wanted}; the default is in force")
            continue
        accepted[key] = tuple(value) if isinstance(value, list) else value
    return replace(Settings(), **accepted), warnings


def save_setting(path: Path, key: str, value: str | bool | int | list[str]) -> None:
    """Write one setting into the file, leaving everything else in it as the reader wrote it.

    Raises SettingsError when the value is wrong, the file is not valid TOML or can't be written; the file is
    then as it was.
    """
    import tomlkit  # slow to load, needed only to write
    from tomlkit.exceptions import TOMLKitError

    if key not in _RULES or not _RULES[key].accepts(value):
        raise SettingsError(f"{key} = {value!r} is not a setting")
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        text = ""
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} can't be read: {error}") from error
    try:
        settings = tomlkit.parse(text)
        settings[key] = value
    except TOMLKitError as error:
        raise SettingsError(f"{path} is not valid TOML: {error}") from error
    write_settings(path, tomlkit.dumps(settings))


def write_settings(path: Path, text: str) -> None:
    """Put a text in the file's place at once or not at all, through a link if the file is one.

    Raises SettingsError when it can't be written.
    """
    import tempfile  # needed only to write

    target = path.resolve()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".config-", suffix=".toml")
    except OSError as error:
        raise SettingsError(f"{path} can't be written: {error.strerror}") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(target)
    except OSError as error:
        with suppress(OSError):
            Path(name).unlink()
        raise SettingsError(f"{path} can't be written: {error.strerror}") from error


def commented() -> str:
    """A settings file with every setting at its default, commented out, and a line on what each does."""
    lines = ["# Settings of Reader. Take away the # before a setting to change it.", ""]
    for setting in fields(Settings):
        rule = _RULES[setting.name]
        lines += [f"# {rule.meaning}", *rule.example, ""]
    return "\n".join(lines)


def is_measure(value: object) -> bool:
    """Whether a value is a length of line that pages can be set to."""
    return isinstance(value, int) and _is_count(value) and LEAST_MEASURE <= value <= GREATEST_MEASURE


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


def _is_name(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_list_of_names(value: object) -> bool:
    return isinstance(value, list) and all(_is_name(item) for item in value)


def _is_keymap(value: object) -> bool:
    return isinstance(value, dict) and all(_is_name(keys) for keys in value.values())


def _is_paragraphs(value: object) -> bool:
    return value in (INDENT, BLANK)


def _is_setting(value: object) -> bool:
    return value in (RAGGED, JUSTIFIED)


def _are_breaks(value: object) -> bool:
    return value in (AUTOMATIC, WHOLE, GREEDY)


@dataclass(frozen=True, slots=True)
class _Rule:
    """What a setting may be, and what is said of it."""

    accepts: Callable[[object], bool]
    wanted: str
    meaning: str
    example: tuple[str, ...]


_RULES = {
    "theme": _Rule(_is_name, "the name of a theme", "The theme.", ('# theme = "dark"',)),
    "measure": _Rule(
        is_measure,
        f"a whole number from {LEAST_MEASURE} to {GREATEST_MEASURE}",
        "How long lines of text are, in terminal cells.",
        (f"# measure = {DEFAULT_MEASURE}",),
    ),
    "paragraphs": _Rule(
        _is_paragraphs,
        '"indent" or "blank"',
        'Paragraphs told apart by an indent of their first line ("indent") or a blank line ("blank").',
        ('# paragraphs = "indent"',),
    ),
    "setting": _Rule(
        _is_setting,
        '"ragged" or "justified"',
        'The right edge of the text: uneven ("ragged") or straight ("justified").',
        ('# setting = "ragged"',),
    ),
    "hyphenation": _Rule(
        _is_flag, "true or false", "Divide words where text is justified.", ("# hyphenation = true",)
    ),
    "breaks": _Rule(
        _are_breaks,
        '"auto", "whole" or "greedy"',
        'Lines broken for a paragraph as a whole ("whole"), one by one ("greedy"), or as suits ("auto").',
        ('# breaks = "auto"',),
    ),
    "turn_right_to_left": _Rule(
        _is_flag,
        "true or false",
        "Turn Hebrew and Arabic round, for a terminal that shows them from left to right.",
        ("# turn_right_to_left = false",),
    ),
    "notes": _Rule(_is_flag, "true or false", "Show summaries and notes.", ("# notes = true",)),
    "keep_originals": _Rule(
        _is_flag, "true or false", "Keep a copy of every file that is added.", ("# keep_originals = true",)
    ),
    "largest_original_mb": _Rule(
        _is_count,
        "a whole number",
        "The largest file that a copy is kept of, in megabytes.",
        ("# largest_original_mb = 200",),
    ),
    "folders": _Rule(
        _is_list_of_names,
        "a list of folders",
        "Folders that `reader update` looks at again.",
        ('# folders = ["~/Downloads/fic"]',),
    ),
    "look_at_start": _Rule(
        _is_flag,
        "true or false",
        "Look at these folders whenever Reader is started.",
        ("# look_at_start = true",),
    ),
    "keys": _Rule(
        _is_keymap,
        "a table of commands and their keys",
        "Keys of your own, by the command's name. Must stay at the end.",
        ("# [keys]", '# next-page = "space,right,l,pagedown,j,down"'),
    ),
}
