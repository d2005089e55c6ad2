"""What an FB2 file says of the work (FictionBook2.1.xsd, `description`): names, genres, series, identity."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.formats.addresses import identity, isbn
from reader.formats.dates import read_date
from reader.formats.fb2.as_html import to_html
from reader.formats.fb2.genres import genre_name
from reader.formats.markup.elements import text_of
from reader.formats.markup.inline import without_controls
from reader.formats.markup.walk import read_blocks
from reader.formats.numbers import part_number
from reader.formats.summary import as_text, labelled
from reader.work.model import Block, BlockKind, Role, SeriesPart, Tag, TagKind, WorkInfo
from reader.work.titles import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_STORY_SITE = re.compile(r"(?:[a-z0-9]+:\d+|ficbook\.net/readfic/[\w-]+)")
"""Identities that name a story: the address in a file made by a library is often the library's own."""
_LONGEST_ID = 200
"""Code points."""


def read_description(root: _Element, title: str) -> tuple[WorkInfo, tuple[Block, ...]]:
    """The facts of the work, and cover, translators and summary as they are shown before it.

    `title` is for a work that has none.
    """
    about = root.find("description/title-info")
    if about is None:
        about = root.makeelement("title-info")
    annotation = about.find("annotation")
    summary = [] if annotation is None else read_blocks(to_html(annotation), role=Role.SUMMARY)
    posted = about.find("date")
    said = () if posted is None else (posted.get("value", ""), text_of(posted))
    info = WorkInfo(
        id=_identity(root),
        title=_text(about, "book-title") or title,
        authors=tuple(_people(about, "author")),
        tags=tuple(_tags(about)),
        series=tuple(_series(about)),
        language=_text(about, "lang") or None,
        summary=as_text(summary),
        published=next(filter(None, map(read_date, said)), None),
        url=_story_address(root) or None,
    )
    return info, (*_front(about), *labelled(summary))


def _front(about: _Element) -> Iterator[Block]:
    for image in about.iterfind("coverpage/image"):
        target = without_controls(image.get("href", ""))
        yield Block(BlockKind.IMAGE, "", role=Role.PREFACE, target=target)
    translators = ", ".join(_people(about, "translator"))
    if translators:
        yield Block(BlockKind.PARAGRAPH, f"Translated by {translators}", role=Role.PREFACE)


def _text(parent: _Element, path: str) -> str:
    found = parent.find(path)
    return "" if found is None else text_of(found)


def _people(about: _Element, tag: str) -> Iterator[str]:
    """Names as they are spoken: first, middle, last; a nickname where there is no name."""
    for person in about.findall(tag):
        parts = (_text(person, f"{part}-name") for part in ("first", "middle", "last"))
        name = " ".join(part for part in parts if part) or _text(person, "nickname")
        name = name or ("" if len(person) else text_of(person))
        if name:
            yield name


def _tags(about: _Element) -> Iterator[Tag]:
    names = [genre_name(text_of(genre)) for genre in about.findall("genre")]
    for keywords in about.findall("keywords"):
        names += re.split(r"\s*[,;]\s*", text_of(keywords))
    for name in dict.fromkeys(names):
        if name:
            yield Tag(TagKind.ADDITIONAL, name)


def _series(about: _Element) -> Iterator[SeriesPart]:
    """Every sequence, those in others too."""
    for sequence in about.iter("sequence"):
        name = without_controls(" ".join(sequence.get("name", "").split()))
        if name:
            yield SeriesPart(name, part_number(sequence.get("number", "")))


def _identity(root: _Element) -> str:
    """By the story's address, the id that its editor gave the file once, or its ISBN.

    calibre writes the uuid of its own library's entry, or a new one (its fb2ml.py), so that one is none. The
    ISBN is that of the paper edition, which may hold several works, so it counts only where that has the
    work's title.
    """
    address = _story_address(root)
    if address:
        return identity(address)
    document = " ".join(_text(root, "description/document-info/id").split())
    program = _text(root, "description/document-info/program-used").lower()
    if document and len(document) <= _LONGEST_ID and "calibre" not in program:
        return f"fb2:{document}"
    edition = folded(_text(root, "description/publish-info/book-name"))
    if edition and edition != folded(_text(root, "description/title-info/book-title")):
        return ""
    return isbn(_text(root, "description/publish-info/isbn"))


def _story_address(root: _Element) -> str:
    """The address that the file was made from where it is a story's own."""
    for source in root.iterfind("description/document-info/src-url"):
        address = text_of(source)
        if _STORY_SITE.fullmatch(identity(address)):
            return address
    return ""
