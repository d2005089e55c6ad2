"""Adding files to the catalogue: read and parsed ahead, stored in their order, a batch at a time."""

from __future__ import annotations

import os
from collections import deque
from contextlib import suppress
from itertools import groupby, takewhile
from operator import attrgetter
from time import monotonic
from typing import TYPE_CHECKING

from reader.library.file_parsing_pool import ParsingPool
from reader.library.files.access import LARGEST, FileAccess
from reader.library.files.twins import Twins
from reader.library.new_files import NewFiles
from reader.library.new_works import Identity, NewWorks
from reader.library.results import Result

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.library.catalogue import Catalogue
    from reader.library.files.candidates import Candidate
    from reader.library.new_files import Group
    from reader.library.originals import Originals

__all__ = ["NOTHING_KNOWN", "Identity", "Result", "import_files"]

NOTHING_KNOWN = Identity()
_BATCH = 0.2
"""Seconds that what is parsed may wait to be stored with others: a transaction has its price."""
_MOST_AHEAD = 64
"""Files, or such as are of one work, that are read ahead."""
_BYTES_AHEAD = 32_000_000


def import_files(
    catalogue: Catalogue,
    originals: Originals,
    files: Sequence[Candidate],
    *,
    identity: Identity = NOTHING_KNOWN,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    apart: bool = False,
) -> Iterator[Result]:
    """Add files, a result for each in their order; nothing that is wrong with one ends the others.

    Files that are said to be of one work are read together, and an anthology gives a result for each of its
    works. `progress` is called with how many are stored and how many there are, whenever one is begun and
    whenever some were stored. Once `cancelled`, what is parsed is stored, and the rest left. `apart`: parsing
    is left to other processes from the first file on, for somebody reads in this one.

    No lock is held while a file is read and parsed, and nothing is told before it is stored.
    """
    twins, ahead = Twins(files), _Ahead()
    with (
        FileAccess(max(LARGEST, originals.limit)) as access,
        ParsingPool(lambda: _size(files[ahead.begun :][:_MOST_AHEAD]), apart=apart) as parsers,
    ):
        reading = NewFiles(catalogue, originals, access, parsers, twins)
        storing = NewWorks(catalogue, originals, identity, reading, twins)
        try:
            for batch in ahead.batches(_begun(files, reading, ahead, progress, cancelled)):
                results = storing.put(batch)
                ahead.stored(batch)
                yield from results
                if progress:
                    progress(ahead.taken, len(files))
        finally:
            ahead.drop()
    if progress and not files:
        progress(0, 0)


def _begun(
    files: Sequence[Candidate],
    reading: NewFiles,
    ahead: _Ahead,
    progress: Callable[[int, int], None] | None,
    cancelled: Callable[[], bool] | None,
) -> Iterator[Group]:
    """Files that are being read, those of one work together."""
    for _, group in groupby(files, lambda file: file.same_as or file.location):
        if progress:
            progress(ahead.taken, len(files))
        if cancelled and cancelled():
            ahead.stopped = True
            return
        yield reading.begin(list(group))


def _size(files: Sequence[Candidate]) -> int:
    """About how many bytes can be parsed side by side; an archive that several are in counts once."""
    size = 0
    if len(files) < 2:
        return size
    for path in {file.path for file in files}:
        with suppress(OSError):  # reading it says why
            size += os.stat(path).st_size  # noqa: PTH116 -- plain strings keep names that are not UTF-8
    return size


class _Ahead:
    """What is read ahead and not stored yet, in its order. It changes: groups come and go."""

    def __init__(self) -> None:
        self._waiting: deque[Group] = deque()
        self._size = 0
        """Bytes held."""
        self._since = monotonic()
        self.taken = 0
        """Files that are stored."""
        self.stopped = False
        """Whether what is not parsed yet is to be left."""

    @property
    def begun(self) -> int:
        """Files that are stored, or read and waiting."""
        return self.taken + sum(group.files for group in self._waiting)

    def batches(self, begun: Iterable[Group]) -> Iterator[list[Group]]:
        """What is begun, in batches to be stored; the first of a batch may still have to be waited for."""
        for group in begun:
            if not self._waiting:
                self._since = monotonic()
            self._waiting.append(group)
            self._size += group.size
            if self._is_due:
                yield self._batch()
        while self._waiting and (self._waiting[0].is_ready or not self.stopped):
            yield self._batch()

    @property
    def _is_due(self) -> bool:
        if len(self._waiting) >= _MOST_AHEAD or self._size >= _BYTES_AHEAD:
            return True
        return monotonic() - self._since > _BATCH and self._waiting[0].is_ready

    def _batch(self) -> list[Group]:
        """The first, and those after it that are ready. They are held until they are stored."""
        first, *others = self._waiting
        self._since = monotonic()
        return [first, *takewhile(attrgetter("is_ready"), others)]

    def stored(self, batch: Iterable[Group]) -> None:
        """Note that a batch is done with."""
        for group in batch:
            self._waiting.popleft()
            group.drop()
            self._size -= group.size
            self.taken += group.files

    def drop(self) -> None:
        """Let go of what is left."""
        while self._waiting:
            self._waiting.popleft().drop()
