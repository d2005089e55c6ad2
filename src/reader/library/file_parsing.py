"""From a file's bytes to the work the catalogue keeps: under its id, with what is known from beside it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from reader.formats.detect import read_work_and_format
from reader.formats.source import Source
from reader.library.packed_works import PackedWork, pack
from reader.library.packed_works import supplemented as packed_with

if TYPE_CHECKING:
    from reader.library.supplement import Supplement


class Parsed(NamedTuple):
    """What was in a file."""

    work: PackedWork
    format: str


def parse(name: str, data: bytes, *, repair: bool = True) -> Parsed:
    """The work in a file, and the name of its format. Raises UnreadableError."""
    work, file_format = read_work_and_format(Source(name, data, repair))
    return Parsed(pack(work), file_format)


def called(work: PackedWork, work_id: str) -> PackedWork:
    """The work under another id."""
    return work._replace(info=work.info._replace(id=work_id))


def supplemented(work: PackedWork, said: str | None) -> PackedWork:
    """The work with what is known from beside its file, which is given as the catalogue keeps it."""
    supplement = supplement_from(said)
    return packed_with(work, supplement) if supplement else work


def supplement_from(said: str | None) -> Supplement | None:
    """What the catalogue keeps of it; None for nothing, and for what a later Reader may have written."""
    if said is None:
        return None
    from reader.library.supplement import Supplement  # few files have any

    with suppress(ValueError):
        return Supplement.from_json(said)
    return None


def as_kept(supplement: Supplement | None) -> str | None:
    """A supplement as the catalogue keeps it."""
    return supplement.to_json() if supplement else None
