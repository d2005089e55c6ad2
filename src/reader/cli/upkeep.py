"""`reader config` and `reader doctor`: the settings in force, and where everything is and how it fares."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from reader.cli.output import complain, shown

if TYPE_CHECKING:
    from pathlib import Path
    from types import SimpleNamespace

    from reader.workspace import Workspace

_NAME_WIDTH = 20


def config(arguments: SimpleNamespace, workspace: Workspace) -> int:
    """Print the settings in force, or with --init write a settings file to begin from."""
    path = workspace.folders.settings
    if arguments.init:
        return _begin(path)
    settings = workspace.settings
    state = "" if path.exists() else " (not there: all settings are at their defaults)"
    print(f"# {shown(str(path))}{state}")
    for setting in fields(settings):
        value = getattr(settings, setting.name)
        print(f"{setting.name} = {_toml(value)}")
    return 1 if workspace.warnings else 0


def _toml(value: object) -> str:
    """A setting's value as TOML writes it."""
    import json

    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_toml(keys)}" for key, keys in value.items()) + "}"
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)


def _begin(path: Path) -> int:
    from reader.settings import commented, write_settings

    if path.exists():
        complain(f"{path} is there already and was left as it is")
        return 1
    write_settings(path, commented())
    print(f"wrote {shown(str(path))}")
    return 0


def doctor(_: SimpleNamespace, workspace: Workspace) -> int:
    """Print where everything is; complain of what is wrong, and return 1 if anything is."""
    folders = workspace.folders
    for name, path in (
        ("state", folders.state),
        ("catalogue", folders.catalogue),
        ("originals", folders.originals),
        ("settings", folders.settings),
        ("log", folders.log),
    ):
        print(f"{name:<{_NAME_WIDTH}} {shown(str(path))}{'' if path.exists() else ' (not there yet)'}")
    entries = workspace.catalogue.entries()
    print(f"{'works':<{_NAME_WIDTH}} {len(entries):,}")
    print(f"{'this device':<{_NAME_WIDTH}} {workspace.store.device}")
    refusal = workspace.store.refusal
    wrong = [refusal] if refusal and refusal not in workspace.notices else []
    wrong += [f"{entry.info.title}: {entry.shown_path} is gone" for entry in entries if entry.missing]
    for line in wrong:
        complain(line)
    return 1 if wrong or workspace.notices else 0
