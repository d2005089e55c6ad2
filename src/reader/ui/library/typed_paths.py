"""Paths as people type, paste or drop them into a prompt."""

from __future__ import annotations

import os
import shlex
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from reader.folders import absolute

if TYPE_CHECKING:
    from pathlib import Path


def typed_paths(words: str) -> list[Path]:
    """The paths in a line: one, or several with spaces between; quotes and backslashes keep spaces.

    "~" is the home folder, and a `file:` address, as terminals paste what is dropped on them, is a path. A
    line that is the path of something there, spaces and all, is that one path.
    """
    words = words.strip()
    if not words:
        return []
    whole = _path(words)
    if os.path.exists(whole):  # noqa: PTH110  # Path.exists raises for a name that is too long
        return [whole]
    try:
        parts = shlex.split(words)
    except ValueError:
        return [whole]
    return [_path(part) for part in parts if part]


def _path(text: str) -> Path:
    if text.startswith("file:"):
        text = unquote(urlsplit(text).path)
    return absolute(text)
