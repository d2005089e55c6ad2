"""Asking for files and folders to add, by their paths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.files.folder_view import count_works
from reader.ui.adding.path_completion import PathCompletion
from reader.ui.adding.typed_paths import is_there, pasted_line, typed_paths
from reader.ui.keys.sentences import told
from reader.ui.question import NO_REMARK, Question, Remark
from reader.ui.row_pieces import Tone
from reader.work.counts import counted

if TYPE_CHECKING:
    from reader.settings import Settings
    from reader.ui.screens.library import LibraryScreen


def paths_question(screen: LibraryScreen, words: str) -> Question:
    """The question, beginning with these paths; to answer it is to add them."""
    settings = screen.workspace.settings

    def add(words: str) -> Remark:
        paths = typed_paths(words)
        gone = next((path for path in paths if not is_there(path)), None)
        if gone is not None:
            return Remark(f"There is no {gone}", tone=Tone.WARNING)
        if paths:
            screen.adding.add(paths)
        return NO_REMARK

    return Question(
        "add",
        told("files or folders to add: type, paste or drop them · {take-suggestion} completes", settings),
        lambda words, _: add(words),
        words,
        typed=lambda words: _paths_remark(words, settings),
        complete=PathCompletion().complete,
        pasted=pasted_line,
        goes_on=True,
    )


def _paths_remark(words: str, settings: Settings) -> Remark:
    """What enter would add, where that is more than the line itself says."""
    paths = typed_paths(words)
    if not paths or not all(map(is_there, paths)):
        return NO_REMARK
    if len(paths) > 1:
        return Remark(told(f"{len(paths):,} files and folders · {{take-words}} adds them", settings))
    works = count_works(str(paths[0]))
    files = f"{counted(works, 'file')} right here" if works else "with all that is in it"
    this = told(f"This folder, {files} · {{take-words}} adds it", settings)
    return Remark(this) if paths[0].is_dir() else NO_REMARK
