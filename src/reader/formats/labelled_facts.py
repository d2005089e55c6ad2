"""From labels and what stands after them to the facts of a work, whoever wrote them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.formats.addresses import identity
from reader.formats.completeness import chapter_counts, is_finished
from reader.formats.dates import read_date
from reader.formats.labels import Fact
from reader.formats.names import split_authors, split_names
from reader.formats.numbers import part_number, whole_number
from reader.formats.series import read_one_series
from reader.work.model import SeriesPart, Tag, TagKind, WorkInfo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.formats.labels import Field

CATEGORIES = frozenset({"f/f", "f/m", "gen", "m/m", "multi", "other"})
"""AO3's, in lower case. FanFicFare puts them among the genres; what a weblog calls a category is none."""


class Labelled(NamedTuple):
    """One label's meaning and value."""

    field: Field
    values: tuple[str, ...]
    """Several where the source itself parts them: a list, the paragraphs of a summary."""
    url: str = ""
    """Where the value links to."""


def read_labelled(entries: Sequence[Labelled], known: frozenset[str] = frozenset()) -> WorkInfo:
    """The facts; of what a work has once, the first that is said counts.

    `known` are whole names, by which one that holds commas is told.
    """
    said: dict[Field, tuple[str, ...]] = {}
    for entry in entries:
        if any(entry.values):
            said.setdefault(entry.field, entry.values)

    def text(fact: Fact) -> str:
        return " ".join(said.get(fact, ()))

    posted, total = chapter_counts(text(Fact.CHAPTERS))
    total = total or whole_number(text(Fact.TOTAL))
    finished = is_finished(text(Fact.STATUS) or text(Fact.UPDATED))  # "completed" is a word for either
    counted = total is not None or "?" in text(Fact.CHAPTERS)
    complete = posted == total if finished is None and counted else finished
    url = text(Fact.ADDRESS)
    return WorkInfo(
        id=identity(url) if "://" in url else "",
        title=text(Fact.TITLE),
        authors=_authors(said.get(Fact.AUTHORS, ())),
        tags=tuple(dict.fromkeys(_tags(entries, known))),
        series=tuple(_series(entries, text(Fact.PART))),
        language=text(Fact.LANGUAGE) or None,
        summary="\n".join(said.get(Fact.SUMMARY, ())) or None,
        words=whole_number(text(Fact.WORDS)),
        chapters_posted=posted,
        chapters_total=total or (posted if complete else None),
        complete=complete,
        published=read_date(text(Fact.PUBLISHED)),
        updated=read_date(text(Fact.UPDATED)),
        url=url if "://" in url else None,
        collections=_names(said.get(Fact.COLLECTIONS, ()), known),
    )


def read_tags(kind: TagKind, values: Sequence[str], known: frozenset[str] = frozenset()) -> Iterator[Tag]:
    """The tags in a value; a rating is one, whatever commas it holds."""
    for name in values if kind is TagKind.RATING else _names(values, known):
        category = name.lower() in CATEGORIES
        if kind is TagKind.ADDITIONAL and category:
            yield Tag(TagKind.CATEGORY, name)
        elif kind is TagKind.CATEGORY and not category:
            yield Tag(TagKind.ADDITIONAL, name)
        elif name:
            yield Tag(kind, name)


def _tags(entries: Iterable[Labelled], known: frozenset[str]) -> Iterator[Tag]:
    for entry in entries:
        if isinstance(entry.field, TagKind):
            yield from read_tags(entry.field, entry.values, known)


def _names(values: Sequence[str], known: frozenset[str]) -> tuple[str, ...]:
    """The names in a value; a list has been split by whoever wrote it."""
    return split_names(values[0], known) if len(values) == 1 else tuple(values)


def _authors(values: Sequence[str]) -> tuple[str, ...]:
    return split_authors(values[0]) if len(values) == 1 else tuple(values)


def _series(entries: Iterable[Labelled], part: str) -> Iterator[SeriesPart]:
    """Every series; a number that stands alone is that of the only one."""
    found = [
        read_one_series(value, entry.url)
        for entry in entries
        if entry.field is Fact.SERIES
        for value in entry.values
        if value
    ]
    alone = len(found) == 1 and found[0].part is None
    yield from (SeriesPart(one.title, part_number(part), one.url) if alone else one for one in found)
