"""`reader config`: the settings in force and where each comes from; with --keys those of all commands."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reader.cli.output import complain, safe, shown
from reader.folders import DATA_DIR_VARIABLE, absolute, find_folders
from reader.settings import commented, lines_of, write_text
from reader.settings.theme_names import own_theme_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import SimpleNamespace

    from reader.folders import Folders
    from reader.workspace import Workspace

_DEFAULT = "default"


def config(arguments: SimpleNamespace, workspace: Workspace) -> int:
    """Print the settings in force, or with --init write a settings file to begin from.

    What is printed is TOML: where a setting comes from is said in a comment.
    """
    path = workspace.folders.settings
    if arguments.init:
        return _begin(path)
    workspace.warnings += _of_keys_and_themes(workspace)
    lines = _keys(workspace) if arguments.keys else _settings(workspace)
    missing = "" if path.exists() else ", which is not there: reader config --init writes one"
    print(f"# {shown(str(path))} ({_folder_from(workspace.folders)}){missing}")
    for line in lines:
        print(safe(line))
    return 1 if workspace.warnings else 0


def _folder_from(folders: Folders) -> str:
    named = os.environ.get(DATA_DIR_VARIABLE)
    if named and absolute(named) == folders.config:
        return f"{DATA_DIR_VARIABLE} in the environment"
    return (
        "the system’s folder" if folders.config == find_folders().config else "--data-dir on the command line"
    )


def _settings(workspace: Workspace) -> Iterator[str]:
    settings = workspace.settings
    lines = lines_of(workspace.folders.settings)
    for name in settings._fields:
        if name == "keys":
            continue
        value = getattr(settings, name)
        line = lines.get((name,))
        is_wrong = any(f", line {line}, column" in told for told in workspace.warnings)
        origin = f"line {line}" if line is not None and not is_wrong else _DEFAULT
        if name in ("theme", "background") and os.environ.get("NO_COLOR"):
            origin += "; NO_COLOR in the environment: no colours"
        yield f"{name} = {_toml(value)}  # {origin}"
    yield ""
    yield "[keys]  # reader config --keys shows those of all commands"
    for command, keys in settings.keys.items():
        listed = [key.strip() for key in keys.split(",") if key.strip()]
        yield f"{_key(command)} = {_toml(listed)}  # line {lines.get(('keys', command), '?')}"


def _keys(workspace: Workspace) -> Iterator[str]:
    from reader.ui.keys.in_force import settled_keys
    from reader.ui.keys.telling import by_place, written_key

    settings, lines = workspace.settings, lines_of(workspace.folders.settings)
    result = settled_keys(settings)
    yield f"keymap = {_toml(settings.keymap)}"
    yield "[keys]"
    for where, commands in by_place():
        yield ""
        yield f"# {where}"
        for command in commands:
            name = command.id()
            origin = _DEFAULT
            if name in result.own:
                origin = f"line {lines.get(('keys', name), '?')}"
            elif name in result.preset:
                origin = f'keymap "{settings.keymap}"'
            lost = "".join(
                f"; {written_key(loss.key)} is {loss.winner} {loss.where}"
                for loss in result.losses
                if loss.command == name
            )
            yield f"{name} = {_toml(map(written_key, result.keys[name]))}  # {origin}{lost}"
    yield from (f"# {remark.words}" for remark in result.remarks)


def _of_keys_and_themes(workspace: Workspace) -> list[str]:
    settings, folders = workspace.settings, workspace.folders
    warnings: list[str] = []
    if settings.keys:
        from reader.ui.keys.telling import key_warnings

        warnings += key_warnings(settings, folders.settings)
    if own_theme_names(folders.config):
        from reader.settings.own_themes import own_theme_warnings

        warnings += own_theme_warnings(folders.config)
    return warnings


def _toml(value: str | float | Iterable[str]) -> str:
    """A setting's value as TOML writes it."""
    import json

    return json.dumps(value if isinstance(value, str | int | float) else list(value), ensure_ascii=False)


def _key(name: str) -> str:
    return name if name.replace("-", "").replace("_", "").isalnum() and name.isascii() else _toml(name)


def _begin(path: Path) -> int:
    if path.exists():
        complain(f"{path} is there already and was left as it is")
        return 1
    write_text(path, commented(list(_commented_keys())))
    print(f"wrote {shown(str(path))}")
    return 0


def _commented_keys() -> Iterator[str]:
    """Every command with its keys, as lines that change nothing while they are comments."""
    from reader.ui.keys.telling import by_place, written_key

    for where, commands in by_place():
        yield "#"
        yield f"# {where[:1].upper()}{where[1:]}:"
        for command in commands:
            listed = _toml([written_key(key) for key in command.keys_in()])
            yield f"# {command.id()} = {listed}  # {command.description()}"
