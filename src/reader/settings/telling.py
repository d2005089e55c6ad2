"""What is wrong in a file that people write, said in one line with where it stands and what was meant."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from reader.settings.positions import positions

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class Teller:
    """Says where in a file something stands. Loaded only for files with something wrong in them."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._positions = positions(text)

    def of_value(self, words: str, *path: str | int) -> str:
        """A line about a value, by the keys that lead to it; a number is a place in a list, from 0."""
        return self._line(words, self._positions.of(*path))

    def of_key(self, words: str, *path: str | int) -> str:
        """A line about a key."""
        return self._line(words, self._positions.keys.get(path) or self._positions.of(*path))

    def _line(self, words: str, position: tuple[int, int] | None) -> str:
        where = f"{self._path}, line {position[0]}, column {position[1]}" if position else f"{self._path}"
        return f"{where}: {words}"


def suggestion(written: object, known: Iterable[str]) -> str:
    """What was meant by something that is much like a known word, as the end of a line; else nothing."""
    near = get_close_matches(written, list(known), n=1) if isinstance(written, str) else []
    return f"; did you mean {near[0]}?" if near else ""
