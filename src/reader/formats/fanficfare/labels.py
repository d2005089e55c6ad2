"""The labels on FanFicFare's title page and what they mean; its users may choose others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.formats.labels import Fact, field_anywhere
from reader.work.model import TagKind

if TYPE_CHECKING:
    from reader.formats.labels import Field

_OWN: dict[str, Field] = {
    "category": TagKind.FANDOM,  # FanFicFare's word for it; what AO3 calls so is "AO3 Categories"
    "crossover fandom": TagKind.FANDOM,
    "ao3 category": TagKind.CATEGORY,
    "ao3 categorie": TagKind.CATEGORY,
    "freefrom tag": TagKind.ADDITIONAL,  # FanFicFare's own misspelling
    "site tag": TagKind.ADDITIONAL,
    "extra tag": TagKind.ADDITIONAL,
    "erotica tag": TagKind.ADDITIONAL,
    "search tag": TagKind.ADDITIONAL,
    "tags from forum": TagKind.ADDITIONAL,
    "prefix tags from forum": TagKind.ADDITIONAL,
    "packaged": Fact.FILE,
    "publisher": Fact.FILE,
    "author url": Fact.FILE,
    "author id": Fact.FILE,
    "series url": Fact.FILE,
    "story id": Fact.FILE,
    "site abbrev": Fact.FILE,
    "file format": Fact.FILE,
    "file extension": Fact.FILE,
    "downloader version": Fact.FILE,
    "chapters marked new": Fact.FILE,
}
"""What no other program calls so, by label in lower case, without its last "s"."""


def meaning_of(label: str) -> Field | None:
    """What an entry is about, None where nobody has told us."""
    plain = " ".join(label.split()).rstrip(": ").lower().removesuffix("s")
    found = _OWN.get(plain) or field_anywhere(label)
    return None if found is Fact.STATS else found
