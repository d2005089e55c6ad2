"""From a file's bytes to the work the catalogue keeps: under its id, with what is known from beside it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.formats.detect import read_work_and_format
from reader.formats.source import Source

if TYPE_CHECKING:
    from reader.library.supplement import Supplement
    from reader.work.model import Work


def parse(name: str, data: bytes, *, repair: bool = True) -> tuple[Work, str]:
    """The work in a file, and the name of its format. Raises UnreadableError."""
    return read_work_and_format(Source(name, data, repair))


def called(work: Work, work_id: str) -> Work:
    """The work under another id."""
    return replace(work, info=replace(work.info, id=work_id))


def supplemented(work: Work, said: str | None) -> Work:
    """The work with what is known from beside its file, which is given as the catalogue keeps it."""
    supplement = supplement_from(said)
    return supplement.in_work(work) if supplement else work


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
