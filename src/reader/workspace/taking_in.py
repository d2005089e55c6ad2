"""Files taken into the library with the state kept in step: where they came from, what was removed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from time import monotonic
from typing import TYPE_CHECKING

from reader.library.discovery import discover
from reader.library.importing import Identity, import_files
from reader.state.records import SourceFile, Stamped, in_milliseconds
from reader.workspace.verdicts import is_removed, wants_repair

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from reader.library.catalogue import Catalogue
    from reader.library.importing import Result
    from reader.library.originals import Originals
    from reader.state.records import WorkState
    from reader.state.store import Store

_TAKEN = ("added", "updated", "same")
"""Outcomes that mean that the file's work is in the library."""
_SAVE_EVERY = 5.0
"""Seconds between two savings of the state while files are added."""


def take_in(
    catalogue: Catalogue,
    originals: Originals,
    store: Store,
    paths: Iterable[Path],
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[Result]:
    """Import what is at these paths, and note in the state where each work came from.

    The state is changed in memory only, and not at all where it can't be written.
    """
    results = import_files(
        catalogue,
        originals,
        discover(paths),
        identity=StateAnswers(store).identity(),
        progress=progress,
        cancelled=cancelled,
    )
    for result in results:
        if result.outcome in _TAKEN and not store.refusal:
            _record(store, result)
        yield result


def saving_between(results: Iterable[Result], save: Callable[[], object]) -> Iterator[Result]:
    """The results as they come, with a save after one of them every few seconds."""
    saved = monotonic()
    for result in results:
        yield result
        if monotonic() - saved > _SAVE_EVERY:
            save()
            saved = monotonic()


def _record(store: Store, result: Result) -> None:
    now = in_milliseconds(datetime.now(UTC))
    state = store.work(result.id)
    if with_source(state, result, now) != state:
        store.change(result.id, lambda current: with_source(current, result, now))


def newly_known(folders: Iterable[Path], known: Iterable[Path]) -> list[str]:
    """The folders to remember, in order: those that are neither known nor in one that is."""
    taken = set(known)
    return [str(folder) for folder in sorted(folders) if not {folder, *folder.parents} & taken]


class StateAnswers:
    """What importing asks of the state. It keeps what it has found for the length of one batch."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def identity(self) -> Identity:
        """The answers in the form importing wants them."""
        return Identity(
            refused=lambda work_id: is_removed(self._store.work(work_id)),
            present_id=lambda work_id: self._store.work(work_id).id,
            known_source=lambda sha256: self._ids_by_source.get(sha256),
            repair=lambda work_id: wants_repair(self._store.work(work_id)),
        )

    @cached_property
    def _ids_by_source(self) -> dict[str, str]:
        """Read only when a work has no stable id: it takes the whole state."""
        return {
            source.sha256: work_id
            for work_id in self._store.ids()
            for source in self._store.work(work_id).sources
        }


def with_source(state: WorkState, result: Result, now: datetime) -> WorkState:
    """The state of a work that a file was taken in for; the very same when there is nothing new in it.

    A path has one source, the last that was there. A work that had been removed is back.
    """
    source = SourceFile(path=as_text(result.path), sha256=result.sha256)
    if source not in state.sources:
        others = tuple(known for known in state.sources if known.path != source.path)
        state = replace(state, sources=(*others, source))
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
