"""What another file or text of a work changes in its state: sources, new chapters, back to reading."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from reader.library.outcomes import Change
from reader.state.records import Position, SourceFile, Stamped
from reader.work.anchoring import find
from reader.work.locator import ChapterMark, make_locator
from reader.work.story import StoryMeasure
from reader.workspace.verdicts import has_reached_the_end, is_removed, status_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from reader.library.catalogue import Catalogue, ChapterInfo
    from reader.library.importing import Result
    from reader.library.outcomes import Outcome
    from reader.state.records import WorkState
    from reader.state.store import Store
    from reader.work.locator import Locator


def with_source(state: WorkState, result: Result, now: datetime) -> WorkState:
    """The state of a work that a file was taken in for; the very same when there is nothing new in it.

    What was at its path before stays among the sources: a new catalogue is made of all, in the order in which
    they came. A work that had been removed is back.
    """
    path = as_text(result.path)
    if not any((source.path, source.sha256) == (path, result.sha256) for source in state.sources):
        state = replace(state, sources=(*state.sources, SourceFile(path, result.sha256, now)))
    if result.former_id and result.former_id not in state.aliases:  # brings along what was known under it
        state = replace(state, aliases=(*state.aliases, result.former_id))
    if state.title != result.title:
        state = replace(state, title=result.title)
    if is_removed(state):
        state = replace(state, removed=Stamped(value=False, changed=now))
    return state


def as_text(path: str) -> str:
    """A path as the state can hold it, in UTF-8; where that changed it, the hash has to find the file."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def change_if_new(store: Store, work_id: str, change: Callable[[WorkState], WorkState]) -> None:
    """Change the state of a work where that makes a difference: what is changed is written and mirrored."""
    state = store.work(work_id)
    if change(state) != state:
        store.change(work_id, change)


def follow_text(catalogue: Catalogue, store: Store, outcome: Outcome, now: datetime) -> None:
    """Have the state of a work follow the text that it has now, in memory: see `with_news`."""
    if not (outcome.keys or outcome.change is Change.UPDATED):
        return  # no other text is in use than before
    place = store.work(outcome.id).position
    first = FirstNew(catalogue, outcome) if outcome.new else None
    moved = place if outcome.change is Change.UPDATED else None
    share = share_before(catalogue, outcome.id, moved.locator) if moved else None
    news = partial(with_news, outcome=outcome, first=first, share=share, device=store.device, now=now)
    change_if_new(store, outcome.id, news)


class FirstNew:
    """The beginning of the first new chapter of an update, and how much of the story is before it."""

    def __init__(self, catalogue: Catalogue, outcome: Outcome) -> None:
        outline = catalogue.outline(outcome.id)
        self.keys = tuple(chapter.key for chapter in outline if chapter.number in outcome.new)
        first = min(outcome.new)
        self.progress = _share(outline, first)
        self.locator: Locator = make_locator(catalogue.chapter(outcome.id, first), 0)


def share_before(catalogue: Catalogue, work_id: str, locator: Locator) -> float:
    """How much of the story, from 0 to 1, is before a place in the text as it is now."""
    outline = catalogue.outline(work_id)
    found = find(locator, _Texts(catalogue, work_id, outline))
    story = StoryMeasure(catalogue.chapter(work_id, found.chapter))
    return _share(outline, found.chapter, story.characters(found.offset))


def _share(outline: Sequence[ChapterInfo], number: int, within: int = 0) -> float:
    """How much of the story is before so many of the story's code points of a chapter."""
    total = sum(chapter.story_length for chapter in outline) or 1
    return round((sum(c.story_length for c in outline if c.number < number) + within) / total, 4)


class _Texts:
    """The chapters of a work, as the search for a place wants them."""

    def __init__(self, catalogue: Catalogue, work_id: str, outline: Sequence[ChapterInfo]) -> None:
        self.outline = [ChapterMark(c.number, c.key, c.title, c.length) for c in outline]
        self.text = partial(catalogue.text, work_id)


def with_news(
    state: WorkState,
    *,
    outcome: Outcome,
    first: FirstNew | None,
    share: float | None,
    device: str,
    now: datetime,
) -> WorkState:
    """The state of a begun work after an update: which chapters are new now, and where reading goes on.

    A work that had been read to its end is being read again, from its first new chapter on; in any other the
    place stays, and `share` of the new text is before it. A place is stamped just after the one before, not
    now: nobody has read in it, and it is not the work read last.
    """
    if status_of(state, complete=None) == "unread":
        return state
    at_end = has_reached_the_end(state)
    known = () if at_end else state.new_keys
    names = dict(outcome.keys)
    still_new = tuple(names.get(key, key) for key in known)
    keys = tuple(dict.fromkeys((*still_new, *(first.keys if first else ()))))
    if keys != state.new_keys:
        state = replace(state, new_chapters=Stamped(keys, now))
    place = state.position
    if at_end and first:
        before = place.at if place else state.status.changed if state.status else now
        state = replace(state, status=Stamped("reading", now))
        place = Position(first.locator, first.progress, before)
    elif place and share is not None and not at_end:
        place = replace(place, progress=share)
    if place == state.position or place is None:
        return state
    return replace(state, positions={**state.positions, device: place})


def with_choice_followed(state: WorkState, sha256: str, now: datetime) -> WorkState:
    """The state where the file the reader chose was changed, and what is in it now has another hash."""
    return replace(state, source=Stamped(sha256, now))
