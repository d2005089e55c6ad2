"""Looking whether the files of the library are still where they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.files.access import exists

if TYPE_CHECKING:
    from reader.library.catalogue import Catalogue


def note_missing(catalogue: Catalogue) -> int:
    """Note for each file whether it is there; how many are not. Their works stay: the text is kept."""
    missing = 0
    for file in catalogue.files():
        if file.path is None:
            continue
        gone = not exists(file.path)
        missing += gone
        if gone is not file.missing:
            catalogue.mark_missing(file.path, gone)
    return missing
