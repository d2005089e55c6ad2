"""The documents of an EPUB's spine as blocks, each with what it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.formats.epub.linked_styles import Styles
from reader.formats.epub.matter import ROLES, Kind, kind_by_name, kind_by_terms, kind_by_title
from reader.formats.epub.semantics import types
from reader.formats.epub.text import body_of, read_body
from reader.formats.markup.elements import text_of
from reader.formats.source import UnreadableError
from reader.work.model import Block, BlockKind, Role
from reader.work.titles import folded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.etree import _Element

    from reader.formats.epub.manifest import Item
    from reader.formats.epub.package import Package

_BYLINE = "by a an the novel of written von de par di por edition"

_TITLE_LINES, _LONGEST_BYLINE = 12, 100
"""Blocks of a page that repeats the title, and code points beside title and names."""
_LONGEST_TITLE_PAGE = 3000
"""Code points; what is longer is none, whatever the package calls it."""
_LONGEST_MATTER = 30_000
"""Code points of matter that only its title tells from a chapter: licences are as long as that."""


@dataclass(frozen=True, slots=True)
class Document:
    """One document of the spine."""

    path: str
    title: str
    """Of its `<title>` element, as the producer wrote it."""
    kind: Kind
    blocks: tuple[Block, ...]


def read_documents(package: Package, titles: Mapping[str, str]) -> tuple[list[Document], list[Document]]:
    """The documents in the order of reading, and those that are only led to (`linear="no"`).

    `titles` are what the contents call the documents by path; those in which several chapters begin are not
    among them. A document that can't be read is passed over;
    where none can, `UnreadableError` says why.
    """
    styles = Styles(package)
    linear: list[Document] = []
    others: list[Document] = []
    seen: set[str] = set()
    failure = None
    for place in package.spine:
        if place.item.path in seen:
            continue
        seen.add(place.item.path)
        try:
            document = _document(package, place.item, styles, titles.get(place.item.path))
        except UnreadableError as error:
            failure = error
        else:
            (linear if place.linear else others).append(document)
    if failure and not linear and not others:
        raise failure
    return (linear, others) if linear else (others, [])


def _document(package: Package, item: Item, styles: Styles, title: str | None) -> Document:
    if item.media_type.startswith("image/"):
        name = "Cover" if package.cover == item else "Image"
        image = Block(BlockKind.IMAGE, name, anchors=(item.path,), target=item.path)
        return Document(item.path, "", Kind.COVER if package.cover == item else Kind.STORY, (image,))
    tree = package.document(item.path)
    terms = _terms(body_of(tree))
    given = next((text_of(found) for found in tree.iter("title")), "")
    blocks = read_body(package, item.path, tree, styles)
    terms |= {"toc"} if "nav" in item.properties else set()
    kind = _kind(package, item, terms, title, blocks)
    if kind is not Kind.STORY:
        role = ROLES.get(kind, Role.AFTERWORD)
        blocks = [block._replace(role=role) if block.role is Role.STORY else block for block in blocks]
    return Document(item.path, given, kind, tuple(blocks))


def _terms(body: _Element) -> frozenset[str]:
    """The terms on a body and on the only element in it, and in that, as far as they are the only ones."""
    terms = types(body)
    element = body
    for _ in range(3):
        parts = list(element)
        if len(parts) != 1 or (element.text or "").strip():
            break
        element = parts[0]
        terms |= types(element)
    return terms


def _kind(
    package: Package, item: Item, terms: frozenset[str], title: str | None, blocks: Sequence[Block]
) -> Kind:
    """What a document is: by its terms, else its titles, else what the package or its name calls it."""
    length = sum(len(block.text) for block in blocks)
    found = kind_by_terms(terms)
    if found is None and (title is not None or length <= _LONGEST_TITLE_PAGE):
        found = _kind_as_named(package, item, title or "", blocks, length)
    if found in (Kind.COVER, Kind.TITLE, Kind.CONTENTS) and length > _LONGEST_TITLE_PAGE:
        return Kind.CONTENTS if found is Kind.CONTENTS and is_list_of_links(blocks) else Kind.STORY
    if found is Kind.CONTENTS and not is_list_of_links(blocks):
        return Kind.FRONT
    if found is Kind.COVER and any(_is_prose(block) for block in blocks):
        return Kind.FRONT
    if found is None and repeats_title(package, blocks):
        return Kind.TITLE
    return found or Kind.STORY


def _kind_as_named(
    package: Package, item: Item, title: str, blocks: Sequence[Block], length: int
) -> Kind | None:
    """What a document is by its heading or its title in the contents, by landmarks, by its file's name."""
    heading = blocks[0].text if blocks and blocks[0].kind is BlockKind.HEADING else ""
    found = kind_by_title(heading or title)
    if found in (Kind.FRONT, Kind.IMPRINT, Kind.BACK) and length > _LONGEST_MATTER:
        return None
    if found is None and length <= _LONGEST_MATTER:
        found = kind_by_terms(frozenset({package.landmarks.get(item.path, "")}))
    if found is None and not heading:
        found = kind_by_name(item.path, length) or (Kind.COVER if _is_cover(package, blocks) else None)
    return found


def _is_cover(package: Package, blocks: Sequence[Block]) -> bool:
    """Whether it shows the cover's picture and nothing else."""
    cover = package.cover
    return cover is not None and [block.target for block in blocks] == [cover.path]


def _is_prose(block: Block) -> bool:
    return block.kind is not BlockKind.IMAGE and len(block.text) > 100


def is_list_of_links(blocks: Sequence[Block]) -> bool:
    """Whether at least half of what is written in the blocks are links: a list of contents, or nothing."""
    text = sum(len(block.text) for block in blocks if block.kind not in (BlockKind.HEADING, BlockKind.IMAGE))
    linked = sum(span.end - span.start for block in blocks for span in block.spans if span.link)
    return linked * 2 >= text


def repeats_title(package: Package, blocks: Sequence[Block]) -> bool:
    """Whether the blocks say nothing but the work's title, its authors and its publisher."""
    data = package.metadata
    known = " ".join([data.title, data.subtitle or "", *data.authors, data.publisher or ""])
    words = {*folded(known).split(), *_BYLINE.split()}
    text = " ".join(block.text for block in blocks[:_TITLE_LINES] if block.kind is not BlockKind.IMAGE)
    if len(blocks) > _TITLE_LINES or len(text) > len(known) * 3 + _LONGEST_BYLINE:
        return False
    said = set(folded(text).split())
    names = [name for name in map(folded, (data.title, *data.authors)) if name]
    return words >= said and any(said.issuperset(name.split()) for name in names)
