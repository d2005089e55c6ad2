"""The state file on disk: read with its stamp, written whole or not at all, under a lock."""

from __future__ import annotations

import contextlib
import os
import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

LOCK_SECONDS = 10.0
"""How long another process may hold the lock before saving gives up; a save takes milliseconds."""

Stamp = tuple[int, ...]
"""What tells one version of a file from another: device, inode, size, and the times of change."""


class LockedError(OSError):
    """Another process holds the lock and does not let go of it."""


def stamp(path: Path) -> Stamp | None:
    """The stamp of the file there now; None where there is none."""
    try:
        return _stamp_of(path.stat())
    except OSError:
        return None


def _stamp_of(stat: os.stat_result) -> Stamp:
    return stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns


def read(path: Path) -> tuple[bytes, Stamp] | None:
    """The file's bytes and stamp; None where there is no file. Raises OSError."""
    try:
        with path.open("rb") as file:
            return file.read(), _stamp_of(os.fstat(file.fileno()))
    except FileNotFoundError:
        return None


def refusal(path: Path, *, may_be_made: bool = True) -> str | None:
    """Why the file can't be written, as far as can be known beforehand; None when it can.

    `may_be_made` is whether its folder may be made. One that other machines share may be away for a while:
    what was written to another in its place would be lost when it comes back.
    """
    folder = path.parent
    if not may_be_made and not folder.exists():
        return f"there is no folder {folder}, where your settings say the state is"
    while not folder.exists():
        if folder.is_symlink() or folder == folder.parent:
            return f"there is no folder {folder}"
        folder = folder.parent
    if not folder.is_dir():
        return f"{folder} is not a folder"
    if not os.access(folder, os.W_OK | os.X_OK):
        return f"the folder {folder} can't be written to"
    return None


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock beside the file. Raises OSError, LockedError among them.

    Where the file system knows no locks there is none, and merging must do.
    """
    import filelock  # only saving needs it

    lock = filelock.FileLock(path.with_name(path.name + ".lock"), timeout=LOCK_SECONDS)
    try:
        lock.acquire()
    except filelock.Timeout as error:
        raise LockedError("another Reader is writing it and does not come to an end") from error
    except NotImplementedError:
        yield
        return
    try:
        yield
    finally:
        lock.release()


def write(
    path: Path, pieces: Iterable[bytes], before_replacing: Callable[[], None] | None = None
) -> Stamp | None:
    """Put the file there whole, with the permissions of the one before, and return its stamp.

    Whatever happens, a power cut included, either the old file or the new one is there; `before_replacing`
    is called when the new one is safely on disk and the old one about to go. Raises OSError.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        before = path.stat()
    except FileNotFoundError:
        before = None
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with open(descriptor, "wb", buffering=0) as file:  # noqa: PTH123 - a descriptor, not a path
            if before is not None:
                _take_ownership(descriptor, before)
            for piece in pieces:
                rest = memoryview(piece)
                while rest:
                    rest = rest[file.write(rest) or 0 :]
            os.fsync(descriptor)
        if before_replacing:
            before_replacing()
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(path.parent)
    return stamp(path)


def _take_ownership(descriptor: int, before: os.stat_result) -> None:
    os.fchmod(descriptor, before.st_mode & 0o7777)
    if (before.st_uid, before.st_gid) != (os.geteuid(), os.getegid()):
        with contextlib.suppress(OSError):  # only root may give files away
            os.fchown(descriptor, before.st_uid, before.st_gid)


def _sync_folder(folder: Path) -> None:
    """Have the folder's own entry on disk; some file systems can't, and the file is there all the same."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def sweep(path: Path) -> None:
    """Remove what writers that were killed left half written. Only under the lock."""
    for leftover in path.parent.glob(f".{path.name}.*.tmp"):
        with contextlib.suppress(OSError):
            leftover.unlink()


def link_or_copy(source: Path, target: Path) -> None:
    """Put `source` at `target` as well, in place of what is there. Raises OSError.

    `source` must be about to be replaced, not written to: both may be names of one file.
    """
    import shutil  # only saving needs it

    temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        try:
            temporary.hardlink_to(source)
        except OSError:
            shutil.copy2(source, temporary)
        temporary.replace(target)
    finally:
        with contextlib.suppress(OSError):  # still there only if something failed, or both were one file
            temporary.unlink()
