"""What a page's head says of the work: Dublin Core, OpenGraph, the names that HTML itself has.

Sources: HTML Living Standard 4.2.5.1 (meta names), ogp.me, DCMI Metadata Terms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.formats.addresses import identity
from reader.formats.dates import read_date
from reader.formats.markup.elements import text_of
from reader.formats.markup.inline import without_controls

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from lxml.etree import _Element

_AUTHORS = (
    "author",
    "dc.creator",
    "dcterms.creator",
    "dc:creator",
    "citation_author",
    "book:author",
    "article:author",
)
_SUMMARIES = ("dcterms.description", "dc.description", "og:description", "description", "twitter:description")
_TITLES = ("dc.title", "dcterms.title", "citation_title", "og:title")
_DATES = ("article:published_time", "dcterms.created", "dcterms.issued", "dcterms.date", "dc.date", "date")
_LANGUAGES = ("dc.language", "dcterms.language", "og:locale")
_ONE_CHAPTER = re.compile(
    r"/s/\d+/(?!1(?:/|$))\d+|chapters?[/=_-]?\d|/page-\d+|[?&](?:page|thread)=|#", re.IGNORECASE
)
"""In the address of a page that holds a chapter of a work, or comments, and not the work."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the head of a page says; empty and None where it does not."""

    title: str
    """As metadata has it, without the site's name."""
    authors: tuple[str, ...]
    summary: str | None
    published: date | None
    language: str | None
    address: str
    identity: str


def read_facts(root: _Element) -> PageFacts:
    """The facts in a page's head."""
    said = _metadata(root)
    address = _address(root, said)
    names = [name for key in _AUTHORS for name in said.get(key, ()) if "://" not in name]
    return PageFacts(
        title=_first(said, _TITLES),
        authors=tuple(dict.fromkeys(names)),
        summary=_first(said, _SUMMARIES) or None,
        published=read_date(_first(said, _DATES)),
        language=root.get("lang") or root.get("xml:lang") or _first(said, _LANGUAGES) or None,
        address=address,
        identity="" if _ONE_CHAPTER.search(address) else identity(address),
    )


def _metadata(root: _Element) -> dict[str, list[str]]:
    said: dict[str, list[str]] = {}
    for name, content in _pairs(root):
        if name and content:
            said.setdefault(name, []).append(content)
    return said


def _pairs(root: _Element) -> Iterator[tuple[str, str]]:
    """Names in lower case and values of a page's metadata, microdata's author among them."""
    for meta in root.iter("meta"):
        name = meta.get("name") or meta.get("property") or meta.get("itemprop") or ""
        yield name.strip().lower(), without_controls(" ".join(meta.get("content", "").split()))
    for element in root.iter("a", "span", "p", "address"):
        if element.get("itemprop") == "author" or element.get("rel") == "author":
            yield "author", text_of(element)


def _first(said: dict[str, list[str]], names: tuple[str, ...]) -> str:
    return next((said[name][0] for name in names if name in said), "")


def _address(root: _Element, said: dict[str, list[str]]) -> str:
    links = (link.get("href", "") for link in root.iter("link") if link.get("rel", "").lower() == "canonical")
    return next((link for link in links if link), "") or _first(said, ("og:url",))
