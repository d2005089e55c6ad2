"""`reader config` and `reader doctor`: the settings in force, and where everything is and how it fares."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from reader.cli.output import complain, shown
from reader.settings import Settings, commented, write_text

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


def doctor(arguments: SimpleNamespace, workspace: Workspace) -> int:
    """Print where everything is; complain of what is wrong and stays so, and return 1 if anything does."""
    from reader.workspace.health import catalogue_damage, gone_files, make_catalogue_anew, superseded_size

    _print_places(workspace)
    damage = catalogue_damage(workspace)
    if damage and arguments.yes:
        make_catalogue_anew(workspace)
        print("The catalogue was damaged, and is made anew.")
        damage = catalogue_damage(workspace)
    if not damage:
        print(f"{'works':<{_NAME_WIDTH}} {workspace.catalogue.count():,}")
        if size := superseded_size(workspace):
            print(f"{'superseded versions':<{_NAME_WIDTH}} {size / 1000:,.0f} kB")
    print(f"{'this device':<{_NAME_WIDTH}} {workspace.store.device}")
    refusal = workspace.store.refusal
    wrong = [refusal] if refusal and refusal not in workspace.notices else []
    wrong += [damage] if damage else gone_files(workspace)
    for line in wrong:
        complain(line)
    return 1 if wrong or workspace.notices else 0


def _print_places(workspace: Workspace) -> None:
    folders = workspace.folders
    for name, path in (
        ("state", folders.state),
        ("catalogue", folders.catalogue),
        ("originals", folders.originals),
        ("settings", folders.settings),
        ("log", folders.log),
    ):
        print(f"{name:<{_NAME_WIDTH}} {shown(str(path))}{'' if path.exists() else ' (not there yet)'}")
