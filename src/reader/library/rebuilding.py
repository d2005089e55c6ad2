"""Making the catalogue anew from the originals, and reading one work again in another way."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.formats.source import UnreadableError
from reader.library.file_rows import EPOCH
from reader.library.files.access import LARGEST, FileAccess, UnavailableError
from reader.library.files.candidates import locate
from reader.library.importing import Result, parse, supplemented

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reader.library.catalogue import Catalogue
    from reader.library.file_rows import KnownFile
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


def read_again(catalogue: Catalogue, originals: Originals, work_id: str, *, repair: bool) -> bool:
    """Read a work's file in use again, lost paragraph boundaries put back or not; False when it is gone.

    Raises CatalogueError and UnreadableError.
    """
    file = next((file for file in catalogue.files(work_id) if file.in_use), None)
    return file is not None and read_version(catalogue, originals, file, repair=repair)


def read_version(catalogue: Catalogue, originals: Originals, file: KnownFile, *, repair: bool) -> bool:
    """Put the text of a known file in use, whatever it is beside the one in use; False when it is gone.

    Raises CatalogueError and UnreadableError.
    """
    path = os.fsdecode(file.path) if file.path else None
    data = _bytes_of(originals, file.sha256, path)
    if data is None or hashlib.sha256(data).hexdigest() != file.sha256:
        return False
    work, file_format = parse(_name(path), data, repair=repair)
    catalogue.put(
        supplemented(replace(work, info=replace(work.info, id=file.work_id)), file.supplement),
        path=file.path,
        format=file_format,
        sha256=file.sha256,
        added=datetime.now(UTC),
        size=file.size,
        modified=file.modified,
        supplement=file.supplement,
        replace=True,
    )
    return True


def _put_again(catalogue: Catalogue, originals: Originals, source: KnownSource) -> Result:
    location = source.path or source.id
    data = _bytes_of(originals, source.sha256, source.path)
    if data is None:
        detail = "Neither the file nor a copy of it is there any more."
        return Result(location, "failed", source.id, detail=detail, sha256=source.sha256)
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        work, file_format = parse(_name(source.path), data, repair=source.repair)
        outcome = catalogue.put(
            replace(work, info=replace(work.info, id=source.id)),
            path=source.path,
            format=file_format,
            sha256=sha256,
            added=source.added or originals.kept_since(sha256) or datetime.now(UTC),
        )
    except UnreadableError as error:
        return Result(location, "failed", source.id, detail=str(error), sha256=sha256)
    return Result(location, outcome.change.value, outcome.id, work.info.title, sha256=sha256)


def _bytes_of(originals: Originals, sha256: str, path: str | None) -> bytes | None:
    """The original, else what is at the path now."""
    data = originals.load(sha256)
    candidate = locate(path) if data is None and path else None
    if candidate is None:
        return data
    try:
        with FileAccess(max(LARGEST, originals.limit)) as access:
            return access.read(candidate)
    except UnavailableError:
        return None


def _name(path: str | None) -> str:
    return path.rpartition("/")[2] if path else ""
