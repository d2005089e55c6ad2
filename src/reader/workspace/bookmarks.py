"""Bookmarks with what must be said of their works, for lists and for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.state.export import Mark
from reader.work.model import WorkInfo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.library.entries import Entry
    from reader.state.records import WorkState


def marks_of(states: Iterable[WorkState], entry_of: Callable[[str], Entry | None]) -> list[Mark]:
    """The bookmarks of these works by title, each work's in the order of its text.

    Of a work that is not in the library the title is known, and nothing else.
    """
    marks = []
    for state in states:
        if state.marks:
            entry = entry_of(state.id)
            info = entry.info if entry else WorkInfo(state.id, state.title)
            facts = (info.id, info.title, info.authors, info.url or "")
            marks += [Mark(bookmark, *facts) for bookmark in state.marks]
    return sorted(marks, key=lambda mark: (mark.title.casefold(), mark.work_id))
