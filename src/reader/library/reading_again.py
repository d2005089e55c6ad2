"""Reading a known file again: in another way, in place of another, or with what is newly known besides."""

from __future__ import annotations

import hashlib
import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.library.file_parsing import called, parse, supplemented
from reader.library.files.access import LARGEST, FileAccess, UnavailableError
from reader.library.files.candidates import locate

if TYPE_CHECKING:
    from reader.library.catalogue import Catalogue
    from reader.library.file_rows import KnownFile
    from reader.library.originals import Originals
    from reader.library.outcomes import Outcome


def read_again(catalogue: Catalogue, originals: Originals, work_id: str, *, repair: bool) -> bool:
    """Read a work's file in use again, lost paragraph boundaries put back or not; False when it is gone.

    Raises CatalogueError and UnreadableError.
    """
    file = next((file for file in catalogue.files(work_id) if file.in_use), None)
    return file is not None and read_version(catalogue, originals, file, repair=repair) is not None


def read_version(
    catalogue: Catalogue, originals: Originals, file: KnownFile, *, repair: bool, replace: bool = True
) -> Outcome | None:
    """Put the text of a known file in use, whatever it is beside the one in use; None when it is gone.

    Without `replace` a file that is in use gives but the facts, where what is known from beside it is new.
    Raises CatalogueError and UnreadableError.
    """
    path = os.fsdecode(file.path) if file.path else None
    data = bytes_of(originals, file.sha256, path)
    if data is None or hashlib.sha256(data).hexdigest() != file.sha256:
        return None
    work, file_format = parse(name_of(path), data, repair=repair)
    return catalogue.put(
        supplemented(called(work, file.work_id), file.supplement),
        path=file.path,
        format=file_format,
        sha256=file.sha256,
        added=datetime.now(UTC),
        size=file.size,
        modified=file.modified,
        supplement=file.supplement,
        replace=replace,
    )


def bytes_of(originals: Originals, sha256: str, path: str | None) -> bytes | None:
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


def name_of(path: str | None) -> str:
    """What a file is called; empty for one that is only kept."""
    return path.rpartition("/")[2] if path else ""
