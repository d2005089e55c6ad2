"""What the catalogue is told of the state, so that lists sort and filter without reading it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.mirror import Mirrored
from reader.work.statuses import UNREAD
from reader.workspace.mirror_stamp import read_last, stamp_of
from reader.workspace.verdicts import (
    chosen_source,
    is_removed,
    new_chapters,
    rating_of,
    status_of,
    times_read,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from reader.library.catalogue import Catalogue
    from reader.library.entries import Entry
    from reader.state.records import WorkState
    from reader.workspace.watched_store import WatchedStore

_FEW = 100
"""Works that are fetched by themselves rather than with all others."""


def facts_of(state: WorkState, *, complete: bool | None) -> Mirrored:
    """The facts of a work; `complete` is whether its author has finished it, None where nobody says."""
    position = state.position
    return Mirrored(
        status_of(state, complete=complete),
        position.progress if position else None,
        position.at if position else None,
        state.own_tags,
        new_chapters(state),
        chosen_source(state),
        rating_of(state),
        times_read(state),
    )


def entry_in_state(entry: Entry, state: WorkState) -> Entry:
    """The entry with what the state says now, before the catalogue follows it."""
    facts = facts_of(state, complete=entry.info.complete)
    return entry._replace(
        status=facts.status or UNREAD,
        progress=facts.progress,
        last_read=facts.last_read,
        own_tags=facts.own_tags,
        new_keys=tuple(key for key in entry.new_keys if key in facts.new_keys),
        rating=facts.rating,
        times_read=facts.times_read,
    )


def mirror_all(catalogue: Catalogue, store: WatchedStore, file: Path) -> None:
    """Bring the whole catalogue into step with the state, which is in `file`.

    Of works of which the state says what it said when they were last mirrored, nothing is parsed: another
    machine has changed a few of them, and a megabyte takes a third of a second.
    """
    stamp = stamp_of(file)
    known = catalogue.mirror.sums
    before = store.sums(known)
    changed = {work_id for work_id, there in before.items() if there is None or there != known[work_id]}
    mirror_works(catalogue, changed, store.work)
    mirrored = {work_id: there for work_id, there in store.sums(changed).items() if there == before[work_id]}
    catalogue.mirror.set_stamp(stamp, read_last(catalogue, store.work), mirrored)


def mirror_changed(
    catalogue: Catalogue,
    changed: Iterable[str],
    state_of: Callable[[str], WorkState],
    file: Path,
    before: str,
) -> None:
    """Mirror some works, whose state was saved in `file`.

    If the catalogue was in step with the file as it was before, it then is with the new one.
    """
    mirror_works(catalogue, changed, state_of)
    if catalogue.mirror.stamp == before:
        catalogue.mirror.set_stamp(stamp_of(file), read_last(catalogue, state_of))


def mirror_works(catalogue: Catalogue, ids: Iterable[str], state_of: Callable[[str], WorkState]) -> None:
    """Mirror some works, as far as they are there."""
    wanted = set(ids)
    entries = catalogue.entries() if len(wanted) > _FEW else catalogue.some([*wanted])
    _mirror(catalogue, (entry for entry in entries if entry.info.id in wanted), state_of)


def _mirror(catalogue: Catalogue, entries: Iterable[Entry], state_of: Callable[[str], WorkState]) -> None:
    """Write into the catalogue what the state says of these works, where that is something new.

    Those that were removed, on another machine or just before a crash, go.
    """
    removed = []
    for entry in entries:
        state = state_of(entry.info.id)
        if is_removed(state):
            removed.append(entry.info.id)
            continue
        facts = facts_of(state, complete=entry.info.complete)
        if facts != _mirrored(entry):
            catalogue.mirror.tell(entry.info.id, facts)
    if removed:
        catalogue.remove(*removed)


def _mirrored(entry: Entry) -> Mirrored:
    return Mirrored(
        entry.status,
        entry.progress,
        entry.last_read,
        entry.own_tags,
        entry.new_keys,
        entry.chosen,
        entry.rating,
        entry.times_read,
    )
