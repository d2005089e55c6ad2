"""A story that FanFicFare wrote as EPUB: title page, log of updates, one document a chapter.

Or the same converted by calibre, to EPUB or for a Kindle: that keeps each chapter's `meta`, signs the package
itself, may name the documents anew, and gives every body the class that it met first.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from reader.formats.addresses import chapter_place
from reader.formats.assembly import ChapterDraft, assemble
from reader.formats.epub.linked_styles import Styles
from reader.formats.epub.text import body_of, read_body
from reader.formats.fanficfare.chapters import plain_titles, prepare, settle_notes
from reader.formats.fanficfare.entries import Heading, read_entries, read_heading
from reader.formats.fanficfare.facts import read_front, read_info
from reader.formats.fanficfare.labels import meaning_of
from reader.formats.fanficfare.package_facts import described, names_in, with_package
from reader.formats.file_names import title_from
from reader.formats.labels import Fact
from reader.formats.markup.elements import classes, text_of
from reader.formats.markup.tree import drop
from reader.formats.source import UnreadableError
from reader.work.model import Block, BlockKind, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from reader.formats.epub.package import Package
    from reader.formats.fanficfare.entries import TitleEntry
    from reader.formats.source import Source
    from reader.work.model import Work

_MAKERS = re.compile(r"fanficfare|fanfictiondownloader|fanficdownloader", re.IGNORECASE)
_UID = re.compile(r"(?:fanficfare|fanficdownloader)-uid:")
_PAGES = {"title_page": "title", "toc_page": "contents", "log_page": "log", "cover": "cover"}
"""By the stem of a document's name: before 2016 nothing in it says what it is."""
_CLASSES = {
    "fff_titlepage": "title",
    "fff_tocpage": "contents",
    "fff_logpage": "log",
    "fff_coverpage": "cover",
    "fff_chapter": "chapter",
}
_NAMES = {"Table of Contents": "contents", "Update Log": "log"}
"""By the heading, where the class says nothing."""
_CHAPTER = re.compile(rb"""<meta[^<>]{0,40}name=["']chapterurl["']""")
_FIRST = 6
"""Documents of which one is a chapter; cover, title page, contents and log may stand before it."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SPLIT = "_split_"
_TITLES = ("chapterorigtitle", "chaptertitle")
"""Names of the `meta` with a chapter's title; the first leaves out the mark "(new)"."""


class _Chapter(NamedTuple):
    title: str
    url: str
    blocks: tuple[Block, ...]
    headed: bool
    """Whether the document has a heading of its own."""


def recognises(package: Package) -> bool:
    """Whether FanFicFare or its forerunner signed the package, or wrote what tells of a chapter's origin."""
    metadata = package.metadata
    signed = any(_MAKERS.search(agent.name) for agent in metadata.contributors)
    if signed or any(_UID.match(identifier.value) for identifier in metadata.identifiers):
        return True
    try:
        first = (package.archive.read(place.item.path) for place in package.spine[:_FIRST])
        return any(_CHAPTER.search(document) for document in first)
    except UnreadableError:
        return False


def read(package: Package, source: Source) -> Work:
    """The story. Raises `UnreadableError` where it has no chapter that can be read."""
    reading = _Reading(package)
    reading.all()
    if not reading.chapters:
        raise UnreadableError("It looks like a story by FanFicFare but holds no chapters.")
    about = reading.about
    entries = reading.entries or tuple({entry.label: entry for entry in reading.logged}.values())
    if not any(meaning_of(entry.label) is Fact.SUMMARY for entry in entries):
        entries = (*entries, *described(package.metadata))
    known = names_in(package.metadata)
    info = read_info(entries, title=about.title, authors=about.authors, url=about.url, known=known)
    info = with_package(info, package.metadata, reading.logged)
    info = info if info.title else info._replace(title=title_from(source.name))
    titles = plain_titles([chapter.title for chapter in reading.chapters])
    keys = _keys([chapter.url for chapter in reading.chapters])
    drafts = tuple(
        ChapterDraft(title, chapter.blocks, key)
        for title, key, chapter in zip(titles, keys, reading.chapters, strict=True)
    )
    front = (*reading.cover, *read_front(entries))
    return assemble(info, drafts, front=front, back=tuple(reading.log))


class _Reading:
    """One pass over the documents of a package, used once. It changes as it goes."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = Styles(package)
        self.about = Heading()
        self.entries: tuple[TitleEntry, ...] = ()
        self.logged: tuple[TitleEntry, ...] = ()
        """The entries of the update log, later ones after earlier ones."""
        self.cover: list[Block] = []
        self.log: list[Block] = []
        self.chapters: list[_Chapter] = []

    def all(self) -> None:
        """Read what stands in the spine; a document that is damaged is left out where others can be read."""
        for entry in self._package.spine:
            path = entry.item.path
            try:
                tree = self._package.document(path)
            except UnreadableError:
                continue
            match _kind(path, tree):
                case "title":
                    self.about, self.entries = read_heading(tree), read_entries(body_of(tree))
                case "log":
                    self.logged = read_entries(body_of(tree))
                    self.log += self._blocks(path, tree, Role.AFTERWORD)
                case "cover":
                    blocks = self._blocks(path, tree, Role.PREFACE)
                    self.cover += [block for block in blocks if block.kind is BlockKind.IMAGE]
                case "chapter":
                    self._add(path, self._chapter(path, tree))
        if not self.cover and self._package.cover:
            target = self._package.cover.path
            self.cover.append(Block(BlockKind.IMAGE, "cover", role=Role.PREFACE, target=target))

    def _add(self, path: str, found: _Chapter) -> None:
        """Add a chapter, or the rest of one: calibre splits long files and repeats all but the heading."""
        last = self.chapters[-1] if self.chapters else None
        if last is None and not found.url and all(block.kind is BlockKind.IMAGE for block in found.blocks):
            self.cover += found.blocks  # as calibre puts it in front
        elif last and _SPLIT in path and not found.headed and found.url in ("", last.url):
            self.chapters[-1] = last._replace(blocks=last.blocks + found.blocks)
        else:
            self.chapters.append(found)

    def _blocks(self, path: str, tree: _Element, role: Role) -> list[Block]:
        return read_body(self._package, path, tree, self._styles, role=role)

    def _chapter(self, path: str, tree: _Element) -> _Chapter:
        meta = {found.get("name", ""): found.get("content", "") for found in tree.iter("meta")}
        shown = _take_heading(tree, {text_of(found) for found in tree.iter("title")})
        title = next((meta[name] for name in _TITLES if meta.get(name)), "") or shown
        prepare(tree)
        blocks = settle_notes(self._blocks(path, tree, Role.STORY))
        return _Chapter(" ".join(unescape(title).split()), meta.get("chapterurl", ""), blocks, bool(shown))


def _kind(path: str, tree: _Element) -> str:
    """What a document holds, by what it says of itself, else by its class, else by its name."""
    if any(meta.get("name") == "chapterurl" for meta in tree.iter("meta")):
        return "chapter"
    named = classes(body_of(tree)) & _CLASSES.keys()
    stem = path.rpartition("/")[2].partition(".")[0]
    kind = _CLASSES[min(named)] if named else _PAGES.get(stem, "chapter")
    if kind == "title" and not read_heading(tree).url:
        headings = (_NAMES.get(text_of(heading)) for heading in body_of(tree).iter(*_HEADINGS))
        return next(filter(None, headings), kind)
    return kind


def _take_heading(tree: _Element, titles: set[str]) -> str:
    """The chapter's heading, taken out: the one of its class, else the first that repeats the title."""
    headings = list(body_of(tree).iter(*_HEADINGS))
    own = [heading for heading in headings if "fff_chapter_title" in classes(heading)]
    own = own or [heading for heading in headings[:1] if text_of(heading) in titles]
    if not own:
        return ""
    title = text_of(own[0])
    drop(own[0])
    return title


def _keys(urls: Sequence[str]) -> list[str]:
    """The keys of the chapters; empty for one whose address came before."""
    keys: list[str] = []
    seen = {""}
    for key in map(chapter_place, urls):
        keys.append("" if key in seen else key)
        seen.add(key)
    return keys
