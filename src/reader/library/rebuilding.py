"""Making the catalogue anew from the originals, and from the files that are still there."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.formats.source import UnreadableError
from reader.library.file_parsing import called, parse
from reader.library.file_rows import EPOCH
from reader.library.reading_again import bytes_of, name_of
from reader.library.results import Result

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reader.library.catalogue import Catalogue
    from reader.library.originals import Originals


@dataclass(frozen=True, slots=True)
class KnownSource:
    """A file of a work as the state knows it."""

    id: str
    sha256: str
    path: str | None = None
    repair: bool = True
    added: datetime | None = None
    """When it was taken in."""


def rebuild(
    catalogue: Catalogue,
    originals: Originals,
    sources: Iterable[KnownSource],
    *,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Result]:
    """Put works in again under the ids the state knows them by, from their originals or their own files.

    They are put in in the order in which they came, so that the same of them gives the text. What the
    catalogue has is passed over. Where there is no original, the file is taken as it is now. Raises
    CatalogueError, and what was put in stays.
    """
    wanted = sorted(sources, key=lambda source: source.added or EPOCH)
    for done, source in enumerate(wanted):
        if progress:
            progress(done, len(wanted))
        if catalogue.by_sha256(source.sha256) is None:
            yield _put_again(catalogue, originals, source)
    if progress:
        progress(len(wanted), len(wanted))


def _put_again(catalogue: Catalogue, originals: Originals, source: KnownSource) -> Result:
    location = source.path or source.id
    data = bytes_of(originals, source.sha256, source.path)
    if data is None:
        detail = "Neither the file nor a copy of it is there any more."
        return Result(location, "failed", source.id, detail=detail, sha256=source.sha256)
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        work, file_format = parse(name_of(source.path), data, repair=source.repair)
        outcome = catalogue.put(
            called(work, source.id),
            path=source.path,
            format=file_format,
            sha256=sha256,
            added=source.added or originals.kept_since(sha256) or datetime.now(UTC),
        )
    except UnreadableError as error:
        return Result(location, "failed", source.id, detail=str(error), sha256=sha256)
    return Result(location, outcome.change.value, outcome.id, work.info.title, sha256=sha256)
