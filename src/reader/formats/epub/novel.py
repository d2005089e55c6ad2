"""Any EPUB: a novel with its chapters by the contents, its matter set apart, its notes and links kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from reader.formats.assembly import assemble
from reader.formats.epub.chapters import chapters_of
from reader.formats.epub.documents import is_list_of_links, read_documents, repeats_title
from reader.formats.epub.facts import read_facts
from reader.formats.epub.footnotes import set_notes_apart
from reader.formats.epub.links import anchors_of, settle_links
from reader.formats.epub.matter import Kind
from reader.formats.epub.outline import entries_of, openings
from reader.formats.source import UnreadableError
from reader.work.model import Block, BlockKind, Role
from reader.work.titles import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.formats.assembly import ChapterDraft
    from reader.formats.epub.documents import Document
    from reader.formats.epub.package import Package
    from reader.formats.source import Source
    from reader.work.model import Work

_MOST_ENTRIES = 20_000
"""Entries of the contents that are looked at."""


def recognises(package: Package) -> bool:
    """Whether it is an EPUB: this reads those that nobody else does."""
    return bool(package.spine)


def read(package: Package, source: Source) -> Work:
    """The work in the package. Raises `UnreadableError` where there is nothing to read."""
    linear, others = read_documents(package, _titles(package))
    shown = [document for document in linear if not _is_dropped(package, document)]
    if not any(block.text for document in shown for block in document.blocks):
        shown = linear
    shown = sorted(_with_notes(shown), key=lambda document: document.kind is Kind.IMPRINT)
    front, drafts, back = chapters_of(shown, openings(package.contents, shown))
    front = (*_cover(package, linear), *front)
    back = (*back, *_led_to(package, others))
    if not any(block.text for block in (*front, *back, *_blocks_of(drafts))):
        raise UnreadableError("There is nothing to read in it.")
    anchors = anchors_of((*front, *back, *_blocks_of(drafts)))
    info = read_facts(package.metadata, source.name)
    if len(drafts) == 1 and folded(drafts[0].heading) == folded(info.title):
        drafts = (replace(drafts[0], heading=""),)
    return assemble(
        info,
        tuple(replace(draft, blocks=_settled(draft.blocks, anchors)) for draft in drafts),
        front=_settled(front, anchors),
        back=_settled(back, anchors),
    )


def _titles(package: Package) -> dict[str, str]:
    """What the contents call the documents in which they name one place at most."""
    entries = [entry for entry, _ in islice(entries_of(package.contents), _MOST_ENTRIES)]
    named = Counter(entry.path for entry in entries)
    titles = {place.item.path: "" for place in package.spine}
    titles |= {entry.path: entry.title for entry in entries}
    return {path: title for path, title in titles.items() if named[path] <= 1}


def _is_dropped(package: Package, document: Document) -> bool:
    """Whether a document says only what the reader shows anyway: cover, title page, contents."""
    if document.kind is Kind.COVER:
        return True
    if document.kind is Kind.CONTENTS:
        return is_list_of_links(document.blocks)
    return document.kind is Kind.TITLE and repeats_title(package, document.blocks)


def _with_notes(documents: Sequence[Document]) -> list[Document]:
    """The documents with the notes set apart that links alone tell from the story."""
    blocks = iter(set_notes_apart([block for document in documents for block in document.blocks]))
    return [replace(document, blocks=tuple(islice(blocks, len(document.blocks)))) for document in documents]


def _cover(package: Package, documents: Sequence[Document]) -> list[Block]:
    """The picture of the cover, with the places of the page that it stood on."""
    pages = [document for document in documents if document.kind is Kind.COVER]
    images = [block for page in pages for block in page.blocks if block.kind is BlockKind.IMAGE]
    target = package.cover.path if package.cover else images[0].target if images else ""
    if not target:
        return []
    anchors = tuple(anchor for page in pages for block in page.blocks for anchor in block.anchors)
    named = (image.text for image in images if image.text.casefold() not in ("", "image"))
    return [Block(BlockKind.IMAGE, next(named, "Cover"), role=Role.PREFACE, anchors=anchors, target=target)]


def _led_to(package: Package, documents: Sequence[Document]) -> list[Block]:
    """The blocks of what is read only when a link leads there, all of it set apart."""
    return [
        block if block.role is Role.END_NOTES else block._replace(role=Role.AFTERWORD)
        for document in documents
        if not _is_dropped(package, document)
        for block in document.blocks
    ]


def _blocks_of(drafts: Sequence[ChapterDraft]) -> list[Block]:
    return [block for draft in drafts for block in draft.blocks]


def _settled(blocks: Sequence[Block], anchors: set[str]) -> tuple[Block, ...]:
    return tuple(settle_links(block, anchors) for block in blocks)
