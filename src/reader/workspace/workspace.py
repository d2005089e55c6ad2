"""One data directory with all that is in it, kept in step."""

from __future__ import annotations

import os
import threading
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reader.folders import with_state_in
from reader.library.catalogue import Catalogue, CatalogueError
from reader.settings import SettingsError, read_settings, save_setting
from reader.workspace.catching_up import bring_into_step, merge_what_is_beside, mirror_state
from reader.workspace.errors import NoSuchWorkError, WorkspaceError
from reader.workspace.mirror_stamp import mirrored_place, stamp_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reader.folders import Folders
    from reader.library.entries import Entry
    from reader.library.importing import Result
    from reader.library.originals import Originals
    from reader.state.export import Mark
    from reader.work.locator import Locator
    from reader.work.model import WorkInfo
    from reader.workspace.versions import VersionInfo
    from reader.workspace.watched_store import WatchedStore


class Workspace:
    """Catalogue, state, originals and settings of one data directory. It changes all of them.

    Everything is opened when it is first needed. The state is always written before the catalogue follows
    it; where the two differ, the state is right. To be used from the thread that made it, except `save`,
    `add` and `update`, which may run on any thread and then use a connection of their own. Raises
    WorkspaceError where the directory can't be used, and CatalogueError, StateError from below.
    """

    def __init__(self, folders: Folders, *, on_rebuild: Callable[[int, int], None] | None = None) -> None:
        self.settings, self.warnings = read_settings(folders.settings)
        """Warnings: a line for each thing that is wrong with the settings file."""
        self.folders = with_state_in(folders, self.settings.state_folder)
        self.on_rebuild = on_rebuild
        self._thread = threading.get_ident()
        self._saving = threading.Lock()
        self._opening = threading.Lock()
        self._catalogue: Catalogue | None = None
        self._store: WatchedStore | None = None

    def close(self) -> None:
        """Let the catalogue go. What was not saved is lost."""
        if self._catalogue is not None:
            self._catalogue.close()
            self._catalogue = None

    # -- What is in it ----------------------------------------------------------------------------------

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue, made anew if it was gone and in step with the state when it is first asked for."""
        return self._catalogue or self._open(sample=True)

    def _open(self, *, sample: bool) -> Catalogue:
        """Open the catalogue; without the sample where whoever asks sees to it when something else is in."""
        self._catalogue = catalogue = self._connect()
        with suppress(CatalogueError):  # it can only be read: as it is it is better than nothing
            merge_what_is_beside(self)
            bring_into_step(self, catalogue, sample=sample)
        if catalogue.mirror.stamp is None:
            self.warnings.append("not every work could be put into the new catalogue; the next start goes on")
        return catalogue

    @property
    def store(self) -> WatchedStore:
        """The state."""
        with self._opening:
            if self._store is None:  # and it never is before the first page, which does without what reads it
                from reader.workspace.watched_store import watched_store

                self._make_folder()
                self._store = watched_store(self.folders)
            return self._store

    @property
    def state_is_read(self) -> bool:
        """Whether anything has asked for the state yet."""
        return self._store is not None

    @property
    def originals(self) -> Originals:
        """The files kept."""
        from reader.library.originals import Originals  # reading goes on without it

        return Originals(
            self.folders.originals,
            keeping=self.settings.keep_originals,
            limit=self.settings.largest_original_mb * 1_000_000,
        )

    @property
    def notice(self) -> str | None:
        """What the reader must be told at the start: of the state, else of the settings."""
        return self.store.notice or next(iter(self.warnings), None)

    @property
    def notices(self) -> list[str]:
        """What came to light so far of settings and state, a line each."""
        of_state = self._store and self._store.notice
        return [*self.warnings, *([of_state] if of_state else [])]

    def _make_folder(self) -> None:
        try:
            self.folders.data.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = "something else is there" if isinstance(error, FileExistsError) else error.strerror
            raise WorkspaceError(f"the data directory {self.folders.data} can't be made: {reason}") from error

    def _connect(self) -> Catalogue:
        self._make_folder()
        return Catalogue.open(self.folders.catalogue)

    @contextmanager
    def own_catalogue(self, *, sample: bool = True) -> Iterator[Catalogue]:
        """The catalogue for the thread that asks; `sample` as in `_open`."""
        if threading.get_ident() == self._thread:
            yield self._catalogue or self._open(sample=sample)
            return
        with closing(self._connect()) as catalogue:
            yield catalogue

    # -- In step ----------------------------------------------------------------------------------------

    def merge(self, file: Path) -> int:
        """Merge another machine's state file into this one; the number of works that changed by it."""
        from reader.workspace.merging import read_state

        changed = self.store.take_in(read_state(file))
        self.save()
        mirror_state(self, self.catalogue)
        return changed

    def save(self) -> bool:
        """Write the state, then what follows from it into the catalogue; whether there was anything to write.

        Raises StateError, and nothing when it is the catalogue that can't follow: it does at the next start.
        """
        from reader.workspace.mirroring import mirror_changed  # as in `store`

        with self._saving:
            before = stamp_of(self.folders.state)
            wrote = self.store.save()
            changed = self.store.take_changed()
            if changed:
                with suppress(CatalogueError), self.own_catalogue() as catalogue:
                    mirror_changed(catalogue, changed, self.store.work, self.folders.state, before)
        return wrote

    # -- Works ------------------------------------------------------------------------------------------

    def entry(self, work_id: str) -> Entry | None:
        """What lists show of one work."""
        return self.catalogue.entry(work_id)

    def work_info(self, work_id: str) -> WorkInfo:
        """Everything known of a work but its text. Raises NoSuchWorkError."""
        entry = self.entry(work_id)
        if entry is None:
            raise NoSuchWorkError(work_id)
        return entry.info

    def find(self, words: str) -> Entry:
        """The one work that an id, the beginning of one, or words of a title name. Raises NoSuchWorkError."""
        found = self.catalogue.resolve(words)
        if len(found) != 1:
            raise NoSuchWorkError(words, found)
        return found[0]

    def resume_target(self) -> str | None:
        """The work that was read last and is there, None when none was begun."""
        return self.catalogue.last_read_id()

    def place(self, work_id: str) -> Locator | None:
        """Where the reader is in a work, None when it was not begun.

        For the work read last the state need not be read, as long as the catalogue is in step with it.
        """
        if self._store is None and (place := mirrored_place(self.catalogue, self.folders.state, work_id)):
            return place
        position = self.store.work(work_id).position
        return position.locator if position else None

    def bookmarks(self, work_id: str | None = None) -> list[Mark]:
        """The bookmarks of one work or of all by title, each work's in the order of its text.

        Those of works that are not in the library are among them.
        """
        from reader.workspace.bookmarks import marks_of

        ids = [work_id] if work_id else self.store.ids()
        return marks_of(map(self.store.work, ids), self.entry)

    # -- Taking in and out ------------------------------------------------------------------------------

    def add(
        self,
        paths: Iterable[str | Path],
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        *,
        apart: bool = False,
    ) -> Iterator[Result]:
        """Take in files, folders and archives, one result for each file; nothing happens until iterated.

        A work that was removed comes back only when its file itself is named. Folders that held works are
        known from then on. For `progress`, `cancelled` and `apart` see `import_files`.
        """
        from reader.workspace.adding import add  # as in `store`

        given = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100  # pathlib keeps ".."
        with self.own_catalogue(sample=False) as catalogue:
            yield from add(self, catalogue, given, progress, cancelled, apart=apart)

    def update(
        self,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        *,
        apart: bool = False,
    ) -> Iterator[Result]:
        """Look again at the known folders and at every file of the library; what is gone is told too."""
        from reader.workspace.adding import look_again

        yield from look_again(self, progress, cancelled, apart=apart)

    def remove(self, work_id: str) -> None:
        """Take a work out of the library; what the reader made of it stays in the state."""
        from reader.workspace.removing import remove_works  # as in `store`

        remove_works(self, [self.work_info(work_id)])

    def set_repair(self, work_id: str, repair: bool) -> bool:
        """Put lost paragraph boundaries of a work back, or leave its text as it came.

        False when neither its file nor a copy can be read again. Raises UnreadableError when it is no work.
        """
        from reader.library.reading_again import read_again  # as in `store`
        from reader.workspace.decisions import decide_repair

        decide_repair(self.store, work_id, repair)
        self.save()
        return read_again(self.catalogue, self.originals, work_id, repair=repair)

    # -- Versions ---------------------------------------------------------------------------------------

    def versions(self, work_id: str) -> tuple[VersionInfo, ...]:
        """The files a work came in, the one in use first, then the newest."""
        from reader.workspace.versions import versions_of  # as in `store`

        return versions_of(self.catalogue, self.originals, work_id)

    def choose_version(self, work_id: str, sha256: str | None) -> None:
        """Read the text of this version from now on, for None of the best; a place of it stays the choice.

        Raises WorkspaceError where it can't be had, UnreadableError where it is no work any longer.
        """
        from reader.workspace.versions import choose

        choose(self.catalogue, self.originals, self.store, work_id, sha256)
        self.save()

    def let_go(self, work_id: str, sha256: str) -> None:
        """Let a superseded version go for good. Raises WorkspaceError where it is not superseded."""
        from reader.workspace.versions import let_go

        let_go(self.catalogue, self.originals, self.store, work_id, sha256)
        self.save()

    def mark_seen(self, work_id: str) -> None:
        """Take no chapter of a work for a new one any longer."""
        from reader.workspace.decisions import decide_seen  # as in `store`

        decide_seen(self.store, work_id)
        self.save()

    # -- Settings ---------------------------------------------------------------------------------------

    def remember_setting(self, key: str, value: str | bool | int | list[str]) -> None:
        """Change a setting, here and in the file; where that can't be written, a warning is left."""
        known = tuple(value) if isinstance(value, list) else value
        self.settings = self.settings._replace(**{key: known})  # type: ignore[arg-type]  # checked by save_setting
        try:
            save_setting(self.folders.settings, key, value)
        except SettingsError as error:
            self.warnings.append(str(error))
