"""The files of the library, looked at again wherever they are: those that changed, those that are gone."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.library.files.candidates import locate
from reader.library.files.discovery import discover
from reader.library.missing import note_missing
from reader.library.results import Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.library.catalogue import Catalogue
    from reader.library.file_rows import KnownFile
    from reader.library.files.candidates import Candidate


def files_outside(catalogue: Catalogue, folders: Iterable[str]) -> list[Candidate]:
    """The files that are there and in none of these folders; of an archive all that is in it now."""
    files: dict[str, Candidate] = {}
    archives: dict[str, None] = {}
    for file in _not_in(catalogue.files(), folders):
        candidate = locate(file.path or b"")
        if candidate is not None and candidate.member:
            archives[candidate.path] = None
        elif candidate is not None:
            files[candidate.path] = candidate
    found = (*files.values(), *discover(archives))
    return [replace(candidate, named=False) for candidate in found]  # nobody named them now


def newly_gone(catalogue: Catalogue, apart_from: Iterable[str]) -> list[Result]:
    """Note which files are there, and what is to be told of those no longer so.

    Nothing is told of what was in the folders `apart_from`.
    """
    return [
        Result(
            os.fsdecode(file.path or b""),
            "gone",
            file.work_id,
            entry.info.title if (entry := catalogue.entry(file.work_id)) else "",
            "The file is gone; the text that was read stays.",
            sha256=file.sha256,
        )
        for file in _not_in(note_missing(catalogue), apart_from)
    ]


def _not_in(files: Iterable[KnownFile], folders: Iterable[str]) -> Iterator[KnownFile]:
    """Those at a place outside of these folders."""
    inside = tuple(os.fsencode(folder).rstrip(b"/") + b"/" for folder in folders)
    return (file for file in files if file.path is not None and not file.path.startswith(inside))
