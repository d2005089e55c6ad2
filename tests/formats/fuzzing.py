"""Cases of broken files, made again by number: `python -m tests.formats.fuzzing KIND NUMBER FILE`."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tests.formats.every_format import REMADE, SAMPLES, made
from tests.formats.mutations import mutated
from tests.formats.work_laws import hold
from tests.formats.zip_mutations import mutated_archive, unpacked

from reader.formats.archive import Archive
from reader.formats.detect import read_work_and_format
from reader.formats.epub.anthology import part, parts
from reader.formats.source import Source, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDS = 20
"""That one case may take: ten thousand times what it should."""
_ZIP = b"PK\x03\x04"


class OverdueError(BaseException):
    """A case did not end. Not an Exception, which a format might take for the file's fault."""


def case(kind: str, number: int) -> Source:
    """The broken file of that number."""
    random = Random(f"{kind} {number}")
    at = number % len(SAMPLES[kind])
    data = made(kind, at)
    others = [made(other, 0) for other in SAMPLES if other != kind][number % 3 :: 3]
    inside = REMADE.get(kind)
    if inside and random.random() < 0.6:
        broken = inside(lambda text: mutated(text.encode(), others, random).decode("utf-8", "replace"))
    elif data.startswith(_ZIP):
        broken = mutated_archive(data, [text for other in others for text in _packed_in(other)], random)
    else:
        broken = mutated(data, others, random)
    return Source(SAMPLES[kind][at].name, broken)


def try_case(kind: str, number: int) -> bool:
    """Read one case; whether there was a work in it. Fails with what makes it again."""
    source = case(kind, number)
    try:
        with _in_time():
            return _read(source)
    except BaseException as error:
        error.add_note(f"Repeat it: python -m tests.formats.fuzzing {kind!r} {number} /tmp/broken")
        raise


@cache
def _packed_in(data: bytes) -> list[bytes]:
    return [text for _, text in unpacked(data)] if data.startswith(_ZIP) else []


def _read(source: Source) -> bool:
    with suppress(UnreadableError):
        archive = Archive(source.data)  # which all other formats refuse
        for name in parts(archive):
            with suppress(UnreadableError):
                hold(read_work_and_format(Source(name, part(archive, name)))[0])
    try:
        work, _ = read_work_and_format(source)
    except UnreadableError as error:
        refusal = str(error)
    else:
        refusal = ""
        hold(work)
    assert refusal.isprintable(), refusal
    return not refusal


@contextmanager
def _in_time() -> Iterator[None]:
    def overdue(*_: object) -> None:
        raise OverdueError(f"It takes longer than {SECONDS} seconds.")

    before = signal.signal(signal.SIGALRM, overdue)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


if __name__ == "__main__":
    broken = case(sys.argv[1], int(sys.argv[2]))
    Path(sys.argv[3]).write_bytes(broken.data)
    print(f"{sys.argv[3]}: {len(broken.data)} bytes, called {broken.name}")
    try_case(sys.argv[1], int(sys.argv[2]))
