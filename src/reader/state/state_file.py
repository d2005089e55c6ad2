"""The state file as one process knows it: what is in it, whether it may be written, and its mending."""

from __future__ import annotations

import contextlib
import errno
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.state import backups, files, soundness
from reader.state.merge import merge_work
from reader.state.sections import (
    FORMAT,
    NotStateError,
    Sections,
    put_together,
    salvage,
    take_apart,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

_CHECKED_AT_ONCE = 1 << 16
"""A file of no more bytes that is not known to be sound is parsed whole when it is read."""
_HALF_WRITTEN = 0.1
"""Seconds before a broken file is looked at once more: an editor may be in the middle of writing it."""
_LASTING = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR)
"""Errors in writing that will come again."""


class StateFile:
    """The file, its text in sections, and what is wrong with it. It changes, and is not safe for threads."""

    def __init__(self, path: Path, now: Callable[[], datetime], local: Path | None = None) -> None:
        """`local` is a folder for what only this machine needs beside the file, which others may have too."""
        self.path = path
        self.place = (local or path.parent) / path.name
        """What backups and the checksum are named after."""
        self._is_shared = self.place != path
        self.sections = Sections()
        self.refusal: str | None = None
        self._now = now
        self._mended: str | None = None
        self.stamp: files.Stamp | None = None
        """Of the version that is known here."""
        self._checksum = b""
        self._swept = False

    @property
    def notice(self) -> str | None:
        """What the reader must be told; None while all is well."""
        return self._mended or self.refusal

    @property
    def real(self) -> Path:
        """The file itself where `path` is a symbolic link; the lock is beside it."""
        return Path(self.path.resolve()) if self.path.is_symlink() else self.path

    @property
    def changed_on_disk(self) -> bool:
        """Whether there is another version of it than the one known. A file that vanished is no version."""
        stamp = files.stamp(self.real)
        return stamp is not None and stamp != self.stamp

    def read(self) -> None:
        """Read it anew. Raises NotStateError, and what was known before stays."""
        self.refusal = files.refusal(self.real, may_be_made=not self._is_shared)
        try:
            there = files.read(self.real)
        except OSError as error:
            self.refusal = self.refusal or f"{self.path} can't be read: {error.strerror or error}"
            return
        if there is None:
            return
        data, stamp = there
        checksum = soundness.checksum([data])
        sections = self._sound_sections(data, soundness.noted(self.place, checksum))
        self.sections, self.stamp, self._checksum = sections, stamp, checksum
        if sections.top.setdefault("format", FORMAT) != FORMAT:
            version = sections.top["format"]
            self.refusal = f"{self.path} is of format {version}, which needs another version of Reader"

    def _sound_sections(self, data: bytes, sound: bool) -> Sections:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise NotStateError(f"not UTF-8 at byte {error.start}") from error
        if not text.strip() and backups.newest_good(self.place):
            raise NotStateError("it is empty")
        sections = take_apart(text, own=sound)
        if len(data) <= _CHECKED_AT_ONCE:
            sections.check()
        elif sections.unchecked:
            sections.record(next(reversed(sections.works)))  # where a file that was cut short is broken
        return sections

    def make_folder(self) -> None:
        """Make the folder for it, unless others share it: see `files.refusal`. Raises OSError."""
        if not self._is_shared:
            self.real.parent.mkdir(parents=True, exist_ok=True)
        elif not self.real.parent.exists():
            raise FileNotFoundError(errno.ENOENT, f"there is no folder {self.real.parent}")

    def check(self) -> None:
        """Parse what was not parsed yet. Raises NotStateError."""
        if not self.sections.unchecked:
            return
        self.sections.check()
        if not self.refusal:
            soundness.note(self.place, self._checksum)

    def write(self, pieces: Sequence[bytes]) -> files.Stamp | None:
        """Put other content into the file and keep the present one as a backup. Only under the lock.

        Raises OSError.
        """
        real = self.real
        if not self._swept:
            files.sweep(real)
            self._swept = True
        stamp = files.write(real, pieces, lambda: backups.keep(real, self.place, self._now()))
        soundness.note(self.place, soundness.checksum(pieces))
        return stamp

    def settle(self, sections: Sections, stamp: files.Stamp | None) -> None:
        """Know what was written as what is there."""
        self.sections, self.stamp = sections, stamp

    def mend_unless_whole(self, why: str) -> None:
        """Mend the file, unless it is whole by now or another process mended it. As `mend`."""
        time.sleep(_HALF_WRITTEN)
        try:
            self.read()
            self.check()
        except NotStateError:
            self.mend(why)

    def mend(self, why: str) -> None:
        """Set a broken file aside and go on with the newest good backup, and what is readable in both.

        Only under the lock. Raises OSError, and nothing is lost then.
        """
        real = self.real
        aside = backups.set_aside(real, self._now())
        sections, backup = self._recovered(real)
        pieces = list(sections.pieces())
        stamp = files.write(real, pieces)
        soundness.note(self.place, soundness.checksum(pieces))
        self.settle(sections, stamp)
        self._mended = f"{self.path} can't be read ({why}). It is kept as {aside.name}; {backup}"

    def do_without(self, why: str) -> None:
        """Go on in memory with the newest good backup where nothing can be mended."""
        self.sections, backup = self._recovered(self.real)
        self.stamp = files.stamp(self.real)
        self.refusal = self.refusal or f"{self.path} can't be set aside"
        self._mended = f"{self.path} can't be read ({why}); {backup} Nothing can be written: {self.refusal}"

    def _recovered(self, real: Path) -> tuple[Sections, str]:
        """What can be known of the state, and a sentence that says where from."""
        good = backups.newest_good(self.place)
        base = take_apart(good[1]) if good else Sections()
        base.check()
        works = {work_id: base.record(work_id) for work_id in base.works}
        broken = ""
        with contextlib.suppress(OSError):
            broken = real.read_bytes().decode("utf-8", "surrogateescape")
        for text in (self.sections.text(), broken):
            for work_id, work in salvage(text).items():
                merged = merge_work(works.get(work_id, work), work)
                works[work_id] = replace(merged, title=work.title)  # it has no stamp, but the later text
        sentence = f"the backup {good[0].name} is in use." if good else "there is no backup that can be read."
        return put_together(works.values(), base.top), sentence

    def note_failure(self, error: OSError) -> None:
        """Refuse further writing where an error in writing will come again."""
        if error.errno in _LASTING:
            self.refusal = f"{self.path} can't be written: {error.strerror}"
