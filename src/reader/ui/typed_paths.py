"""Paths as people type, paste or drop them into a prompt."""

from __future__ import annotations

import shlex
from pathlib import Path
from urllib.parse import unquote, urlsplit


def typed_paths(words: str) -> list[Path]:
    """The paths in a line: one, or several with spaces between; quotes and backslashes keep spaces.

    "~" is the home folder, and a `file:` address, as terminals paste what is dropped on them, is a path. A
    line that is the path of something there, spaces and all, is that one path.
    """
    words = words.strip()
    if not words:
        return []
    whole = _path(words)
    if whole.exists():
        return [whole]
    try:
        parts = shlex.split(words)
    except ValueError:
        return [whole]
    return [_path(part) for part in parts if part]


def _path(text: str) -> Path:
    if text.startswith("file:"):
        text = unquote(urlsplit(text).path)
    try:
        return Path(text).expanduser().absolute()
    except RuntimeError:  # "~somebody" whom this machine does not know
        return Path(text).absolute()
