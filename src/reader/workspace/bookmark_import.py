"""Bookmarks from a file put into the state, each where its quotation stands in the text as it is now."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.state.annotations import read_annotations
from reader.state.errors import StateError
from reader.state.records import in_milliseconds
from reader.work.anchoring import find
from reader.work.locator import ChapterMark, Match, make_locator
from reader.workspace.errors import WorkspaceError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.library.catalogue import Catalogue
    from reader.state.annotations import Annotated
    from reader.state.records import Bookmark, WorkState
    from reader.workspace.workspace import Workspace

_LARGEST = 100_000_000
"""Bytes of a file of bookmarks."""


@dataclass(frozen=True, slots=True)
class Placed:
    """What became of one bookmark."""

    bookmark: Bookmark
    title: str
    """Of its work; of one that is not in the library, what the file says it is."""
    match: Match | None
    """How it was found; None when its work is not in the library, and nothing was done."""
    known: bool = False
    """Whether it was there already."""


def import_bookmarks(workspace: Workspace, path: Path) -> list[Placed]:
    """Put the bookmarks of a file into the state, unsaved. Raises WorkspaceError and StateError."""
    try:
        if path.stat().st_size > _LARGEST:
            raise WorkspaceError(f"{path} is too large to be a file of bookmarks")
        annotated = read_annotations(path.read_bytes())
    except OSError as error:
        raise WorkspaceError(f"{path} can't be read: {error.strerror}") from error
    except StateError as error:
        raise WorkspaceError(f"{path}: {error}") from error
    if workspace.store.refusal:
        raise StateError(workspace.store.refusal)
    works = _Works(workspace)
    return [works.put(one) for one in annotated]


class WorkTexts:
    """A work's chapters as places are looked for in them. It changes: it keeps the texts asked for."""

    def __init__(self, catalogue: Catalogue, work_id: str) -> None:
        self._catalogue = catalogue
        self._id = work_id
        self.outline = [ChapterMark(c.number, c.key, c.title, c.length) for c in catalogue.outline(work_id)]
        self._texts: dict[int, str] = {}

    def text(self, number: int) -> str:
        """The text of a chapter, numbered from 1."""
        if number not in self._texts:
            self._texts[number] = self._catalogue.text(self._id, number)
        return self._texts[number]


class _Works:
    """The works that bookmarks are put into. It changes: it keeps the texts of the last one."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._by_url = {e.info.url: e.info.id for e in workspace.catalogue.entries() if e.info.url}
        self._last: tuple[str, WorkTexts] | None = None

    def put(self, one: Annotated) -> Placed:
        """Put one into the state, unless it is there."""
        work_id = self._id_of((one.work_id, self._by_url.get(one.source, ""), one.source))
        if not work_id:
            return Placed(one.bookmark, one.work_id or one.source, None)
        info = self._workspace.work_info(work_id)
        there = {mark.id for mark in self._workspace.store.work(work_id).marks}
        bookmark, match = self._placed(one.bookmark, work_id)
        if bookmark.id in there:
            return Placed(bookmark, info.title, match, known=True)

        def change(state: WorkState) -> WorkState:
            others = tuple(mark for mark in state.bookmarks if mark.id != bookmark.id)
            return replace(state, title=info.title, bookmarks=(*others, bookmark))

        self._workspace.store.change(work_id, change)
        return Placed(bookmark, info.title, match)

    def _id_of(self, candidates: Sequence[str]) -> str:
        return next((c for c in candidates if c and self._workspace.entry(c)), "")

    def _placed(self, bookmark: Bookmark, work_id: str) -> tuple[Bookmark, Match]:
        """The bookmark with places in the text as it is; one that isn't found keeps what it said."""
        if self._last is None or self._last[0] != work_id:
            self._last = work_id, WorkTexts(self._workspace.catalogue, work_id)
        texts = self._last[1]
        found = find(bookmark.start, texts)
        bookmark = replace(
            bookmark,
            id=bookmark.id or f"b-{secrets.token_hex(4)}",
            changed=in_milliseconds(datetime.now(UTC)),
        )
        if found.match in (Match.APPROXIMATE, Match.CLOSE):
            return bookmark, found.match
        chapter = self._workspace.catalogue.chapter(work_id, found.chapter)
        start = make_locator(chapter, found.offset)
        if bookmark.end is None:
            return replace(bookmark, start=start), found.match
        after = found.offset + len(bookmark.text)
        whole = texts.text(found.chapter).startswith(bookmark.text, found.offset)
        end = make_locator(chapter, after) if whole else bookmark.end
        return replace(bookmark, start=start, end=end), found.match
