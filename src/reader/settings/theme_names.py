"""The names of the reader's own themes: those of the files in `themes/` beside the settings."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_ENDING = ".toml"


def theme_file(config: Path, name: str) -> Path:
    """The file of a theme; `config` is the settings folder."""
    return config / "themes" / f"{name}{_ENDING}"


def own_theme_names(config: Path) -> tuple[str, ...]:
    """The names, in the order of the alphabet; none where there is no such folder or it can't be read."""
    try:
        files = os.listdir(config / "themes")  # noqa: PTH208  # the names are wanted
    except OSError:
        return ()
    return tuple(sorted(file.removesuffix(_ENDING) for file in files if is_theme_file(file)))


def is_theme_file(file: str) -> bool:
    """Whether the name of a file is that of a theme."""
    return file.endswith(_ENDING) and is_theme_name(file.removesuffix(_ENDING))


def is_theme_name(value: object) -> bool:
    """Whether a theme can be called so."""
    return isinstance(value, str) and value.replace("-", "a").replace("_", "a").isalnum() and len(value) <= 40
