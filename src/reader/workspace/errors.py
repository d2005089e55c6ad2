"""What a workspace can't do, in words for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.entries import Entry

_NAMED = 5


class WorkspaceError(Exception):
    """The message says in one line what can't be done, and why."""


class NoSuchWorkError(WorkspaceError):
    """The words name no work, or more than one."""

    def __init__(self, words: str, candidates: Sequence[Entry] = ()) -> None:
        super().__init__(_explained(words, candidates))


def _explained(words: str, candidates: Sequence[Entry]) -> str:
    if not candidates:
        return f"no work is called {words!r} (reader list shows what there is)"
    named = ", ".join(f"{entry.info.title} [{entry.info.id}]" for entry in candidates[:_NAMED])
    more = f" and {len(candidates) - _NAMED} more" if len(candidates) > _NAMED else ""
    return f"{words!r} could be {named}{more}"
