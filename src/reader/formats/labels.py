"""The labels that stand before facts and notes ("Relationships:", "Chapter Notes"), and what they mean."""

from __future__ import annotations

from enum import StrEnum

from reader.work.model import Block, BlockKind, Role, TagKind


class Fact(StrEnum):
    """What labels stand for besides tags."""

    TITLE = "title"
    AUTHORS = "authors"
    LANGUAGE = "language"
    SERIES = "series"
    PART = "part"
    """The work's number in its series, where it stands alone."""
    COLLECTIONS = "collections"
    STATS = "stats"
    """Dates and figures together, as AO3 writes them."""
    STATUS = "status"
    PUBLISHED = "published"
    UPDATED = "updated"
    CHAPTERS = "chapters"
    TOTAL = "total chapters"
    WORDS = "words"
    SUMMARY = "summary"
    NOTES = "notes"
    ADDRESS = "address"
    FILE = "file"
    """Of the file and where it comes from, not of the work."""


Field = TagKind | Fact

_FIELDS: dict[str, Field] = {
    "rating": TagKind.RATING,
    "archive warning": TagKind.WARNING,
    "warning": TagKind.WARNING,
    "category": TagKind.CATEGORY,
    "categorie": TagKind.CATEGORY,
    "fandom": TagKind.FANDOM,
    "relationship": TagKind.RELATIONSHIP,
    "character": TagKind.CHARACTER,
    "additional tag": TagKind.ADDITIONAL,
    "freeform": TagKind.ADDITIONAL,
    "language": Fact.LANGUAGE,
    "serie": Fact.SERIES,
    "collection": Fact.COLLECTIONS,
    "stat": Fact.STATS,
}
"""In the list of tags of AO3's preface, by label in lower case, without its colon and its last "s"."""

_ELSEWHERE: dict[str, Field] = {
    "pairing": TagKind.RELATIONSHIP,
    "ship": TagKind.RELATIONSHIP,
    "relationship/pairing": TagKind.RELATIONSHIP,
    "genre": TagKind.ADDITIONAL,
    "tag": TagKind.ADDITIONAL,
    "freeform tag": TagKind.ADDITIONAL,
    "additional": TagKind.ADDITIONAL,
    "trope": TagKind.ADDITIONAL,
    "content warning": TagKind.WARNING,
    "fandom tag": TagKind.FANDOM,
    "character tag": TagKind.CHARACTER,
    "title": Fact.TITLE,
    **dict.fromkeys(("author", "creator", "by", "written by"), Fact.AUTHORS),
    "lang": Fact.LANGUAGE,
    "additional serie": Fact.SERIES,
    **dict.fromkeys(("part", "series part", "series index", "series number", "number in serie"), Fact.PART),
    **dict.fromkeys(("statu", "complete"), Fact.STATUS),
    **dict.fromkeys(("published", "date", "created", "date published"), Fact.PUBLISHED),
    **dict.fromkeys(
        ("updated", "completed", "modified", "lastmod", "last modified", "date updated"), Fact.UPDATED
    ),
    **dict.fromkeys(("chapter", "chapters/total chapter"), Fact.CHAPTERS),
    "total chapter": Fact.TOTAL,
    **dict.fromkeys(("word", "word count", "wordcount"), Fact.WORDS),
    **dict.fromkeys(("summary", "description", "abstract", "blurb"), Fact.SUMMARY),
    **dict.fromkeys(("note", "story note"), Fact.NOTES),
    **dict.fromkeys(
        ("url", "story url", "source", "original source", "link", "permalink", "original"), Fact.ADDRESS
    ),
}
"""What other archives, programs and people write before facts, likewise."""

TELLING = frozenset(
    {
        *TagKind,
        *(Fact.TITLE, Fact.AUTHORS, Fact.LANGUAGE, Fact.SERIES, Fact.COLLECTIONS, Fact.STATS, Fact.SUMMARY),
    }
)
"""What hardly anything but a work's own facts has: a letter in a story may have a date."""

_MATTER = {
    "summary": Role.SUMMARY,
    "chapter summary": Role.SUMMARY,
    "notes": Role.NOTES,
    "chapter notes": Role.NOTES,
    "end notes": Role.END_NOTES,
    "chapter end notes": Role.END_NOTES,
    "works inspired by this one": Role.AFTERWORD,
}


def field_of(label: str) -> Field | None:
    """What a label of the preface's list stands for ("Relationships:"), None for one we don't know."""
    return _FIELDS.get(_plain(label).removesuffix("s"))


def field_anywhere(label: str) -> Field | None:
    """The same for a label that need not be AO3's: "Pairing", "Genre", "Story URL"."""
    return field_of(label) or _ELSEWHERE.get(_plain(label).removesuffix("s"))


def matter_role(label: str) -> Role | None:
    """The role of what follows a label such as "Chapter Notes", None where it is no such label."""
    return _MATTER.get(_plain(label))


def label_heading(label: str, role: Role) -> Block:
    """The heading under which matter is shown."""
    return Block(BlockKind.HEADING, " ".join(label.split()).rstrip(":"), role=role, level=3)


def _plain(label: str) -> str:
    return " ".join(label.split()).rstrip(": ").lower()
