"""A file that may be a work: where it is, in an archive or not, and what is known of it from outside."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from reader.library.supplement import Supplement


class UnavailableError(Exception):
    """The bytes can't be had; the message says why in one sentence, without the path."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file to try, or what there was instead of one."""

    path: str
    """Absolute, as `os.fsdecode` gives it; of the archive, where the file is in one."""
    member: str = ""
    """Its name in the archive; in an archive in that archive "inner.zip/name"."""
    named: bool = False
    """True when a person named this very file, not the folder or archive it is in."""
    problem: str = ""
    """Why there is nothing to try: "There is no such file." Empty for a file."""
    supplement: Supplement | None = None
    """What is known of the work from beside the file."""
    same_as: str = ""
    """Candidates in a row with the same words here are files of one work; empty where nobody says so."""

    @property
    def location(self) -> str:
        """Where it is, in one string: "archive.zip/member" in an archive."""
        return f"{self.path}/{self.member}" if self.member else self.path

    @property
    def name(self) -> str:
        """The file's name without folders."""
        return PurePosixPath(self.member).name if self.member else os.path.basename(self.path)  # noqa: PTH119 -- Path drops bytes


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
