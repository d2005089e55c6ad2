"""The settings file: read with care, written with comments kept."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.settings.rules import RULES, taken
from reader.settings.values import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping


class SettingsError(Exception):
    """The settings could not be written; the message says why in one line."""


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
    except (ValueError, RecursionError) as error:  # not UTF-8, not TOML, numbers or nesting without end
        return Settings(), [f"{path} is not valid TOML ({error}); the defaults are in force"]
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


def save_setting(path: Path, key: str, value: str | bool | int | list[str]) -> None:
    """Write one setting into the file; as `save_settings`."""
    save_settings(path, {key: value})


def save_settings(path: Path, changes: Mapping[str, str | bool | int | list[str]]) -> None:
    """Write some settings into the file, leaving everything else in it as the reader wrote it.

    Raises SettingsError when a value is wrong, the file is not valid TOML or can't be written; the file is
    then as it was.
    """
    import tomlkit  # slow to load, needed only to write

    for key, value in changes.items():
        try:
            taken(key, value)
        except (KeyError, ValueError) as error:
            raise SettingsError(f"{key} = {value!r} is not a setting") from error
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        text = ""
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} can't be read: {error}") from error
    try:
        settings = tomlkit.parse(text)
        settings.update(changes)
    except (ValueError, RecursionError) as error:  # what tomlkit raises is a ValueError
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
        rule = RULES[setting.name]
        lines += [
            f"# {rule.meaning}",
            *(rule.example or (f"# {setting.name} = {_toml(setting.default)}",)),
            "",
        ]
    return "\n".join(lines)
