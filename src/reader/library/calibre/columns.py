"""The columns that people add to calibre: which facts they hold, told by what they are called.

The names are those of FanFicFare's metadata (plugin-defaults.ini) and those people give by hand.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.formats.labelled_facts import CATEGORIES
from reader.library.calibre.values import address, count, day, done, language, line, lines
from reader.work.model import SeriesPart, Tag, TagKind
from reader.work.names import fold_name

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

_KINDS = {
    name.removesuffix("s"): kind
    for kind, names in {
        TagKind.FANDOM: "fandom",
        TagKind.RELATIONSHIP: "ship relationship pairing couple",
        TagKind.CHARACTER: "character char",
        TagKind.RATING: "rating contentrating ficrating agerating",
        TagKind.WARNING: "warning archivewarning contentwarning",
        TagKind.CATEGORY: "category categorie ao3categorie ao3category shiptype orientation",
        TagKind.ADDITIONAL: (
            "genre subgenre freeform freeformtag freefromtag additionaltag trope theme tag ao3tag extratag"
        ),
    }.items()
    for name in names.split()
}
_FIELDS = {
    name.removesuffix("s"): field
    for field, names in {
        "complete": "complete completed iscomplete status ficstatus storystatus",
        "words": "word numword wordcount numberofword",
        "language": "language lang",
        "series": "serie",
        "url": "url storyurl link source sourceurl",
        "updated": "updated dateupdated lastupdated lastupdate",
        "published": "published datepublished",
        "collections": "collection",
        "summary": "summary description",
    }.items()
    for name in names.split()
}
_PREFIX = re.compile(r"^(?:ao3|ffn?|fff|fic|fanfic|fanfiction|story|work)_")
_CATEGORIES = CATEGORIES | {"m/f"}
"""The archive's, folded. FanFicFare calls fandoms a category."""
_LISTED = frozenset(TagKind) - {TagKind.FANDOM, TagKind.RATING}
"""Kinds whose names are taken apart at commas where a column holds them as one text, as FanFicFare writes
lists into it; a fandom's own name may have a comma."""
_TYPES = frozenset({"text", "enumeration", "series", "bool", "int", "float", "datetime", "comments"})
"""Not "composite", which calibre works out from the others, and not "rating": stars are no one's but hers
who gave them, and no rating of the content."""
_MOST_COLUMNS = 200


@dataclass(frozen=True, slots=True)
class Fact:
    """A value of a column."""

    field: str
    """"tags", or the name of the field of `Supplement`."""
    value: object


@dataclass(frozen=True, slots=True)
class _Column:
    number: int
    label: str
    datatype: str
    multiple: bool
    normalised: bool
    """Whether its values stand in a table of their own, and a link table beside it."""


def custom_facts(db: sqlite3.Connection, tables: frozenset[str]) -> dict[int, list[Fact]]:
    """The facts by the record's number. Raises sqlite3.Error."""
    found: dict[int, list[Fact]] = defaultdict(list)
    rows = db.execute(
        "SELECT id, label, datatype, is_multiple, normalized FROM custom_columns"
        " WHERE NOT mark_for_delete ORDER BY id LIMIT ?",
        (_MOST_COLUMNS,),
    )
    for number, label, datatype, multiple, normalised in rows.fetchall():
        column = _Column(int(number), str(label), str(datatype), bool(multiple), bool(normalised))
        if column.datatype not in _TYPES or not _tables_of(column) <= tables:
            continue
        for record, value, part in _values(db, column):
            found[record] += _facts(column, value, part)
    return found


def meaning(label: str) -> TagKind | str:
    """The kind of tag, or the field, that a column's label stands for; empty for any other."""
    for name in (label.lower(), _PREFIX.sub("", label.lower())):
        bare = name.replace("_", "").removesuffix("s")
        if bare in _KINDS:
            return _KINDS[bare]
        if bare in _FIELDS:
            return _FIELDS[bare]
    return ""


def _tables_of(column: _Column) -> set[str]:
    table = f"custom_column_{column.number}"
    return {table, f"books_{table}_link"} if column.normalised else {table}


def _values(db: sqlite3.Connection, column: _Column) -> Iterator[tuple[int, Any, float | None]]:
    """Record, value, and the place in a series; in the order in which they were given."""
    table = f"custom_column_{column.number}"
    if not column.normalised:
        for record, value in db.execute(f"SELECT book, value FROM {table} ORDER BY id"):
            yield record, value, None
        return
    part = "l.extra" if column.datatype == "series" else "NULL"
    joined = f"books_{table}_link l JOIN {table} v ON v.id = l.value"
    yield from db.execute(f"SELECT l.book, v.value, {part} FROM {joined} ORDER BY l.id")


def _facts(column: _Column, value: Any, part: float | None) -> Iterator[Fact]:
    """What one value of a column says; nothing where it is not of the kind that its label promises."""
    meant = meaning(column.label)
    if isinstance(meant, TagKind):
        if column.datatype in ("text", "enumeration", "comments"):
            yield from (Fact("tags", tag) for tag in _tags(column, meant, str(value)))
    elif meant == "series":
        if column.datatype in ("series", "text") and line(value):
            yield Fact("series", SeriesPart(line(value), part if isinstance(part, int | float) else None))
    elif meant:
        said = _READERS[meant](value)
        if said is not None:
            yield Fact(meant, said)
    elif column.multiple and column.datatype == "text" and line(value):
        yield Fact("tags", Tag(TagKind.ADDITIONAL, line(value)))


def _tags(column: _Column, kind: TagKind, value: str) -> Iterator[Tag]:
    text = re.sub(r"<[^<>]*>", "\n", value) if column.datatype == "comments" else value
    apart = kind in _LISTED and not column.multiple
    for name in re.split(r"[,\n]" if apart else r"\n", text):
        shown = line(name)
        if kind is TagKind.CATEGORY and shown and fold_name(shown) not in _CATEGORIES:
            yield Tag(TagKind.FANDOM, shown)
        elif shown:
            yield Tag(kind, shown)


_READERS: dict[str, Callable[[Any], object | None]] = {
    "complete": done,
    "words": count,
    "language": language,
    "url": address,
    "updated": day,
    "published": day,
    "collections": lambda value: lines(str(value).split(",")) or None,
    "summary": lambda value: str(value) or None,
}
"""What makes the value of a field from the value of a column; None where it is none."""
