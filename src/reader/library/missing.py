"""Looking whether the files of the library are still where they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.files.access import exists

if TYPE_CHECKING:
    from reader.library.catalogue import Catalogue
    from reader.library.file_rows import KnownFile


def note_missing(catalogue: Catalogue) -> list[KnownFile]:
    """Note for each file whether it is there; those that were when they were last looked for, and are not.

    Their works stay: the text is kept.
    """
    missing = []
    for file in catalogue.files():
        if file.path is None or (gone := not exists(file.path)) is file.missing:
            continue
        catalogue.mark_missing(file.path, gone)
        if gone:
            missing.append(file)
    return missing
