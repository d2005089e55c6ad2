"""From a record of calibre's to the facts of a work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.formats.addresses import identity, isbn
from reader.library.calibre.values import address, day, done, language, line, lines
from reader.library.supplement import Supplement, is_noise
from reader.work.model import SeriesPart, Tag
from reader.work.names import fold_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.calibre.columns import Fact

_UNKNOWN = frozenset({"unknown", ""})
"""What calibre writes for an author or title that it does not know."""
_SITES = {"ao3": "https://archiveofourown.org/works/", "ffnet": "https://www.fanfiction.net/s/"}


@dataclass(frozen=True, slots=True)
class Record:
    """What the database says of one work."""

    id: int
    title: str
    path: str
    """Of its folder in the library."""
    uuid: str
    published: str
    series_index: float | None = None
    authors: Sequence[str] = ()
    tags: Sequence[str] = ()
    series: Sequence[str] = ()
    languages: Sequence[str] = ()
    comments: Sequence[str] = ()
    identifiers: Sequence[tuple[str, str]] = ()
    """Type and value."""
    formats: Sequence[tuple[str, str]] = ()
    """Format and the file's name without ending."""
    custom: Sequence[Fact] = ()


def supplement_of(record: Record, key: str) -> Supplement:
    """The facts; the id is `key` where no identifier names the work."""
    identifiers = {kind.lower(): value for kind, value in record.identifiers}
    url = _address(identifiers)
    custom: dict[str, Any] = {}
    for fact in record.custom:
        custom.setdefault(fact.field, fact.value)
    subjects = lines(record.tags)
    series = [SeriesPart(name, record.series_index) for name in lines(record.series)]
    more = [fact.value for fact in record.custom if isinstance(fact.value, SeriesPart)]
    said = (value for value in map(done, subjects) if value is not None)
    return Supplement(
        id=identity(url) or isbn("isbn " + identifiers.get("isbn", "")) or key,
        title=_known(record.title),
        authors=tuple(filter(None, (_known(author.replace("|", ",")) for author in record.authors))),
        series=tuple(dict.fromkeys([*series, *more])),
        tags=tuple(dict.fromkeys(fact.value for fact in record.custom if isinstance(fact.value, Tag))),
        subjects=tuple(name for name in subjects if not is_noise(name)),
        language=next(map(language, record.languages), None) or custom.get("language"),
        published=day(record.published) or custom.get("published"),
        updated=custom.get("updated"),
        summary=next(iter(record.comments), "") or custom.get("summary", ""),
        url=url or custom.get("url"),
        complete=custom.get("complete", next(said, None)),
        words=custom.get("words"),
        collections=custom.get("collections", ()),
    )


def _address(identifiers: dict[str, str]) -> str:
    """The work's address, by itself or by a site's name and its number there."""
    for kind in ("url", "uri"):
        found = address(identifiers.get(kind, ""))
        if found:
            return found
    for kind, start in _SITES.items():
        number = identifiers.get(kind, "").strip()
        if number.isascii() and number.isdecimal():
            return start + number
    return ""


def _known(name: str) -> str:
    shown = line(name)
    return "" if fold_name(shown) in _UNKNOWN else shown
