"""The catalogue made anew from what is kept: the originals, and the state that knows whose they are."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.formats.source import UnreadableError
from reader.library.file_parsing import parse
from reader.library.missing import note_missing
from reader.library.rebuilding import KnownSource, rebuild
from reader.state.records import EPOCH
from reader.workspace.sample import SAMPLE_ID
from reader.workspace.verdicts import is_removed, wants_repair

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.library.catalogue import Catalogue
    from reader.library.originals import Originals
    from reader.state.store import Store

_log = logging.getLogger(__name__)


def rebuild_catalogue(
    catalogue: Catalogue,
    originals: Originals,
    store: Store,
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """Put in again every work of which there is a copy or the file; what can't be had is logged.

    Nothing happens to works that are there, so that an interrupted rebuild goes on where it was. Raises
    CatalogueError where the catalogue can't take them.
    """
    for result in rebuild(catalogue, originals, _sources(store), progress=progress):
        if result.outcome == "failed":
            _log.warning("%s is not in the new catalogue: %s", result.path, result.detail)
    _put_orphans(catalogue, originals, store)
    note_missing(catalogue)


def _sources(store: Store) -> Iterator[KnownSource]:
    for work_id in sorted(store.ids()):
        state = store.work(work_id)
        if work_id == SAMPLE_ID or is_removed(state):
            continue
        for source in state.sources:
            added = source.added if source.added != EPOCH else None
            yield KnownSource(work_id, source.sha256, source.path or None, wants_repair(state), added)


def _put_orphans(catalogue: Catalogue, originals: Originals, store: Store) -> None:
    """Put in the originals whose works the state does not know: it was lost, or never written.

    One that is a superseded version of a work that is there, or of one that was removed, is passed over.
    """
    claimed = {source.sha256 for work_id in store.ids() for source in store.work(work_id).sources}
    for sha256 in originals.hashes():
        if sha256 in claimed:
            continue
        data = originals.load(sha256)
        try:
            if data is None:
                continue
            work, file_format = parse("", data)
            state = store.work(work.info.id)
            if catalogue.entry(state.id) or is_removed(state):
                continue
            catalogue.put(work, path=None, format=file_format, sha256=sha256, added=datetime.now(UTC))
        except UnreadableError as error:
            _log.warning("the original %s is not in the new catalogue: %s", sha256, error)
