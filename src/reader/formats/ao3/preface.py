"""The facts in the preface of an AO3 download: title, authors, typed tags, series, stats, address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.formats.addresses import archive_work
from reader.formats.ao3.facts import Stats, posted_url, read_stats, with_stats
from reader.formats.labels import Fact, field_of
from reader.formats.markup.elements import classes, text_of
from reader.formats.markup.inline import without_controls
from reader.formats.series import read_series
from reader.work.model import Tag, TagKind, WorkInfo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_BY = re.compile(r"\s*by\s+")


def preface_parts(root: _Element, chapters: _Element) -> list[_Element]:
    """The elements of the preface: its wrapper, or before 2019 what stands before the chapters."""
    preface = root.find(".//*[@id='preface']")
    return [preface] if preface is not None else list(chapters.itersiblings(preceding=True))[::-1]


def read_info(root: _Element, chapters: _Element) -> WorkInfo:
    """All that the download says of the work, but the summary.

    `chapters` is where the preface ends: what looks like a part of it in the story is none.
    """
    before = preface_parts(root, chapters)
    title = _first(before, "h1") or _first(before, "b") or _first([root], "title")
    url = _url(before)
    fields = [pair for part in before for tags in part.iter("dl") for pair in _pairs(tags)]
    stats = next((read_stats(text_of(value)) for name, value in fields if name is Fact.STATS), Stats())
    info = WorkInfo(
        id=archive_work(url),
        title=title,
        authors=_authors(before),
        tags=tuple(
            Tag(name, text) for name, value in fields if isinstance(name, TagKind) for text in _names(value)
        ),
        series=tuple(
            part
            for name, value in fields
            if name is Fact.SERIES
            for part in read_series(text_of(value), _series_links(value))
        ),
        language=next((text_of(value) for name, value in fields if name is Fact.LANGUAGE), None),
        url=url or None,
        collections=tuple(
            text for name, value in fields if name is Fact.COLLECTIONS for text in _names(value)
        ),
    )
    return with_stats(info, stats)


def _first(parts: list[_Element], tag: str) -> str:
    return next((text for part in parts for found in part.iter(tag) if (text := text_of(found))), "")


def _pairs(tags: _Element) -> Iterator[tuple[TagKind | Fact, _Element]]:
    """Each field of the list with its value."""
    name = None
    for child in tags:
        if child.tag == "dt":
            name = field_of(text_of(child))
        elif child.tag == "dd" and name:
            yield name, child


def _names(value: _Element) -> list[str]:
    """The names in a field: the texts of its links, which may hold commas."""
    links = [text_of(link) for link in value.iter("a")] or [text_of(value)]
    return [name for name in links if name]


def _series_links(value: _Element) -> list[tuple[str, str]]:
    """The titles and addresses of the series; a saved page links to their next works too."""
    links = [(text_of(link), without_controls(link.get("href", ""))) for link in value.iter("a")]
    return [(title, href) for title, href in links if "/series/" in href]


def _url(before: list[_Element]) -> str:
    """The address in the message at the top; its text where the link is lost."""
    messages = [found for part in before for found in part.iter("p", "div") if "message" in classes(found)]
    for message in messages:
        for link in message.iter("a"):
            if archive_work(link.get("href", "")):
                return without_controls(link.get("href", ""))
    return next((url for message in messages if (url := posted_url(text_of(message)))), "")


def _authors(before: list[_Element]) -> tuple[str, ...]:
    """The names in the byline as they are written: "pseud (user)", "Name [archived by pseud]"."""
    bylines = [
        found for part in before for found in part.iter("div", "p", "h3") if "byline" in classes(found)
    ]
    if not bylines:
        return ()
    byline = bylines[0]
    links = [text_of(link) for link in byline.iter("a")]
    written = byline.text or ""
    for number, link in enumerate(byline.iter("a")):
        written += f"\x00{number}\x00{link.tail or ''}"
    names = _BY.sub("", " ".join(written.split()), count=1).split(", ")
    filled = (re.sub("\x00(\\d+)\x00", lambda found: links[int(found[1])], name) for name in names)
    return tuple(without_controls(name) for name in filled if name.strip())
