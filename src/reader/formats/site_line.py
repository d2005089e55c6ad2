"""The line of facts that FanFiction.net and FictionPress show under a story's title, which savers copy.

"Rated: Fiction M - English - Angst/Hurt/Comfort - [Ana R., Ines M.] Teodor - Chapters: 5 - Words: 12,345 - …"
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.formats.dates import read_date
from reader.formats.numbers import whole_number
from reader.work.model import Tag, TagKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_LONGEST = 4000
"""Code points."""
_GENRE = (
    "Adventure|Angst|Crime|Drama|Family|Fantasy|Friendship|General|Horror|Humor|Hurt/Comfort|Mystery|Parody|Poetry|"
    "Romance|Sci-Fi|Spiritual|Supernatural|Suspense|Tragedy|Western"
)
"""All that the sites have."""
_GENRES = re.compile(rf"(?:{_GENRE})(?:/(?:{_GENRE}))*")
_FIELD = re.compile(r"(Rated|Chapters|Words|Updated|Published|Status|Reviews|Favs|Follows|id):\s*(.*)")
_TOGETHER = re.compile(r"\[([^\[\]]*)\]")


class LineFacts(NamedTuple):
    """What such a line says."""

    tags: tuple[Tag, ...]
    language: str | None
    words: int | None
    chapters: int
    complete: bool
    """The sites write it only where it is."""
    published: date | None
    updated: date | None


def read_site_line(text: str) -> LineFacts | None:
    """The facts in a line; None where it is no such line."""
    parts = [part.strip() for part in " ".join(text[:_LONGEST].split()).split(" - ")]
    if not parts[0].startswith("Rated:"):
        return None
    fields = {found[1]: found[2] for part in parts if (found := _FIELD.fullmatch(part))}
    others = [part for part in parts if part and not _FIELD.fullmatch(part) and part != "Complete"]
    tags = [Tag(TagKind.RATING, fields["Rated"].removeprefix("Fiction").strip())]
    for part in others[1:]:
        if _GENRES.fullmatch(part):
            tags += [Tag(TagKind.ADDITIONAL, genre) for genre in re.findall(_GENRE, part)]
        else:
            tags += _people(part)
    return LineFacts(
        tags=tuple(tag for tag in dict.fromkeys(tags) if tag.name),
        language=others[0] if others else None,
        words=whole_number(fields.get("Words", "")),
        chapters=whole_number(fields.get("Chapters", "")) or 1,
        complete=fields.get("Status") == "Complete" or "Complete" in parts,
        published=read_date(fields.get("Published", "")),
        updated=read_date(fields.get("Updated", "")),
    )


def _people(part: str) -> Iterator[Tag]:
    """Relationships, which stand in brackets, and all characters."""
    for group in _TOGETHER.findall(part):
        names = [name.strip() for name in group.split(", ") if name.strip()]
        if len(names) > 1:
            yield Tag(TagKind.RELATIONSHIP, "/".join(names))
    for name in re.split(r"[\[\]]|, ", part):
        if name.strip():
            yield Tag(TagKind.CHARACTER, name.strip())
