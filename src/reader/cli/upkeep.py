"""`reader config`: the settings in force."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from reader.cli.output import complain, shown
from reader.settings import Settings, commented, write_text

if TYPE_CHECKING:
    from pathlib import Path
    from types import SimpleNamespace

    from reader.workspace import Workspace


def config(arguments: SimpleNamespace, workspace: Workspace) -> int:
    """Print the settings in force, or with --init write a settings file to begin from."""
    path = workspace.folders.settings
    if arguments.init:
        return _begin(path)
    settings, defaults = workspace.settings, Settings()
    state = "" if path.exists() else " (not there: all settings are at their defaults)"
    print(f"# {shown(str(path))}{state}")
    for setting in fields(settings):
        value = getattr(settings, setting.name)
        origin = "  # default" if value == getattr(defaults, setting.name) else ""
        print(f"{setting.name} = {_toml(value)}{origin}")
    return 1 if workspace.warnings else 0


def _toml(value: object) -> str:
    """A setting's value as TOML writes it."""
    import json

    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_toml(keys)}" for key, keys in value.items()) + "}"
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)


def _begin(path: Path) -> int:
    if path.exists():
        complain(f"{path} is there already and was left as it is")
        return 1
    write_text(path, commented())
    print(f"wrote {shown(str(path))}")
    return 0
