"""Where what a TOML text says stands in it, for telling people. Loaded only when there is something to tell.

tomllib keeps no positions. The text is known to be TOML 1.0 (https://toml.io/en/v1.0.0) when it comes here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple

_TOKEN = re.compile(
    r"""(?P<string>\"{3}(?:[^\\]|\\.)*?\"{3,5}|'{3}.*?'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
    r"""|(?P<skipped>\#[^\n]*|[ \t\r]+)|(?P<end>\n)|(?P<sign>[][{}=,.])|(?P<bare>[^][{}=,.\s#"']+)""",
    re.DOTALL,
)


class Position(NamedTuple):
    """A character of a text; both count from 1."""

    line: int
    column: int


Path = tuple[str | int, ...]
"""Keys from the outermost on; an int is the place in a list, from 0."""


@dataclass(frozen=True, slots=True)
class Positions:
    """Where keys and values begin, by their paths; a value in a list is under its number."""

    keys: dict[Path, Position] = field(default_factory=dict)
    values: dict[Path, Position] = field(default_factory=dict)

    def of(self, *path: str | int) -> Position | None:
        """Where a value begins, or what it is in; None for what is not there."""
        while path:
            found = self.values.get(path) or self.keys.get(path)
            if found is not None:
                return found
            path = path[:-1]
        return None


class _Next(Enum):
    KEY = auto()
    VALUE = auto()
    MORE = auto()
    """What comes after a value."""
    HEADER = auto()


def positions(text: str) -> Positions:
    """The positions in a text that is valid TOML."""
    walk = _Walk(text)
    for found in _TOKEN.finditer(text):
        if found.lastgroup != "skipped":
            walk.take(found.lastgroup or "", found[0], found.start())
    return walk.found


class _Walk:
    """One walk through a text. It changes: it knows how deep it is in lists and tables within a line."""

    def __init__(self, text: str) -> None:
        self.found = Positions()
        self._lines = [at.end() for at in re.finditer("\n", text)]
        self._next = _Next.KEY
        self._table: Path = ()
        self._open: list[tuple[str, Path]] = []
        """Brackets not closed yet, each with the path of its value."""
        self._parts: list[str] = []
        self._begin = 0
        self._path: Path = ()

    def take(self, kind: str, piece: str, at: int) -> None:
        """Go on by one piece."""
        match self._next:
            case _Next.HEADER:
                self._take_header(kind, piece, at)
            case _Next.KEY:
                self._take_key(kind, piece, at)
            case _Next.VALUE:
                self._take_value(kind, piece, at)
            case _Next.MORE:
                self._take_more(kind, piece)

    def _take_header(self, kind: str, piece: str, at: int) -> None:
        if kind == "end":
            self._table = tuple(self._parts)
            self._note_key(self._table)
            self._next = _Next.KEY
        else:
            self._add_part(kind, piece, at)

    def _take_key(self, kind: str, piece: str, at: int) -> None:
        if piece == "[" and not self._open:
            self._next = _Next.HEADER
        elif piece == "}":
            self._close()
        elif piece == "=":
            self._path = (self._open[-1][1] if self._open else self._table) + tuple(self._parts)
            self._note_key(self._path)
            self._next = _Next.VALUE
        else:
            self._add_part(kind, piece, at)

    def _note_key(self, path: Path) -> None:
        """Note where a key begins, and the outermost of its names if that has no line of its own."""
        position = self._position(self._begin)
        self.found.keys.setdefault(path, position)
        self.found.keys.setdefault(path[:1], position)
        self._parts = []

    def _add_part(self, kind: str, piece: str, at: int) -> None:
        if kind not in ("string", "bare"):
            return
        if not self._parts:
            self._begin = at
        self._parts.append(_unquoted(piece) if kind == "string" else piece)

    def _take_value(self, kind: str, piece: str, at: int) -> None:
        if kind == "end":
            return
        if piece == "]":
            self._close()
            return
        self.found.values.setdefault(self._path, self._position(at))
        if piece == "[":
            self._open.append(("[", self._path))
            self._path = (*self._path, 0)
        elif piece == "{":
            self._open.append(("{", self._path))
            self._next = _Next.KEY
        else:
            self._next = _Next.MORE

    def _take_more(self, kind: str, piece: str) -> None:
        if piece in ("]", "}"):
            self._close()
        elif kind == "end" and not self._open:
            self._next = _Next.KEY
        elif piece == "," and self._open:
            opener, path = self._open[-1]
            if opener == "{":
                self._next = _Next.KEY
            else:
                number = self._path[len(path)]
                self._path = (*path, int(number) + 1)
                self._next = _Next.VALUE

    def _close(self) -> None:
        if self._open:
            self._path = self._open.pop()[1]
        self._next = _Next.MORE

    def _position(self, at: int) -> Position:
        line = bisect_right(self._lines, at)
        return Position(line + 1, at - (self._lines[line - 1] if line else 0) + 1)


def _unquoted(piece: str) -> str:
    import tomllib  # to know all escapes

    return str(tomllib.loads(f"key = {piece}")["key"])
