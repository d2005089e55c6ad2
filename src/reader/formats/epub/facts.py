"""What an EPUB's metadata says of the work: the facts that a reader sees, and its identity."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.formats import addresses
from reader.formats.dates import read_w3c_date
from reader.formats.file_names import title_from
from reader.work.model import Tag, TagKind, WorkInfo
from reader.work.titles import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from reader.formats.epub.metadata import Identifier, Metadata

_UUID = re.compile(r"(?:urn:)?(?:uuid:)?\{?([0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12})\}?", re.IGNORECASE)
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|(?:info:|urn:)?doi:?\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
_URN = re.compile(r"urn:(?!uuid:|isbn:)[a-z0-9][a-z0-9-]{1,31}:\S+", re.IGNORECASE)
_FRESH = re.compile(
    r"calibre|ebook-?lib|pandoc|libre ?office|writer2epub|epub-gen|percollate|dotepub", re.IGNORECASE
)
"""Programs that make a new uuid with every conversion or download.

calibre does whenever it converts, and so in all downloads from AO3; pandoc and LibreOffice with every export;
EbookLib's users call `set_identifier(str(uuid4()))`, as its documentation shows; the others pack a web page
anew each time. Not Sigil: the uuid in its template stays with the file.
"""
_WEB = re.compile(r"(?:url:)?(https?://\S+)", re.IGNORECASE)
_AT_A_SITE = re.compile(r"[\w.-]+:")
_OWN_SCHEMES = frozenset({"calibre", "mobi-asin", "amazon", "asin"})
_PUBLISHED = ("original-publication", "publication", "published", "issued", "", "creation")
_CHANGED = ("modification", "modified", "updated")
_BISAC = re.compile(r"\s+/\s+|\s*--\s*")
_CODE = re.compile(r"[A-Z]{3}\d{6}|\d+|[A-Z]{1,3}\d{1,4}(?:\.\d+)?|bisacsh|https?://\S+", re.IGNORECASE)
_NOISE = frozenset(
    {"general", "unknown", "ebook", "ebooks", "e book", "book", "books", "epub", "fiction", "fiction general"}
)
_MOST_TAGS = 200


def read_facts(data: Metadata, name: str) -> WorkInfo:
    """The facts; `name` is the file's, used where there is no title. Words are for the reader to count."""
    title = data.title or title_from(name)
    if data.title and data.subtitle and folded(data.subtitle) not in folded(data.title):
        title = f"{data.title}: {data.subtitle}"
    published = _first_date(data, _PUBLISHED)
    updated = read_w3c_date(data.modified) or _first_date(data, _CHANGED)
    return WorkInfo(
        id=identity(data),
        title=title,
        authors=data.authors,
        tags=tuple(Tag(TagKind.ADDITIONAL, subject) for subject in subjects(data))[:_MOST_TAGS],
        series=data.series,
        language=data.languages[0] if data.languages else None,
        summary=data.description or None,
        published=published,
        updated=updated if published is None or updated is None or updated >= published else None,
        url=_url(data),
    )


def identity(data: Metadata) -> str:
    """The work's stable identity: at a site, by ISBN or DOI, the publisher's URL or URN, a lasting uuid.

    Empty where there is none, or only a uuid that the program which made the file makes anew each time.
    """
    return next(_told(data), "") or next(_named(data), "")


def _told(data: Metadata) -> Iterator[str]:
    """Identities at sites that we know; the source of a publisher's edition may be Project Gutenberg's."""
    found = [addresses.identity(text) for text in _web(identifier.value for identifier in data.identifiers)]
    sources = [addresses.identity(text) for text in _web(data.sources)]
    yield from (one for one in found if _AT_A_SITE.match(one))
    yield from (one for one in sources if _AT_A_SITE.match(one) and not one.startswith("gutenberg:"))


def _web(texts: Iterable[str]) -> Iterator[str]:
    """The addresses on the web among the texts."""
    yield from (found[1] for text in texts if (found := _WEB.fullmatch(text)))


def _named(data: Metadata) -> Iterator[str]:
    """Identities from the identifiers, the surest first."""
    values = [one for one in data.identifiers if one.scheme.lower() not in _OWN_SCHEMES]
    yield from filter(None, map(_isbn, values))
    yield from (f"doi:{found[1].lower()}" for one in values if (found := _DOI.fullmatch(one.value.strip())))
    own = (
        addresses.identity(one.value) for one in values if one.value.lower().startswith(("http:", "https:"))
    )
    yield from (f"url:{found}" for found in own if found)
    yield from (one.value.strip().lower() for one in values if _URN.fullmatch(one.value.strip()))
    if not _is_made_anew(data):
        plain = (_UUID.fullmatch(one.value.strip()) for one in values)
        digits = (found[1].replace("-", "").lower() for found in plain if found)
        yield from (f"uuid:{found}" for found in digits if len(set(found)) > 4)


def _is_made_anew(data: Metadata) -> bool:
    """Whether its program makes a new uuid with each file; calibre's EPUB 3 tells by its stamp alone."""
    return "calibre:timestamp" in data.meta or any(map(_FRESH.search, data.generators))


def _isbn(identifier: Identifier) -> str:
    named = "isbn" in identifier.scheme.lower() and not re.search("isbn", identifier.value, re.IGNORECASE)
    return addresses.isbn(f"isbn:{identifier.value}" if named else identifier.value)


def _url(data: Metadata) -> str | None:
    """The page of the work, where its publisher or the site that it is from gives one."""
    texts = [*(identifier.value for identifier in data.identifiers), *data.sources]
    return next((text for text in _web(texts) if text.isprintable() and addresses.identity(text)), None)


def subjects(data: Metadata) -> list[str]:
    """The subjects without codes and what says nothing: "FICTION / Fantasy / Epic" is "Fantasy", "Epic"."""
    found: dict[str, str] = {}
    for subject in data.subjects:
        parts = [part.strip() for part in _BISAC.split(subject)]
        if len(parts) > 1 and parts[0].isupper():
            parts = parts[1:]
        for part in parts:
            if part and not _CODE.fullmatch(part) and folded(part) not in _NOISE:
                found.setdefault(folded(part), part)
    return list(found.values())


def _first_date(data: Metadata, events: tuple[str, ...]) -> date | None:
    return next((found for event in events if (found := read_w3c_date(data.dates.get(event, "")))), None)
