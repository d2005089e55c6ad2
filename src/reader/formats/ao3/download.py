"""HTML that the Archive of Our Own offers for download, of every template it has had.

Source: otwarchive, `app/views/downloads` and its history.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from reader.formats.anchors import named
from reader.formats.ao3.preface import preface_parts, read_info
from reader.formats.assembly import ChapterDraft, assemble
from reader.formats.labels import label_heading, matter_role
from reader.formats.markup.elements import classes, safe_address, text_of
from reader.formats.markup.inline import one_line
from reader.formats.markup.tree import opening, parse
from reader.formats.markup.walk import read_blocks
from reader.formats.source import UnreadableError
from reader.formats.summary import as_text
from reader.work.model import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml.etree import _Element

    from reader.formats.source import Source
    from reader.work.model import Block, Work

NAME = "ao3"

_MESSAGE = re.compile(r"""<p\b[^<>]{0,300}?class=["']?message""")
_CHAPTERS = re.compile(rb"""<div\b[^<>]{0,300}?\bid=["']?chapters""")
_NO_MATTER = frozenset({"h1", "h2"})
_NO_MATTER_CLASSES = frozenset({"byline", "message", "tags", "toc-heading"})


def recognises(source: Source) -> bool:
    """Whether the file begins with the message that every download has, and has chapters."""
    head = opening(source.data)
    return (
        "Posted originally on the" in head
        and _MESSAGE.search(head) is not None
        and _CHAPTERS.search(source.data) is not None
    )


def read(source: Source) -> Work:
    """The work in a file."""
    return read_tree(parse(source.data))


def read_tree(root: _Element, *, address: Callable[[str], str] = safe_address) -> Work:
    """The work in a tree; `address` as in `walk.read_blocks`.

    Raises `UnreadableError` where the tree has lost its chapters.
    """
    chapters = root.find(".//*[@id='chapters']")
    if chapters is None:
        raise UnreadableError("It begins like an AO3 download but holds no chapters.")
    return _Page(root, chapters, address).work()


@dataclass(slots=True)
class _Draft:
    """A chapter while it is read."""

    heading: str = ""
    byline: str = ""
    blocks: list[Block] = field(default_factory=list)
    has_text: bool = False


@dataclass(frozen=True, slots=True)
class _Page:
    """A download: its tree, the element with the chapters, and how links are kept."""

    root: _Element
    chapters: _Element
    address: Callable[[str], str]

    def work(self) -> Work:
        """Everything in the download."""
        front = self._front()
        summary = [block for block in front if block.role is Role.SUMMARY and block.text]
        info = read_info(self.root, self.chapters)._replace(summary=as_text(summary[1:]))
        drafts = tuple(
            ChapterDraft(draft.heading, tuple(draft.blocks), byline=draft.byline) for draft in self._drafts()
        )
        return assemble(info, drafts, front=tuple(front), back=tuple(self._back()))

    def _front(self) -> list[Block]:
        """Summary, notes and related works, which stand in the preface after the byline."""
        parts = preface_parts(self.root, self.chapters)
        title = next((found for part in parts for found in part.iter("h1")), None)
        meta = None if title is None else title.getparent()
        return [] if meta is None else self._matter(meta, Role.PREFACE)

    def _back(self) -> list[Block]:
        """End notes and works inspired by this one; without a wrapper before 2019."""
        afterword = self.root.find(".//*[@id='afterword']")
        if afterword is not None:
            return self._matter(afterword, Role.AFTERWORD)
        after = (part for part in self.chapters.itersiblings() if not _belongs_to_a_chapter(part))
        return self._matter(after, Role.AFTERWORD)

    def _drafts(self) -> list[_Draft]:
        drafts = [_Draft()]
        for part in self._parts():
            heading = part if part.tag == "h2" else part.find("h2")
            if "toc-heading" in classes(part):
                continue
            if heading is not None and not _is_text(part):
                if drafts[-1].has_text or drafts[-1].heading:
                    drafts.append(_Draft())
                drafts[-1].heading = text_of(heading)
                drafts[-1].byline = _byline(part)
                drafts[-1].blocks += self._matter(part, Role.NOTES)
            elif _is_end_matter(part):
                drafts[-1].blocks += self._part(part, Role.END_NOTES)
            else:
                drafts[-1].blocks += read_blocks(part, itself=not _is_text(part), address=self.address)
                drafts[-1].has_text = True
        return drafts

    def _parts(self) -> Iterator[_Element]:
        """Headings, texts and notes of the chapters in order.

        Text that stands between them becomes a paragraph; after a stray end tag they go on behind the element
        that should hold them.
        """
        fallen = (part for part in self.chapters.itersiblings() if _belongs_to_a_chapter(part))
        for part in [*self.chapters, *fallen]:
            yield part
            if part.tail and part.tail.strip():
                stray = etree.Element("p")
                stray.text = part.tail
                yield stray

    def _matter(self, parts: Iterable[_Element], role: Role) -> list[Block]:
        """The blocks of what stands around the story, under the headings of the archive's labels.

        What follows a label has its role, what comes before the first has `role`.
        """
        blocks: list[Block] = []
        label: Block | None = None
        for child in parts:
            if child.tag in _NO_MATTER or _NO_MATTER_CLASSES & classes(child):
                continue
            labelled = matter_role(text_of(child)) if child.tag in ("p", "dt") else None
            if labelled:
                role = labelled
                label = label_heading(text_of(child), role)
                continue
            found = self._part(child, role)
            blocks += [label, *found] if label and found else found
            label = None if found else label
        return blocks

    def _part(self, element: _Element, role: Role) -> list[Block]:
        """The blocks of one element among the matter; a label inside it may give them another role."""
        if "endnote-link" in classes(element):
            return read_blocks(element, role=Role.NOTES, address=self.address)
        direct = [element.text, *(child.tail for child in element)]
        if element.tag in ("div", "dl") and not any(text and text.strip() for text in direct):
            name = one_line(element.get("id", ""))
            return list(named(self._matter(element, role), [name] if name else []))
        whole = element.tag not in ("blockquote", "dd")
        return read_blocks(element, role=role, itself=whole, address=self.address)


def _is_text(part: _Element) -> bool:
    """Whether it holds a chapter's text; conversion to EPUB leaves "userstuff2"."""
    return any(name.startswith("userstuff") for name in classes(part))


def _is_end_matter(part: _Element) -> bool:
    return part.get("id", "").startswith("endnotes") or bool(classes(part) & {"meta", "preface"})


def _belongs_to_a_chapter(part: _Element) -> bool:
    """Whether an element behind the chapters is a part of one."""
    heading = part.find("h2")
    return (
        _is_text(part)
        or re.fullmatch(r"endnotes\d+", part.get("id", "")) is not None
        or (heading is not None and "heading" in classes(heading))
    )


def _byline(meta: _Element) -> str:
    bylines = [text_of(child) for child in meta if "byline" in classes(child)]
    return bylines[0] if bylines else ""
