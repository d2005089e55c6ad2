"""Files taken into the library with the state kept in step: where they came from, what was removed."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from reader.library.importing import Identity, import_files
from reader.state.records import in_milliseconds
from reader.workspace.consequences import change_if_new, follow_text, with_choice_followed, with_source
from reader.workspace.verdicts import is_removed, wants_repair

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reader.library.catalogue import Catalogue
    from reader.library.files.candidates import Candidate
    from reader.library.importing import Result
    from reader.library.originals import Originals
    from reader.state.store import Store

_TAKEN = ("added", "updated", "same")
"""Outcomes that mean that the file's work is in the library."""


def take_in(
    catalogue: Catalogue,
    originals: Originals,
    store: Store,
    files: Sequence[Candidate],
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    *,
    apart: bool = False,
) -> Iterator[Result]:
    """Import these files (see `import_files`), and note in the state where each work came from.

    The state is changed in memory only, and not at all where it can't be written.
    """
    results = import_files(
        catalogue,
        originals,
        files,
        identity=StateAnswers(store).identity(),
        progress=progress,
        cancelled=cancelled,
        apart=apart,
    )
    for result in results:
        if result.outcome in _TAKEN and not store.refusal:
            _record(catalogue, store, result)
        yield result


def _record(catalogue: Catalogue, store: Store, result: Result) -> None:
    now = in_milliseconds(datetime.now(UTC))
    change_if_new(store, result.id, lambda state: with_source(state, result, now))
    if result.stored:
        if result.stored.chosen:
            change_if_new(store, result.id, lambda state: with_choice_followed(state, result.sha256, now))
        follow_text(catalogue, store, result.stored, now)


class StateAnswers:
    """What importing asks of the state. It keeps what it has found for the length of one batch."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def identity(self) -> Identity:
        """The answers in the form importing wants them."""
        return Identity(
            refused=lambda work_id: is_removed(self._store.work(work_id)),
            present_id=lambda work_id: self._store.work(work_id).id,
            known_source=lambda sha256: self._ids_by_source.get(sha256),  # noqa: PLW0108 — the whole state is read only when one asks
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
