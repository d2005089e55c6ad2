"""What calibre writes of a work into the package beside it, `metadata.opf`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.formats.addresses import identity, isbn
from reader.formats.source import UnreadableError
from reader.library.calibre.values import day, language
from reader.library.supplement import Supplement, is_noise

if TYPE_CHECKING:
    from reader.formats.epub.metadata import Metadata

_MADE_UP = frozenset({"uuid", "calibre"})


def facts_in_package(data: bytes) -> Supplement | None:
    """The facts; None where it is no package."""
    from reader.formats.epub.metadata import read_metadata  # looking through folders needs no parser
    from reader.formats.epub.trees import xml_tree

    try:
        root = xml_tree(data)
    except UnreadableError:
        return None
    return None if root is None else _supplement(read_metadata(root))


def _supplement(found: Metadata) -> Supplement:
    named = [one for one in found.identifiers if one.scheme.lower() not in _MADE_UP]
    url = next((one.value for one in named if identity(one.value)), "")
    number = next((number for one in named if (number := isbn(f"isbn {one.value}"))), "")
    return Supplement(
        id=identity(url) or number,
        title=found.title,
        authors=found.authors,
        series=found.series,
        subjects=tuple(name for name in found.subjects if not is_noise(name)),
        language=next(map(language, found.languages), None),
        published=day(found.dates.get("publication") or found.dates.get("", "")),
        summary=found.description,
        url=url or None,
    )
