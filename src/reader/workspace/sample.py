"""The sample work that comes with Reader, so that an empty library is no empty room."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.workspace.verdicts import is_begun, is_removed

if TYPE_CHECKING:
    from reader.library.catalogue import Catalogue
    from reader.state.records import WorkState

SAMPLE_ID = "reader:sample"
_NAME = "the-salt-road.html"


def sample_file() -> bytes:
    """The sample as it comes with Reader."""
    from importlib.resources import files

    return (files("reader") / "samples" / _NAME).read_bytes()


def put_sample(catalogue: Catalogue, state: WorkState) -> None:
    """Put the sample in, bring it up to date or take it out; `state` is what the reader made of it.

    It is there while the library holds nothing else or the reader has begun it, and gone for good once the
    reader took it out.
    """
    there = catalogue.entry(SAMPLE_ID)
    alone = catalogue.count() == (1 if there else 0)
    if is_removed(state) or not (alone or is_begun(state)):
        if there:
            catalogue.remove(SAMPLE_ID)
        return
    import hashlib

    data = sample_file()
    sha256 = hashlib.sha256(data).hexdigest()
    if there is None or there.sha256 != sha256:
        _put(catalogue, data, sha256)


def _put(catalogue: Catalogue, data: bytes, sha256: str) -> None:
    from reader.library.file_parsing import called, parse

    work, file_format = parse(_NAME, data)
    catalogue.put(
        called(work, SAMPLE_ID),
        path=None,
        format=file_format,
        sha256=sha256,
        added=datetime.now(UTC),
        replace=True,
    )
