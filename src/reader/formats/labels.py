"""The labels that stand before facts and notes ("Relationships:", "Chapter Notes"), and what they mean."""

from __future__ import annotations

from enum import StrEnum

from reader.work.model import Block, BlockKind, Role, TagKind


class Fact(StrEnum):
    """What the preface's list says besides tags."""

    LANGUAGE = "language"
    SERIES = "series"
    COLLECTIONS = "collections"
    STATS = "stats"


_FIELDS: dict[str, TagKind | Fact] = {
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
"""By label in lower case, without its colon and its last "s": plurals came in 2023."""

_ELSEWHERE: dict[str, TagKind | Fact] = {
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
}
"""What other archives, programs and people call the same, written likewise."""

_MATTER = {
    "summary": Role.SUMMARY,
    "chapter summary": Role.SUMMARY,
    "notes": Role.NOTES,
    "chapter notes": Role.NOTES,
    "end notes": Role.END_NOTES,
    "chapter end notes": Role.END_NOTES,
    "works inspired by this one": Role.AFTERWORD,
}


def field_of(label: str) -> TagKind | Fact | None:
    """What a label of the preface's list stands for ("Relationships:"), None for one we don't know."""
    return _FIELDS.get(_plain(label).removesuffix("s"))


def field_anywhere(label: str) -> TagKind | Fact | None:
    """The same for a label that need not be AO3's: "Pairing", "Genre", "Tags"."""
    return field_of(label) or _ELSEWHERE.get(_plain(label).removesuffix("s"))


def matter_role(label: str) -> Role | None:
    """The role of what follows a label such as "Chapter Notes", None where it is no such label."""
    return _MATTER.get(_plain(label))


def label_heading(label: str, role: Role) -> Block:
    """The heading under which matter is shown."""
    return Block(BlockKind.HEADING, " ".join(label.split()).rstrip(":"), role=role, level=3)


def _plain(label: str) -> str:
    return " ".join(label.split()).rstrip(": ").lower()
