"""What FanFicFare puts into an EPUB's package: all there is where the user wanted no title page."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from reader.formats.addresses import identity
from reader.formats.completeness import is_finished
from reader.formats.dates import read_date
from reader.formats.fanficfare.entries import TitleEntry
from reader.formats.fanficfare.facts import read_info
from reader.formats.labelled_facts import read_tags
from reader.work.model import Block, BlockKind, TagKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from reader.formats.epub.metadata import Metadata
    from reader.work.model import Tag, WorkInfo

_LAST_UPDATE = re.compile(r"Last Update: (\d{4}/\d{2}/\d{2})")
_NO_NAMES = re.compile(r"Last Update(?: Year/Month)?: [\d/]+|FanFiction")
_URL = re.compile(r"^URL:\s*", re.IGNORECASE)
_UID = re.compile(r"(?:fanficfare|fanficdownloader)-uid:\S+")


def names_in(metadata: Metadata) -> tuple[str, ...]:
    """The names among the subjects: of fandoms, genres, characters, relationships, in that order, untyped.

    They are escaped once more than XML asks for.
    """
    subjects = (" ".join(unescape(subject).split()) for subject in metadata.subjects)
    return tuple(name for name in subjects if is_finished(name) is None and not _NO_NAMES.fullmatch(name))


def described(metadata: Metadata) -> tuple[TitleEntry, ...]:
    """The description as the title page's entry would be; none where there is none."""
    paragraphs = [" ".join(line.split()) for line in metadata.description.split("\n") if line.strip()]
    blocks = tuple(Block(BlockKind.PARAGRAPH, paragraph) for paragraph in paragraphs)
    return (TitleEntry("Summary", " ".join(paragraphs), blocks),) if blocks else ()


def with_package(info: WorkInfo, metadata: Metadata, logged: Sequence[TitleEntry]) -> WorkInfo:
    """The facts of the title page, and where it is silent those of the package.

    The package's dates are right whatever format the user chose for the title page; the log's last are newer
    than a title page that was kept.
    """
    url = info.url or _story_url(metadata)
    log = read_info(logged[::-1], title="", authors=(), url="")
    updated = read_date(metadata.dates.get("modification", "")) or _last_update(metadata)
    return info._replace(
        id=identity(url)
        or next((one.value for one in metadata.identifiers if _UID.fullmatch(one.value)), ""),
        url=url or None,
        title=info.title or metadata.title,
        authors=info.authors or tuple(unescape(name) for name in metadata.authors),
        tags=info.tags or _tags(metadata),
        series=info.series or tuple(part._replace(part=part.part or None) for part in metadata.series),
        language=info.language or next(iter(metadata.languages), None),
        words=info.words or log.words,
        chapters_posted=info.chapters_posted or log.chapters_posted,
        complete=info.complete if info.complete is not None else _status(metadata),
        published=read_date(metadata.dates.get("publication", "")) or info.published or log.published,
        updated=updated or info.updated or log.updated,
    )


def _story_url(metadata: Metadata) -> str:
    named = [
        one.value for one in metadata.identifiers if one.scheme.upper() == "URL" or _URL.match(one.value)
    ]
    addresses = (_URL.sub("", address) for address in (*metadata.sources, *named))
    return next((address for address in addresses if identity(address)), "")


def _tags(metadata: Metadata) -> tuple[Tag, ...]:
    """The subjects as tags. Nothing says of which kind they are, but for AO3's categories."""
    names = dict.fromkeys(names_in(metadata))
    return tuple(tag for name in names for tag in read_tags(TagKind.ADDITIONAL, (name,), frozenset({name})))


def _status(metadata: Metadata) -> bool | None:
    said = map(is_finished, metadata.subjects)
    return next((finished for finished in said if finished is not None), None)


def _last_update(metadata: Metadata) -> date | None:
    """The day in the subject that FanFicFare makes for calibre, all that EPUB 3 says of it."""
    days = (_LAST_UPDATE.fullmatch(subject) for subject in metadata.subjects)
    return next((read_date(day[1]) for day in days if day), None)
