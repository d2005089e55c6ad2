"""Small things that the app remembers for the reader's comfort, in a tiny file that nobody misses."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SESSIONS = "sessions"
"""How often the app was begun, as long as that matters."""
BROWSED = "browsed"
"""The folder that was looked through last."""


class Remembered:
    """Keeps words and numbers by name. What can't be read is forgotten, what can't be written is not kept."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def words(self, name: str) -> str:
        """The words kept under a name; empty where there are none."""
        value = self._read().get(name)
        return value if isinstance(value, str) else ""

    def number(self, name: str) -> int:
        """The number kept under a name; 0 where there is none."""
        value = self._read().get(name)
        return value if isinstance(value, int) else 0

    def keep(self, name: str, value: str | int) -> None:
        """Keep something, if it is not kept already."""
        kept = self._read()
        if kept.get(name) != value:
            text = json.dumps({**kept, name: value})
            with suppress(OSError):
                self._path.write_text(text, encoding="utf-8")

    def _read(self) -> dict[str, object]:
        try:
            kept = json.loads(self._path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        return kept if isinstance(kept, dict) else {}
