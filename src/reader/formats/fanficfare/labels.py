"""The labels on FanFicFare's title page and what they mean; its users may choose others."""

from __future__ import annotations

from enum import StrEnum

from reader.formats.labels import Fact, field_anywhere
from reader.work.model import TagKind


class Entry(StrEnum):
    """What the title page says besides tags."""

    TITLE = "title"
    AUTHOR = "author"
    LANGUAGE = "language"
    SERIES = "series"
    COLLECTIONS = "collections"
    STATUS = "status"
    PUBLISHED = "published"
    UPDATED = "updated"
    CHAPTERS = "chapters"
    TOTAL = "total chapters"
    WORDS = "words"
    SUMMARY = "summary"
    NOTES = "notes"
    STORY_URL = "story url"
    FILE = "file"
    """Of the file and where it comes from, not of the work."""


Meaning = TagKind | Entry

_MEANINGS: dict[str, Meaning] = {
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
    "title": Entry.TITLE,
    "author": Entry.AUTHOR,
    "additional serie": Entry.SERIES,
    "statu": Entry.STATUS,
    "published": Entry.PUBLISHED,
    "updated": Entry.UPDATED,
    "chapter": Entry.CHAPTERS,
    "chapters/total chapter": Entry.CHAPTERS,
    "total chapter": Entry.TOTAL,
    "word": Entry.WORDS,
    "summary": Entry.SUMMARY,
    "description": Entry.SUMMARY,
    "story note": Entry.NOTES,
    "note": Entry.NOTES,
    "story url": Entry.STORY_URL,
    "packaged": Entry.FILE,
    "publisher": Entry.FILE,
    "author url": Entry.FILE,
    "author id": Entry.FILE,
    "series url": Entry.FILE,
    "story id": Entry.FILE,
    "site abbrev": Entry.FILE,
    "file format": Entry.FILE,
    "file extension": Entry.FILE,
    "downloader version": Entry.FILE,
    "chapters marked new": Entry.FILE,
}
"""By label in lower case, without its last "s"."""
_FACTS: dict[Fact, Meaning] = {
    Fact.LANGUAGE: Entry.LANGUAGE,
    Fact.SERIES: Entry.SERIES,
    Fact.COLLECTIONS: Entry.COLLECTIONS,
}


def meaning_of(label: str) -> Meaning | None:
    """What an entry is about, None where nobody has told us."""
    plain = " ".join(label.split()).rstrip(": ").lower().removesuffix("s")
    known = _MEANINGS.get(plain)
    if known:
        return known
    field = field_anywhere(label)
    return field if isinstance(field, TagKind) else _FACTS.get(field) if field else None
