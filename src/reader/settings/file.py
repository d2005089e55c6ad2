"""The settings file: read with care, written with comments kept."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from reader.settings.rules import RULES, taken
from reader.settings.toml_file import SettingsError, editable, read_toml, write_document
from reader.settings.values import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Written = str | bool | int | list[str]
"""A value as the file has it."""


def read_settings(path: Path) -> tuple[Settings, list[str]]:
    """The settings in a file, and a warning of one line for each thing in it that is wrong.

    A value that is wrong leaves that setting at its default, a file that can't be read all of them. A file
    that isn't there is nothing to warn of.
    """
    try:
        _, values = read_toml(path)
    except SettingsError as error:
        return Settings(), [f"{error}; the defaults are in force"]
    return _checked(values, path)


def _checked(values: Mapping[str, Any], path: Path) -> tuple[Settings, list[str]]:
    accepted: dict[str, Any] = {}
    warnings = []
    for key, value in values.items():
        try:
            accepted[key] = taken(key, value)
        except KeyError:
            warnings.append(f"{path}: there is no setting {_toml(key)}")
        except ValueError as error:
            warnings.append(f"{path}: {error}; the default is in force")
    return replace(Settings(), **accepted), warnings


def _toml(value: object) -> str:
    """A word, a number or a list of such as TOML writes it, on one line."""
    import json  # not needed to read a file in order

    return json.dumps(value, ensure_ascii=False)


def save_setting(path: Path, key: str, value: Written) -> None:
    """Write one setting into the file; as `save_settings`."""
    save_settings(path, {key: value})


def save_settings(path: Path, changes: Mapping[str, Written]) -> None:
    """Write some settings into the file, leaving everything else in it as the reader wrote it.

    Raises SettingsError when a value is wrong, the file is not valid TOML or can't be written; the file is
    then as it was.
    """
    for key, value in changes.items():
        try:
            taken(key, value)
        except (KeyError, ValueError) as error:
            raise SettingsError(f"{key} = {value!r} is not a setting") from error
    settings, _ = editable(path)
    settings.update(changes)
    write_document(path, settings)


def commented() -> str:
    """A settings file with every setting at its default, commented out, and a line on what each does."""
    lines = ["# Settings of Reader. Take away the # before a setting to change it.", ""]
    for setting in fields(Settings):
        rule = RULES[setting.name]
        lines += [
            f"# {rule.meaning}",
            *(rule.example or (f"# {setting.name} = {_toml(setting.default)}",)),
            "",
        ]
    return "\n".join(lines)
