"""The bookmarks of all works at once: which are shown, and changing one wherever it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.state.records import in_milliseconds

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.state.records import Bookmark, WorkState
    from reader.state.store import Store


def change_bookmark(
    store: Store, work_id: str, bookmark_id: str, change_one: Callable[[Bookmark], Bookmark]
) -> None:
    """Change one bookmark of a work, and have it be of now."""

    def changed(bookmark: Bookmark) -> Bookmark:
        return replace(change_one(bookmark), changed=in_milliseconds(datetime.now(UTC)))

    def change(state: WorkState) -> WorkState:
        marks = tuple(changed(mark) if mark.id == bookmark_id else mark for mark in state.bookmarks)
        return replace(state, bookmarks=marks)

    store.change(work_id, change)


def delete_bookmark(store: Store, work_id: str, bookmark_id: str) -> None:
    """Delete a bookmark; for a year it can be brought back."""
    now = in_milliseconds(datetime.now(UTC))
    change_bookmark(store, work_id, bookmark_id, lambda bookmark: replace(bookmark, deleted=now))


def bring_back_newest(store: Store) -> bool:
    """Bring back the bookmark deleted last in any work; False when there is none."""
    deleted = [
        (mark.deleted, work_id, mark.id)
        for work_id in store.ids()
        for mark in store.work(work_id).bookmarks
        if mark.deleted
    ]
    if not deleted:
        return False
    _, work_id, bookmark_id = max(deleted)
    change_bookmark(store, work_id, bookmark_id, lambda bookmark: replace(bookmark, deleted=None))
    return True
