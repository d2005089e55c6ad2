"""Hints for the first sessions: the two or three keys that matter where one is, then no more. No Textual."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.settings.values import ALWAYS, NEVER
from reader.ui.commands.acting import SelectWork, SetStatus, TagWorks
from reader.ui.commands.everywhere import Leave, NextTheme, ShowHelp, ShowPalette
from reader.ui.commands.finding import FindText
from reader.ui.commands.going import ShowContents
from reader.ui.commands.library import AddFiles, FilterWorks, NextPane
from reader.ui.commands.listing import ChangeListView, SortWorks
from reader.ui.commands.marking import ToggleMark
from reader.ui.commands.motions import NextPage
from reader.ui.commands.page_look import ShowLook
from reader.ui.keys.in_force import keys_in_force
from reader.workspace.remembered import SESSIONS, Remembered

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from reader.ui.commands.command import Command
    from reader.workspace import Workspace

    _Hints = Sequence[tuple[type[Command], str]]

_ON_PAGE: Sequence[_Hints] = (
    ((NextPage, "turns pages"), (ShowContents, "contents"), (ShowHelp, "all keys")),
    ((ToggleMark, "marks the place"), (FindText, "finds words"), (Leave, "library")),
    ((ShowLook, "how it looks"), (NextTheme, "colours"), (ShowPalette, "any command")),
)
_IN_LIBRARY: Sequence[_Hints] = (
    ((AddFiles, "adds files"), (ChangeListView, "says more of each work"), (ShowHelp, "all keys")),
    ((FilterWorks, "filters as you type"), (NextPane, "tags"), (SortWorks, "sorts")),
    ((SelectWork, "selects"), (SetStatus, "status"), (TagWorks, "own tags"), (ShowPalette, "any command")),
)
"""By session, from what matters most: what there is no room for is left out."""


def page_hint(workspace: Workspace, room: int) -> str:
    """The hint for the page in so many cells; empty for none."""
    return _words(_ON_PAGE, workspace, room)


def library_hint(workspace: Workspace, room: int) -> str:
    """The hint for the library."""
    return _words(_IN_LIBRARY, workspace, room)


def library_hint_of_next(workspace: Workspace, room: int) -> str:
    """The hint for the library that the next session will have."""
    return _words(_IN_LIBRARY, workspace, room, _next_session)


def _words(
    by_session: Sequence[_Hints],
    workspace: Workspace,
    room: int,
    number_of: Callable[[Path], int] | None = None,
) -> str:
    session = _session(workspace, number_of or session_number)
    if session > len(by_session):
        return ""
    keymap = keys_in_force(workspace.settings)
    hints = [(command.first_key(keymap), words) for command, words in by_session[session - 1]]
    said = ""
    for key, words in hints:
        longer = f"{said} · {key} {words}" if said else f"{key} {words}"
        if not key or cell_len(longer) > room:
            continue
        said = longer
    return said


def _session(workspace: Workspace, number_of: Callable[[Path], int]) -> int:
    """Whose hints to give, from 1; more than there are hints for where none are wanted."""
    wanted = workspace.settings.hints
    if wanted == NEVER:
        return len(_ON_PAGE) + 1
    return 1 if wanted == ALWAYS else number_of(workspace.folders.remembered)


@cache
def session_number(path: Path) -> int:
    """Which session this is, from 1: counted once a process, and no further than there are hints for."""
    number = _next_session(path)
    Remembered(path).keep(SESSIONS, number)
    return number


def _next_session(path: Path) -> int:
    return min(Remembered(path).number(SESSIONS), len(_ON_PAGE)) + 1
