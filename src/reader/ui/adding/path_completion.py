"""What may be meant in a line for paths: the folders and files that begin as was typed."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, NamedTuple

from reader.folders import downloads_folder, shown
from reader.library.files.folder_view import count_works, look_into
from reader.library.queries.completion import Completion, Suggestion

if TYPE_CHECKING:
    from reader.library.files.folder_view import FolderView, Seen

_MOST = 100
_ESCAPED = re.compile(r"([\s\"'\\])")


class _Typed(NamedTuple):
    """The path at the cursor."""

    start: int
    """Where it begins in the line."""
    path: str
    """Without quotes and backslashes."""
    quote: str
    """What keeps its spaces: a quotation mark that is open, a backslash, or nothing where it is the line."""


class PathCompletion:
    """Looks into folders for what is typed. It changes: it remembers the folder it looked into last."""

    def __init__(self) -> None:
        self._view: FolderView | None = None
        self._hidden = False

    def complete(self, line: str, cursor: int) -> Completion:
        """What may stand in the place of the path before the cursor; in an empty line, where to begin."""
        typed = _typed(line[:cursor])
        if not typed.path:
            return Completion(typed.start, cursor, () if line.strip() else _places())
        folder, slash, name = typed.path.rpartition("/")
        if typed.path == "~":
            folder, slash, name = "~", "/", ""
        head = f"{folder}{slash}"
        view = self._look(os.path.expanduser(head) or ".", name)  # noqa: PTH111  # pathlib's raises
        begin = name.casefold()
        found = [one for one in view.seen if one.name.casefold().startswith(begin)]
        suggestions = tuple(_suggestion(one, head, typed.quote) for one in found[:_MOST])
        return Completion(typed.start, cursor, suggestions)

    def _look(self, folder: str, name: str) -> FolderView:
        hidden = name.startswith(".")
        if self._view is None or self._view.path != folder or self._hidden != hidden:
            self._view, self._hidden = look_into(folder, hidden=hidden), hidden
        return self._view


def _typed(head: str) -> _Typed:
    whole = head.lstrip()
    if " " in whole and os.path.isdir(os.path.expanduser(whole.rpartition("/")[0])):  # noqa: PTH111, PTH112  # as above
        return _Typed(len(head) - len(whole), whole, "")
    start, path, quote, escaped = 0, "", "", False
    for place, character in enumerate(head):
        if escaped:
            path, escaped = path + character, False
        elif character == "\\" and quote != "'":
            escaped = True
        elif quote and character == quote:
            quote = ""
        elif not quote and character in "'\"":
            quote = character
        elif not quote and character.isspace():
            start, path = place + 1, ""
        else:
            path += character
    return _Typed(start, path, quote or "\\")


def _suggestion(seen: Seen, head: str, quote: str) -> Suggestion:
    end = "/" if seen.is_folder else ""
    return Suggestion(
        _written(f"{head}{seen.name}", quote) + end, f"{seen.name}{end}", goes_on=seen.is_folder
    )


def _written(path: str, quote: str) -> str:
    """The path so that its spaces are kept."""
    return _ESCAPED.sub(r"\\\1", path) if quote == "\\" else f"{quote}{path}"


def _places() -> tuple[Suggestion, ...]:
    """Where to begin; the downloads with how many files there may be works."""
    home = Suggestion("~/", "~/", goes_on=True)
    downloads = downloads_folder()
    if downloads is None:
        return (home,)
    name = f"{shown(downloads)}/"
    written = _written(name, "\\")
    return Suggestion(written, name, count_works(str(downloads)), goes_on=True), home
