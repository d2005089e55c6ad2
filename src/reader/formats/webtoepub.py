"""EPUB that the browser extension WebToEpub makes of a story's pages.

Source: dteviot/WebToEpub, `js/EpubPacker.js`, `js/Parser.js` (information page), and the parsers for AO3 and
FanFiction.net. Each file of the package names the page it came from in a `dc:source` with the file's id.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from lxml import etree

from reader.formats.addresses import chapter_place, identity
from reader.formats.ao3.page_notes import mark_notes
from reader.formats.ao3.preface import read_info
from reader.formats.assembly import assemble
from reader.formats.epub.chapter_documents import read_chapters
from reader.formats.epub.facts import read_facts
from reader.formats.epub.text import body_of
from reader.formats.epub.trees import xml_tree
from reader.formats.markup.elements import classes, text_of
from reader.formats.site_line import read_site_line
from reader.formats.source import UnreadableError
from reader.formats.summary import as_blocks
from reader.work.model import Tag, TagKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from reader.formats.epub.package import Package
    from reader.formats.source import Source
    from reader.work.model import Work, WorkInfo

_COVER = re.compile(r"(?:.*/)?Cover\.xhtml")
_CROSSOVER = re.compile(r"(.+?) \+ (.+?) Crossover")


def recognises(package: Package) -> bool:
    """Whether WebToEpub signed the package."""
    return any("WebToEpub" in agent.name for agent in package.metadata.contributors)


def read(package: Package, source: Source) -> Work:
    """The story. Raises `UnreadableError` where it holds no chapter, or one that can't be read."""
    paths = [place.item.path for place in package.spine if not _COVER.fullmatch(place.item.path)]
    page = body_of(package.document(paths[0])) if paths else None
    if page is not None and not _is_information(page):
        page = None
    about = paths[0] if page is not None else ""
    sources = _sources(package)
    chapters = [path for path in paths if path != about and path not in _contents(package)]
    places = {path: chapter_place(sources.get(path, "")) for path in chapters}
    often = Counter(places.values())
    keys = {path: place for path, place in places.items() if often[place] == 1}
    drafts = read_chapters(package, chapters, keys=keys, prepare=mark_notes)
    if not drafts:
        raise UnreadableError("It looks like a story saved by WebToEpub but holds no chapters.")
    info = read_facts(package.metadata, source.name)
    addresses = [
        sources.get(about, ""),
        *_identifiers(package),
        *(sources.get(path, "") for path in chapters[:1]),
    ]
    url = next((address for address in addresses if identity(address)), "")
    info = info._replace(id=identity(url) or info.id, url=url or info.url, published=None)
    if page is not None:
        info = _with_page(info, page)
    return assemble(info, drafts, front=as_blocks(info.summary))


def _is_information(page: _Element) -> bool:
    """Whether it is the page about the story, which begins with the address of the contents after a label."""
    label = page.find("div/p/b")
    return label is not None and (label.tail or "").strip().startswith(("http://", "https://"))


def _contents(package: Package) -> set[str]:
    return {item.path for item in package.items if "nav" in item.properties}


def _sources(package: Package) -> dict[str, str]:
    """The address that each file came from, by its name in the archive."""
    try:
        root = xml_tree(package.archive.read(package.path)) if package.path else None
    except UnreadableError:
        root = None
    paths = {f"id.{item.id}": item.path for item in package.items}
    found = {} if root is None else {one.get("id", ""): text_of(one) for one in root.iter("source")}
    return {paths[name]: address for name, address in found.items() if name in paths}


def _identifiers(package: Package) -> Iterator[str]:
    """The package's identifiers, of which one is the address where it was made."""
    yield from (identifier.value.removeprefix("uri:") for identifier in package.metadata.identifiers)


def _with_page(info: WorkInfo, page: _Element) -> WorkInfo:
    """The facts with those on the information page: AO3's list of tags, or FanFiction.net's line."""
    facts = next((found for found in page.iter("dl") if "meta" in classes(found)), None)
    if facts is not None:
        return _with_list(info, facts)
    lines = page.iterfind(".//*[@id='profile_top']//span")
    line = next((found for span in lines if (found := read_site_line(text_of(span)))), None)
    if line is None:
        return info
    return info._replace(
        tags=(*_fandoms(page), *line.tags),
        language=line.language or info.language,
        words=line.words,
        chapters_posted=line.chapters,
        chapters_total=line.chapters if line.complete else None,
        complete=line.complete,
        published=line.published,
        updated=line.updated,
    )


def _with_list(info: WorkInfo, facts: _Element) -> WorkInfo:
    holder = etree.Element("body")
    holder.append(facts)
    found = read_info(holder, etree.SubElement(holder, "div"))
    return found._replace(
        id=info.id, url=info.url, title=info.title, authors=info.authors, summary=info.summary
    )


def _fandoms(page: _Element) -> list[Tag]:
    """What the last link above the story leads to; of a crossover both."""
    links = [text_of(link) for link in page.iterfind(".//*[@id='pre_story_links']//a")]
    if not links or not links[-1]:
        return []
    both = _CROSSOVER.fullmatch(links[-1])
    return [Tag(TagKind.FANDOM, name) for name in (both.groups() if both else links[-1:])]
