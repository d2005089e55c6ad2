"""The breaks of the chapters opened last, in files, so that a justified page is there as fast as any other.

A cache: each file may be deleted at any time, and what can't be read or written is done without.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_KEPT = 40
"""Files kept: some chapters at a few sizes of the terminal."""


class BreakFiles:
    """Files of bytes by key in one folder. It changes them, and lets go the oldest."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, key: str) -> bytes:
        """What was saved under a key, nothing if that is gone."""
        try:
            return (self._folder / key).read_bytes()
        except OSError:
            return b""

    def save(self, key: str, data: bytes) -> None:
        """Save something, unless there is something under its key already."""
        file = self._folder / key
        with suppress(OSError):
            if file.exists():
                return
            self._folder.mkdir(parents=True, exist_ok=True)
            fresh = file.with_name(f"{key}.{os.getpid()}.new")
            fresh.write_bytes(data)
            fresh.replace(file)
            files = sorted(self._folder.iterdir(), key=lambda old: old.stat().st_mtime, reverse=True)
            for old in files[_KEPT:]:
                old.unlink()
