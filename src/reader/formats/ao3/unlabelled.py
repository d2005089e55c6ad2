"""Downloads whose ids and classes a conversion took away (MOBI, PDF), made into the HTML they were.

What tells the parts of a work is then the order of the template, its labels, and what stands indented.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from reader.formats.ao3.facts import is_comment_plea, is_notes_link, posted_url
from reader.formats.labels import field_of, matter_role
from reader.formats.markup.elements import HEADING_LEVELS, text_of
from reader.work.model import Role
from reader.work.titles import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

_OF_CHAPTER = re.compile(r"chapter\b", re.IGNORECASE)
_MOST_PREFACE = 400
"""Elements within which the title and the byline stand."""


def is_download(elements: Sequence[_Element]) -> bool:
    """Whether the elements begin with the message that every download has."""
    return any(posted_url(text_of(element)) for element in elements[:5])


def rebuilt(elements: Sequence[_Element]) -> _Element:
    """The download, as `download.read_tree` takes it.

    Chapter headings are `h1` to `h6`, what stands indented is a `blockquote`, an `hr` is the beginning of a
    new page; the rest may be anything.
    """
    writer = _Download()
    title = _title_at(elements)
    for element in elements[:title]:
        writer.fact(element)
    for at, element in enumerate(elements[title:]):
        if element.tag == "hr":
            writer.new_page()
        elif at == 0:
            writer.title(element)
        else:
            writer.take(element)
    return writer.body


def _title_at(elements: Sequence[_Element]) -> int:
    """The index of the work's title: the last element before the byline that is not among the facts."""
    texts = [text_of(element) for element in elements[:_MOST_PREFACE]]
    posted = next((at for at, text in enumerate(texts) if posted_url(text)), 0)
    message = folded(" ".join(texts[: posted + 1]))
    for at, text in enumerate(texts[posted:-1], posted):
        if text and texts[at + 1].startswith("by ") and message.startswith(folded(text)):
            return at
    return next((at for at, element in enumerate(elements) if element.tag in HEADING_LEVELS), len(elements))


class _Download:
    """The tree while it is written. It changes with each element."""

    def __init__(self) -> None:
        self.body = etree.Element("body")
        preface = etree.SubElement(self.body, "div", {"id": "preface"})
        self._message = etree.SubElement(preface, "p", {"class": "message"})
        self._meta = etree.SubElement(preface, "div", {"class": "meta"})
        self._facts = etree.SubElement(self._meta, "dl", {"class": "tags"})
        self._chapters = etree.SubElement(self.body, "div", {"id": "chapters"})
        self._afterword = etree.SubElement(self.body, "div", {"id": "afterword"})
        self._text: _Element | None = None
        """The text of the chapter that was begun."""
        self._matter: _Element | None = self._meta
        """Where labels, notes and what is indented go; None in a chapter's text."""
        self._count = 0

    def fact(self, element: _Element) -> None:
        """Takes the message, or a label or a value of the list of tags."""
        text = text_of(element)
        if posted_url(text):
            self._message.append(element)
        elif element.tag != "hr" and text:
            element.tag = "dt" if text.endswith(":") and field_of(text) else "dd"
            self._facts.append(element)

    def title(self, element: _Element) -> None:
        """Takes the work's title."""
        element.tag = "h1"
        self._meta.append(element)

    def new_page(self) -> None:
        """The preface has ended."""
        if self._matter is self._meta and self._has_byline():
            self._matter = None

    def take(self, element: _Element) -> None:
        """Takes what stands after the title."""
        text = text_of(element)
        role = matter_role(text) if element.tag == "p" else None
        if self._matter is self._meta and text.startswith("by ") and not self._has_byline():
            _append(self._matter, element, "div", "byline")
        elif element.tag in HEADING_LEVELS:
            self._heading(element)
        elif is_comment_plea(text):
            self._matter = self._afterword
        elif role in (Role.END_NOTES, Role.AFTERWORD):
            self._end_matter(element, text)
        elif self._matter is None:
            self._story(element)
        elif not text and not len(element):
            pass  # a blank line around notes
        elif role or element.tag == "blockquote" or self._matter is self._afterword:
            self._matter.append(element)
        elif is_notes_link(text):
            _append(self._matter, element, "div", "endnote-link")
        else:
            self._story(element)

    def _has_byline(self) -> bool:
        return self._meta.find("*[@class='byline']") is not None

    def _heading(self, element: _Element) -> None:
        self._count += 1
        group = etree.SubElement(self._chapters, "div", {"class": "meta group"})
        for stray in self._afterword:
            group.addprevious(stray)
        _append(group, element, "h2", "heading")
        self._matter, self._text = group, None

    def _end_matter(self, element: _Element, text: str) -> None:
        """A chapter's end notes go into the chapter, those of the work behind the chapters."""
        group = self._afterword
        if _OF_CHAPTER.match(text):
            group = etree.SubElement(self._chapters, "div", {"class": "meta", "id": f"endnotes{self._count}"})
            self._text = None
        if element.get("id"):
            group = etree.SubElement(group, "div", {"id": element.attrib.pop("id")})
        group.append(element)
        self._matter = group

    def _story(self, element: _Element) -> None:
        """A chapter's text; a quotation in it follows other text, so that it is none of the notes."""
        if self._text is None:
            self._text = etree.SubElement(self._chapters, "div", {"class": "userstuff"})
        self._text.append(element)
        self._matter = None


def _append(parent: _Element, element: _Element, tag: str, name: str) -> None:
    element.tag = tag
    element.set("class", name)
    parent.append(element)
