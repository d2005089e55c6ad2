"""Which files there are to add: in folders, in zip archives, and by name."""

from __future__ import annotations

import os
import stat
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

EXTENSIONS = frozenset(
    {".html", ".htm", ".xhtml", ".xht", ".txt", ".text", ".md", ".markdown", ".epub", ".fb2", ".fbz"}
)
"""What a work's file may end with, in a folder or archive. A file that is named is tried whatever it is."""
_ARCHIVE = ".zip"
_MOST_MEMBERS = 20_000
"""Files in one archive; more is no collection of works."""
_MOST_UNPACKED = 4_000_000_000
"""Bytes all files of an archive may have together: a few kilobytes can be made to unpack to a full disk."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file to try, or what there was instead of one."""

    path: str
    """Absolute, as `os.fsdecode` gives it; of the archive, where the file is in one."""
    member: str = ""
    """Its name in the archive."""
    named: bool = False
    """True when a person named this very file, not the folder or archive it is in."""
    problem: str = ""
    """Why there is nothing to try: "There is no such file." Empty for a file."""

    @property
    def location(self) -> str:
        """Where it is, in one string: "archive.zip/member" in an archive."""
        return f"{self.path}/{self.member}" if self.member else self.path

    @property
    def name(self) -> str:
        """The file's name without folders."""
        return PurePosixPath(self.member).name if self.member else os.path.basename(self.path)  # noqa: PTH119


def discover(paths: Iterable[str | bytes | Path]) -> list[Candidate]:
    """The files to try, in the order of `paths`, each folder's sorted by name and none twice.

    Folders are searched through and through, without what is hidden. A path that leads to nothing comes back
    as a candidate with a problem, in its place.
    """
    found: dict[str, Candidate] = {}
    for path in paths:
        for candidate in _discover(os.path.abspath(os.fsdecode(path))):  # noqa: PTH100 -- Path drops bytes
            found.setdefault(candidate.location, candidate)
    return list(found.values())


def _discover(path: str) -> Iterator[Candidate]:
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 -- plain strings keep names that are not UTF-8
    except OSError as error:
        yield Candidate(path, problem=reason(error))
        return
    if stat.S_ISDIR(mode):
        yield from _in_folder(path)
    elif not stat.S_ISREG(mode):
        yield Candidate(path, problem="It is no ordinary file.")
    elif path.lower().endswith(_ARCHIVE):
        yield from _in_archive(path)
    else:
        yield Candidate(path, named=True)


def _in_folder(folder: str) -> Iterator[Candidate]:
    found = False
    try:
        for path in _walk(folder, set()):
            for candidate in _in_archive(path) if path.lower().endswith(_ARCHIVE) else (Candidate(path),):
                found = True
                yield candidate
    except OSError as error:
        yield Candidate(folder, problem=reason(error))
        return
    if not found:
        yield Candidate(folder, problem="There are no works in this folder.")


def _walk(folder: str, seen: set[tuple[int, int]]) -> Iterator[str]:
    """Files by their endings. `seen`: folders by device and inode, so that links lead nowhere twice.

    Raises OSError for the folder itself; what is in it and can't be had is passed over.
    """
    status = os.stat(folder)  # noqa: PTH116 -- as above
    here = (status.st_dev, status.st_ino)
    if here in seen:
        return
    seen.add(here)
    with os.scandir(folder) as listed:
        entries = sorted(
            (item for item in listed if not item.name.startswith(".")), key=lambda item: item.name
        )
    for item in entries:
        with suppress(OSError):  # no permission, a link that leads in a circle, gone meanwhile
            if item.is_dir():
                yield from _walk(item.path, seen)
            elif _may_be_work(item.name, archives=True) and item.is_file():
                yield item.path


def _in_archive(path: str) -> Iterator[Candidate]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError):
        yield Candidate(path, named=True, problem="It is a damaged zip archive.")
        return
    except OSError as error:
        yield Candidate(path, named=True, problem=reason(error))
        return
    names = [member.filename for member in members]
    if len(names) > _MOST_MEMBERS:
        yield Candidate(path, problem=f"This archive holds more than {_MOST_MEMBERS:,} files.")
        return
    if sum(member.file_size for member in members) > _MOST_UNPACKED:
        yield Candidate(path, problem="Unpacked, this archive is too large to be a collection of works.")
        return
    if "mimetype" in names and "META-INF/container.xml" in names:  # an EPUB by another name
        yield Candidate(path, named=True)
        return
    works = sorted({name for name in names if _shown(name) and _may_be_work(name)})
    if not works:
        yield Candidate(path, problem="There are no works in this archive.")
    for name in works:
        yield Candidate(path, member=name)


def _shown(member: str) -> bool:
    parts = PurePosixPath(member).parts
    return not member.endswith("/") and not any(part.startswith((".", "__MACOSX")) for part in parts)


def _may_be_work(name: str, *, archives: bool = False) -> bool:
    ending = os.path.splitext(name)[1].lower()  # noqa: PTH122 -- as above
    return ending in EXTENSIONS or (archives and ending == _ARCHIVE)


def locate(location: str | bytes | Path) -> Candidate | None:
    """The candidate again whose location this is; None when its file, or its archive, is gone."""
    path, member = os.fsdecode(location), ""
    while path not in ("", os.sep):
        if os.path.isfile(path):  # noqa: PTH113 -- as above
            return Candidate(path, member, named=True)
        if os.path.isdir(path):  # noqa: PTH112 -- as above
            return None
        path, _, last = path.rpartition(os.sep)
        member = f"{last}/{member}" if member else last
    return None


def reason(error: OSError) -> str:
    """Why a file can't be had, as a sentence for people."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "There is no such file."
    if isinstance(error, PermissionError):
        return "You may not read it: permission denied."
    return f"It can't be read: {error.strerror or error}."
