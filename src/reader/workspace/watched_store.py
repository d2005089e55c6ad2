"""The state of a data directory, which works in it changed, and what the reader is to hear of that."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from zlib import crc32

from reader.state import files
from reader.state.conflict_copies import copies_beside
from reader.state.devices import device_name
from reader.state.sections import resolve
from reader.state.store import Store
from reader.workspace.merging import merge_copies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from reader.folders import Folders
    from reader.state.records import State, WorkState
    from reader.state.state_file import StateFile


def watched_store(folders: Folders) -> WatchedStore:
    """The state in these folders, with what other machines left beside it."""
    data = folders.data
    store = WatchedStore(folders.state.parent, device=device_name(data), local=data)
    if copies := copies_beside(folders.state, data):
        merge_copies(store, copies)
    return store


class WatchedStore(Store):
    """A store that also remembers which works changed since somebody asked, here or in the file."""

    def __init__(self, folder: Path, *, device: str, local: Path | None = None) -> None:
        super().__init__(folder, device=device, local=local)
        self.remarks: list[str] = []
        """What happened that the reader is to be told once, a line each."""
        self._untold: set[str] = set()
        self._known: Mapping[str, str] | None = None
        self._tried: dict[Path, files.Stamp] = {}

    @property
    def file(self) -> StateFile:
        """The file, for its backups."""
        return self._file

    @property
    def stamp(self) -> files.Stamp | None:
        """The stamp of the file as it is known here."""
        return self._file.stamp

    def change(self, id: str, fn: Callable[[WorkState], WorkState]) -> WorkState:  # noqa: A002  # as in Store
        """Change one work's state in memory."""
        changed = super().change(id, fn)
        self._untold.add(changed.id)
        return changed

    def take_in(self, state: State) -> int:
        """Merge another machine's state into this one, in memory; the number of works that changed by it."""
        changed = super().take_in(state)
        self._untold |= {self.work(work_id).id for work_id in state.works}
        return changed

    def _take_in_file(self) -> None:
        super()._take_in_file()
        works = self._file.sections.works
        if self._known is not None:
            before = self._known
            self._untold |= {key for key in {**before, **works} if before.get(key) != works.get(key)}
        self._known = works

    def sums(self, ids: Iterable[str]) -> dict[str, int | None]:
        """For each work a checksum of all that the file says of it; None while more is known than it says."""
        return self._look(lambda: self._sums(ids))

    def _sums(self, ids: Iterable[str]) -> dict[str, int | None]:
        works = self._file.sections.works
        former: defaultdict[str, list[str]] = defaultdict(list)
        for alias in self._aliases:
            former[resolve(self._aliases, alias)].append(works.get(alias, ""))
        texts = {work_id: "".join((works.get(work_id, ""), *former[work_id])).encode() for work_id in ids}
        unsaved = {*self._changed, *self._aliases}
        return {
            work_id: None if work_id in unsaved else len(text) << 32 | crc32(text)
            for work_id, text in texts.items()
        }

    def take_changed(self) -> set[str]:
        """The works changed since this was last asked."""
        untold, self._untold = self._untold, set()
        return untold

    def take_remarks(self) -> list[str]:
        """What is to be told, which is forgotten by that."""
        remarks, self.remarks = self.remarks, []
        return remarks

    def is_new(self, copy: Path) -> bool:
        """Whether this file is there, and as it is now asked about for the first time."""
        stamp = files.stamp(copy)
        if stamp is None or self._tried.get(copy) == stamp:
            return False
        self._tried[copy] = stamp
        return True
