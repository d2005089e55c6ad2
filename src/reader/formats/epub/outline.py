"""Where the chapters of an EPUB begin: by its contents where they say so, else by its documents' headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.formats.epub.chapter_headings import leading_headings
from reader.formats.epub.matter import kind_by_title
from reader.formats.markup.inline import without_controls
from reader.work.model import BlockKind, Role
from reader.work.titles import without_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.formats.epub.contents import Entry
    from reader.formats.epub.documents import Document

_PAGE = re.compile(r"(?:page|p\.?|pg\.?|seite|s\.)?\s*(?:\d+|[ivxlc]+)", re.IGNORECASE)
_PAGES = 100
"""Entries; so many that are all numbers may be those of printed pages."""
_SHORTEST_CHAPTER = 3000
"""Code points on average between entries that are all numbers, where they are chapters and not pages."""
_DEEPEST_HEADING = 2
"""The level of headings below which none begins a chapter."""


class Spot(NamedTuple):
    """A place in the documents: the index of one and that of a block in it."""

    document: int
    block: int


class Opening(NamedTuple):
    """What the contents say begins at a spot."""

    title: str
    parent: bool
    """True for an entry that has others under it: a part, rather than a chapter."""


def entries_of(contents: Sequence[Entry]) -> Iterator[tuple[Entry, bool]]:
    """All entries in order, however deep they nest, with whether there are others under each."""
    waiting = list(reversed(contents))
    while waiting:
        entry = waiting.pop()
        yield entry, bool(entry.entries)
        waiting += reversed(entry.entries)


def openings(contents: Sequence[Entry], documents: Sequence[Document]) -> dict[Spot, Opening]:
    """Where chapters and parts begin. At a spot of several entries the last is meant, the deepest."""
    listed = _by_contents(contents, documents)
    if _is_enough(listed, documents):
        return listed
    found = _by_headings(documents)
    if len(found) > 1 or Spot(0, 0) in listed:
        return found
    return listed or found


def _by_contents(contents: Sequence[Entry], documents: Sequence[Document]) -> dict[Spot, Opening]:
    at = {document.path: index for index, document in enumerate(documents)}
    where = {
        anchor: Spot(index, number)
        for index, document in reversed(list(enumerate(documents)))
        for number, block in reversed(list(enumerate(document.blocks)))
        for anchor in block.anchors
    }
    found: dict[Spot, Opening] = {}
    for entry, parent in entries_of(contents):
        if entry.path in at:
            start = Spot(at[entry.path], 0)
            name = without_controls(f"{entry.path}#{entry.fragment}")
            spot = where.get(name, start) if entry.fragment else start
            if spot == start or name in where:
                found[spot] = Opening(" ".join(without_controls(entry.title).split()), parent)
    return found


def _is_enough(listed: dict[Spot, Opening], documents: Sequence[Document]) -> bool:
    """Whether the contents tell chapters: more than one place in the story, and not the printed pages."""
    titles = [
        opening.title
        for spot, opening in listed.items()
        if kind_by_title(opening.title) is None
        and any(block.role is Role.STORY for block in documents[spot.document].blocks)
    ]
    if len(titles) >= _PAGES and all(_PAGE.fullmatch(title.strip()) for title in titles):
        length = sum(len(block.text) for document in documents for block in document.blocks)
        return length >= _SHORTEST_CHAPTER * len(titles)
    return len(titles) > 1


def _by_headings(documents: Sequence[Document]) -> dict[Spot, Opening]:
    """At the documents that begin with a heading; in a single such document, at its largest headings."""
    starts = {}
    for index, document in enumerate(documents):
        if any(block.role is Role.STORY for block in document.blocks) and leading_headings(document.blocks):
            starts[Spot(index, 0)] = Opening("", parent=False)
    if len(starts) > 1:
        return starts
    for level in range(1, _DEEPEST_HEADING + 1):
        found = {
            Spot(index, number): Opening("", parent=False)
            for index, document in enumerate(documents)
            for number, block in enumerate(document.blocks)
            if block.kind is BlockKind.HEADING and block.level == level and block.role is Role.STORY
        }
        if len(found) > 1:
            return found
    return starts or _by_titles(documents)


def _by_titles(documents: Sequence[Document]) -> dict[Spot, Opening]:
    """At every document, where each has a title of its own and none a heading."""
    titles = [document.title for document in documents]
    if len(titles) > 1 and all(titles) and len(set(titles)) == len(titles):
        return {Spot(index, 0): Opening(title, parent=False) for index, title in enumerate(titles)}
    return {}


def begins_a_chapter(document: Document) -> bool:
    """Whether a document that no entry leads to begins with a numbered heading ("Chapter 4")."""
    headings = leading_headings(document.blocks)
    text = document.blocks[headings[0]].text if headings else ""
    return bool(text) and without_number(text) != " ".join(text.split())
