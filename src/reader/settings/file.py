"""The settings file: read with care, written with comments kept."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from reader.settings.rules import CHOICES, RULES, keys_taken, taken
from reader.settings.theme_names import own_theme_names, theme_file
from reader.settings.toml_file import SettingsError, editable, read_toml, write_document
from reader.settings.values import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from reader.settings.telling import Teller

_NO_KEYS: Mapping[str, list[str] | None] = MappingProxyType({})
Written = str | bool | int | list[str]
"""A value as the file has it."""


def read_settings(path: Path, before: Settings | None = None) -> tuple[Settings, list[str]]:
    """The settings in a file, and a warning of one line for each thing in it that is wrong.

    A value that is wrong leaves that setting at its default. A file that can't be read leaves all of them so,
    or as they were before. A file that isn't there is nothing to warn of.
    """
    try:
        text, values = read_toml(path)
    except SettingsError as error:
        stays = "the defaults are in force" if before is None else "what was in force stays so"
        return before or Settings(), [f"{error}; {stays}"]
    reading = _Reading(path, text)
    accepted = dict(reading.accepted(values))
    return Settings()._replace(**accepted), reading.warnings


class _Reading:
    """One reading of a file. It changes: it gathers what is wrong."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._text = text
        self._teller: Teller | None = None
        self.warnings: list[str] = []

    def accepted(self, values: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        """The settings that are right."""
        for key, value in values.items():
            if key == "keys" and isinstance(value, dict):
                yield key, dict(self._keys(value))
                continue
            try:
                right = taken(key, value)
                if key == "theme":
                    self._check_theme(right)
            except KeyError:
                words = f"there is no setting {_toml(key)}{_suggestion(key, RULES)}"
                self.warnings.append(self._tell.of_key(words, key))
            except ValueError as error:
                hint = _suggestion(value, CHOICES.get(key, ()))
                words = f"{error}{hint}; the default is in force"
                self.warnings.append(self._tell.of_value(words, key))
            else:
                yield key, right

    def _keys(self, table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        for command, keys in table.items():
            try:
                yield command, keys_taken(keys)
            except ValueError as error:
                words = f"the keys of {_toml(command)} must be {error}"
                self.warnings.append(self._tell.of_value(words, "keys", command))

    def _check_theme(self, name: str) -> None:
        """Raise ValueError where a theme is neither one of ours nor the reader's."""
        if name in CHOICES["theme"]:
            return
        own = own_theme_names(self._path.parent)
        if name not in own:
            where = theme_file(self._path.parent, name)
            near = _suggestion(name, [*CHOICES["theme"], *own])
            raise ValueError(f"there is no theme {_toml(name)}, nor a file {where}{near}")

    @property
    def _tell(self) -> Teller:
        if self._teller is None:
            from reader.settings.telling import Teller  # only where something is wrong

            self._teller = Teller(self._path, self._text)
        return self._teller


def _suggestion(written: object, known: Any) -> str:
    from reader.settings.telling import suggestion

    return suggestion(written, known)


def _toml(value: object) -> str:
    """A word, a number or a list of such as TOML writes it, on one line."""
    import json  # not needed to read a file in order

    return json.dumps(value, ensure_ascii=False)


def save_setting(path: Path, key: str, value: Written) -> None:
    """Write one setting into the file; as `save_settings`."""
    save_settings(path, {key: value})


def save_settings(
    path: Path, changes: Mapping[str, Written | None], keys: Mapping[str, list[str] | None] = _NO_KEYS
) -> None:
    """Write some settings into the file, leaving everything else in it as the reader wrote it.

    `keys` are commands and the reader's own keys for them. None takes a setting or the keys of a command out.
    Raises SettingsError when a value is wrong, the file is not valid TOML or can't be written; the file is
    then as it was.
    """
    for key, value in changes.items():
        try:
            if value is not None:
                taken(key, value)
        except (KeyError, ValueError) as error:
            raise SettingsError(f"{key} = {value!r} is not a setting") from error
    document, values = editable(path)
    _put(document, changes)
    if keys:
        import tomlkit

        if not isinstance(values.get("keys", {}), dict):
            raise SettingsError(f"{path}: keys must be {RULES['keys'].wanted}")
        _put(document.setdefault("keys", tomlkit.table()), keys)
    write_document(path, document)


def _put(table: Any, changes: Mapping[str, Written | None]) -> None:
    for key, value in changes.items():
        if value is not None:
            table[key] = value
        elif key in table:
            del table[key]


def commented(keys: Sequence[str] = ()) -> str:
    """A settings file with every setting at its default, commented out, and a line on what each does.

    `keys` are lines for the table of keys: of commands the settings know nothing.
    """
    lines = ["# Settings of Reader. Take away the # before a setting to change it.", ""]
    for name, default in Settings._field_defaults.items():
        rule = RULES[name]
        lines += [
            f"# {rule.meaning}",
            *(rule.example or (f"# {name} = {_toml(default)}",)),
            "",
        ]
    return "\n".join([*lines[:-1], *keys, ""])


def lines_of(path: Path) -> Mapping[tuple[str | int, ...], int]:
    """The line in which each setting stands, from 1, by its name or ("keys", the command's id)."""
    from reader.settings.positions import positions  # only to tell people

    try:
        text, _ = read_toml(path)
    except SettingsError:
        return {}
    return {key: position.line for key, position in positions(text).keys.items()}
