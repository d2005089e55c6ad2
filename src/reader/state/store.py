"""The store: what the reader made, read when asked for, changed in memory, saved so that nothing is lost."""

from __future__ import annotations

import contextlib
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from reader.state import files
from reader.state.document import section
from reader.state.errors import StateError
from reader.state.merge import carry_over, with_former
from reader.state.records import WorkState, in_milliseconds, utc_now
from reader.state.sections import NotStateError, Sections, add_aliases, resolve
from reader.state.stamping import stamped, without_old_deletions
from reader.state.state_file import StateFile
from reader.state.top_keys import TopKeys

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import datetime
    from pathlib import Path

    from reader.state.records import MeasuredPace, Shelf, State

_T = TypeVar("_T")


class Store:
    """The state of all works. It changes, and may be used by several threads.

    Other processes may change the file at any time: `save` and `refresh` take in what they did. Every change
    stays in memory until it was saved, through whatever errors.
    """

    def __init__(
        self, folder: Path, *, device: str, local: Path | None = None, now: Callable[[], datetime] = utc_now
    ) -> None:
        """`local` as in `StateFile`."""
        self.path = folder / "state.toml"
        self.device = device
        self._now = now
        self._file = StateFile(self.path, now, local)
        self._loaded = False
        self._aliases: dict[str, str] = {}
        self._stored: dict[str, WorkState] = {}
        self._bases: dict[str, WorkState] = {}
        self._changed: dict[str, WorkState] = {}
        self._top = TopKeys()
        # Held for moments only, by whoever looks at or changes what is above.
        self._lock = threading.RLock()
        # Held through a save; always taken before the file's lock and `_lock`.
        self._saving = threading.Lock()

    # -- Looking ----------------------------------------------------------------------------------------

    @property
    def notice(self) -> str | None:
        """What the reader must be told about the file; None while all is well."""
        return self._look(lambda: self._file.notice)

    @property
    def refusal(self) -> str | None:
        """Why nothing can be written; None while it can."""
        return self._look(lambda: self._file.refusal)

    @property
    def dirty(self) -> bool:
        """Whether something was changed and not saved."""
        return bool(self._changed) or self._top.dirty

    def work(self, id: str) -> WorkState:  # noqa: A002 - the word for it everywhere
        """What is known of a work, by any id it ever had; an empty record where nothing is."""
        return self._look(lambda: self._work(id))

    def ids(self) -> Collection[str]:
        """The ids of all works that something is known of, in the order of the file."""
        return self._look(
            lambda: [key for key in self._file.sections.works | self._changed if key not in self._aliases]
        )

    @property
    def pace(self) -> MeasuredPace:
        """How fast the reader reads, over all works."""
        return self._look(lambda: self._top.pace.value(self._file.sections.top))

    @property
    def shelves(self) -> tuple[Shelf, ...]:
        """The saved searches that were not deleted, by name."""
        return self._look(lambda: self._top.live_shelves(self._file.sections.top))

    def _look(self, look: Callable[[], _T]) -> _T:
        try:
            with self._lock:
                self._load()
                return look()
        except NotStateError as error:
            self._mend(str(error))
        with self._lock:
            return look()

    def _load(self) -> None:
        if not self._loaded:
            self._file.read()
            self._take_in_file()
            self._loaded = True

    def _take_in_file(self) -> None:
        """Put what was changed here on top of a newly read file. Raises NotStateError, and all is kept."""
        self._aliases = self._file.sections.aliases()
        self._stored.clear()
        for work in self._changed.values():
            add_aliases(self._aliases, work)
        changed: dict[str, WorkState] = {}
        bases: dict[str, WorkState] = {}
        for work_id, work in self._changed.items():
            now_id = resolve(self._aliases, work_id)
            bases[now_id] = self._stored_work(now_id)
            base, mine = (replace(record, id=now_id) for record in (self._bases[work_id], work))
            changed[now_id] = carry_over(base, mine, changed.get(now_id, bases[now_id]))
        self._changed, self._bases = changed, bases
        self._top.carry_over(self._file.sections.top)

    def _work(self, work_id: str) -> WorkState:
        work_id = resolve(self._aliases, work_id)
        return self._changed.get(work_id) or self._stored_work(work_id)

    def _stored_work(self, work_id: str) -> WorkState:
        """What the file says of a work, with what it says under former ids of it."""
        if work_id not in self._stored:
            work = self._file.sections.record(work_id)
            for alias in [alias for alias in self._aliases if alias in self._file.sections.works]:
                if resolve(self._aliases, alias) == work_id:
                    former = self._file.sections.record(alias)
                    work = with_former(work, former)
            self._stored[work_id] = work
        return self._stored[work_id]

    # -- Changing ---------------------------------------------------------------------------------------

    def change(self, id: str, fn: Callable[[WorkState], WorkState]) -> WorkState:  # noqa: A002 - as in `work`
        """Change what is known of a work, in memory, and return it as it is then.

        `fn` must not call the store. Stamps are made later than what they replace, and what is left out of
        tags and bookmarks is kept as deleted. A former id added to `aliases` brings along all that was known
        under it.
        """

        def change() -> WorkState:
            old = self._work(id)
            new = fn(old)
            if new == old:
                return old
            return self._put(old, stamped(old, replace(new, id=old.id), in_milliseconds(self._now())))

        return self._look(change)

    def change_pace(self, fn: Callable[[MeasuredPace], MeasuredPace]) -> None:
        """Change the pace, in memory; `fn` must not call the store."""
        self._look(lambda: self._top.change_pace(self._file.sections.top, fn))

    def change_shelves(self, fn: Callable[[tuple[Shelf, ...]], tuple[Shelf, ...]]) -> None:
        """Change the saved searches, in memory; stamps are made, and what is left out is kept as deleted.

        `fn` is given those deleted as well, and must not call the store.
        """
        now = in_milliseconds(self._now())
        self._look(lambda: self._top.change_shelves(self._file.sections.top, fn, now))

    def take_in(self, state: State) -> int:
        """Merge another machine's state into this one, in memory; the number of works that changed by it."""

        def take_in() -> int:
            changed = 0
            for other in state.works.values():
                old = self._work(other.id)
                new = with_former(old, other)
                if new != old:
                    self._put(old, new)
                    changed += 1
            self._top.take_in(self._file.sections.top, state.extra)
            return changed

        return self._look(take_in)

    def _put(self, old: WorkState, new: WorkState) -> WorkState:
        for alias in new.aliases:
            if alias not in old.aliases and resolve(self._aliases, alias) == alias != new.id:
                former = self._work(alias)
                new = with_former(new, former)
                self._changed.pop(alias, None)
                self._bases.pop(alias, None)
        self._bases.setdefault(new.id, self._stored_work(new.id))
        self._changed[new.id] = new
        add_aliases(self._aliases, new)
        return new

    # -- The file ---------------------------------------------------------------------------------------

    @property
    def is_overtaken(self) -> bool:
        """Whether another window, machine or hand has written the file; not known while this one does."""
        return self._loaded and not self._saving.locked() and self._file.changed_on_disk

    def refresh(self) -> bool:
        """Take in the file if another window, machine or hand changed it; True if it did."""

        def refresh() -> bool:
            if not self.is_overtaken:
                return False
            before = self._file.sections
            self._file.read()
            self._take_in_file()
            return (before.top, before.works) != (self._file.sections.top, self._file.sections.works)

        notice = self.notice
        return self._look(refresh) or self.notice != notice

    def save(self) -> bool:
        """Write what was changed, together with what others wrote meanwhile; False if there was nothing to.

        Raises StateError; the file is as it was then, and the changes wait for the next save.
        """
        with self._saving:
            if not self.dirty:
                return False
            try:
                if not self._file.refusal:
                    self._file.make_folder()
                    with files.locked(self._file.real):
                        self._save_under_lock()
            except OSError as error:
                self._file.note_failure(error)
                raise StateError(f"{self.path} could not be saved: {error.strerror or error}") from error
            if self._file.refusal:
                raise StateError(self._file.refusal)
            return True

    def _save_under_lock(self) -> None:
        with contextlib.suppress(NotStateError):  # it is met again, and mended, in a moment
            with self._lock:
                self._take_in_newer()
            self._file.check()  # nobody waits for that: what others wrote is parsed whole, which takes long
        with self._lock:
            self._take_in_or_mend()
            if self._file.refusal:
                return
            written = dict(self._changed)
            sections = self._composed(written)
        stamp = self._file.write(list(sections.pieces()))
        with self._lock:
            self._file.settle(sections, stamp)
            self._top.saved(sections.top)
            for work_id, work in written.items():
                self._stored[work_id] = work
                if self._changed.get(work_id) == work:
                    del self._changed[work_id], self._bases[work_id]
                elif work_id in self._changed:
                    self._bases[work_id] = work

    def _take_in_or_mend(self) -> None:
        try:
            self._take_in_newer()
            self._file.check()
        except NotStateError as error:
            if not self._file.refusal:
                self._file.mend(str(error))
                self._take_in_file()

    def _take_in_newer(self) -> None:
        if self._file.changed_on_disk:
            self._file.read()
            self._take_in_file()

    def _composed(self, changed: dict[str, WorkState]) -> Sections:
        """The file with the changed works in it, and nothing any more under their former ids."""
        today = self._now()
        works = self._file.sections.works | {
            work_id: section(without_old_deletions(work, today)) for work_id, work in changed.items()
        }
        for alias in self._aliases:
            if resolve(self._aliases, alias) in changed:
                works.pop(alias, None)
        return Sections(self._top.written(self._file.sections.top), works)

    def _mend(self, why: str) -> None:
        """Set a broken file aside, unless another process did, and go on with what is left."""
        with self._saving:
            try:
                if self._file.refusal:
                    raise PermissionError(self._file.refusal)
                with files.locked(self._file.real), self._lock:
                    self._file.mend_unless_whole(why)
                    self._take_in_file()
            except OSError:
                with self._lock:
                    self._file.do_without(why)
                    self._take_in_file()
            self._loaded = True
