"""Paths as people type, paste or drop them into a prompt."""

from __future__ import annotations

import os
import shlex
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from reader.folders import absolute

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_ADDRESS = "file:"


def typed_paths(words: str) -> list[Path]:
    """The paths in a line: one, or several with spaces between; quotes and backslashes keep spaces.

    "~" is the home folder, and a `file:` address, as terminals paste what is dropped on them, is a path. A
    line that is the path of something there, spaces and all, is that one path.
    """
    words = words.strip()
    if not words:
        return []
    whole = _path(words)
    if is_there(whole):
        return [whole]
    try:
        return [_path(part) for part in shlex.split(words) if part]
    except ValueError:  # a quotation mark that is part of a name, or not closed yet
        return _half_quoted(words)


def _half_quoted(words: str) -> list[Path]:
    parts = words.split()
    if all(part.startswith(_ADDRESS) for part in parts):
        return [_path(part) for part in parts]
    for mark in "'\"":
        with suppress(ValueError):
            paths = [_path(part) for part in shlex.split(words + mark)]
            if all(map(is_there, paths)):
                return paths
    return [_path(words)]


def pasted_paths(text: str) -> list[Path]:
    """The paths in what was pasted, a line for one or for several; empty where one of them leads nowhere.

    File managers paste `file:` addresses or plain paths in lines, terminals put quoted or escaped paths in
    one line for what is dropped on them.
    """
    paths = [path for line in text.splitlines() for path in typed_paths(line)]
    return paths if all(map(is_there, paths)) else []


def as_line(paths: Iterable[Path]) -> str:
    """Paths as a line of which `typed_paths` makes them again."""
    return " ".join(shlex.quote(str(path)) for path in paths)


def pasted_line(text: str) -> str:
    """What a prompt for paths makes of what is pasted into it: one line, with paths quoted where they are."""
    paths = pasted_paths(text)
    return as_line(paths) + " " if paths else " ".join(text.splitlines())


def is_there(path: Path) -> bool:
    """Whether a path leads to something."""
    return os.path.exists(path)  # noqa: PTH110  # Path.exists raises for a name that is too long


def _path(text: str) -> Path:
    if text.startswith(_ADDRESS):
        text = unquote(urlsplit(text).path)
    return absolute(text)
