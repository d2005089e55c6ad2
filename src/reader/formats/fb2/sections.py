"""The chapters of an FB2 body: sections nest to any depth, and a part holds chapters."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.formats.assembly import ChapterDraft
from reader.formats.fb2.as_html import to_html
from reader.formats.markup.elements import text_of
from reader.formats.markup.tree import drop
from reader.formats.markup.walk import read_blocks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

_CHAPTER = 1500
"""Code points; where titled sections are shorter on average, they are parts of a chapter."""
_TEXT = frozenset({"p", "poem", "cite", "subtitle", "table"})
_ENDED = (".", ":", "!", "?", "…", "—", "-")


@dataclass(slots=True)
class _Chapter:
    """A chapter as it is put together. It changes as sections are found."""

    titles: list[str]
    elements: list[_Element] = field(default_factory=list)


def chapters(bodies: Sequence[_Element]) -> list[ChapterDraft]:
    """The chapters of the bodies that hold the work itself. Their elements are used up.

    A section that holds titled sections, long enough, is a part: its title goes before that of its first
    chapter, its epigraph into it. A section without a title goes on with the chapter before it, after a
    break, unless none has a title.
    """
    titled = any(heading_of(section) for body in bodies for section in body.iter("section"))
    sizes = _sizes(bodies)
    found: list[_Chapter] = []
    part = _Chapter([])
    stack = [*reversed(bodies)]
    while stack:
        section = stack.pop()
        within = [child for child in section if child.tag == "section"]
        title = heading_of(section)
        part.titles += [title] if title else []
        drop_title(section)
        if within and (section.tag == "body" or _is_part(within, sizes)):
            own = [child for child in section if child.tag != "section"]
            part.elements += [_place_of(section), *own]
            if any(child.tag in _TEXT for child in own):
                found.append(part)
                part = _Chapter([])
            stack += reversed(within)
        elif found and titled and not part.titles:
            found[-1].elements += [_scene_break(section), *part.elements, section]
            part = _Chapter([])
        else:
            part.elements.append(section)
            found.append(part)
            part = _Chapter([])
    if part.elements:
        found.append(part)
    return [_draft(chapter) for chapter in found]


def heading_of(section: _Element) -> str:
    """Its title on one line, without the numbers of notes: "Part One. The Quay"."""
    title = section.find("title")
    if title is None:
        return ""
    for note in [*title.iter("a")]:
        if note.get("type") == "note":
            drop(note)
    heading = ""
    for line in title if len(title) else [title]:
        text = text_of(line)
        if text:
            between = "" if not heading else " " if heading.endswith(_ENDED) else ". "
            heading += between + text
    return heading


def drop_title(section: _Element) -> None:
    """Take a section's title out of the tree."""
    title = section.find("title")
    if title is not None:
        drop(title)


def _is_part(within: Sequence[_Element], sizes: dict[_Element, int]) -> bool:
    titled = any(section.find("title") is not None for section in within)
    return titled and sum(sizes[section] for section in within) >= _CHAPTER * len(within)


def _sizes(bodies: Sequence[_Element]) -> dict[_Element, int]:
    """Code points in each section, those in it included."""
    sizes: dict[_Element, int] = {}
    for body in bodies:
        order = list(body.iter("*"))
        for element in order:
            sizes[element] = len(element.text or "")
        for element in reversed(order):
            parent = element.getparent()
            if element is not body and parent is not None:
                sizes[parent] += sizes[element] + len(element.tail or "")
    return sizes


def _place_of(section: _Element) -> _Element:
    """An empty element with the section's id."""
    place = section.makeelement("span")
    if section.get("id"):
        place.set("id", section.get("id", ""))
    return place


def _scene_break(section: _Element) -> _Element:
    return section.makeelement("hr")


def _draft(chapter: _Chapter) -> ChapterDraft:
    holder = chapter.elements[0].makeelement("div")
    for element in chapter.elements:
        element.tail = None
        holder.append(element)
    return ChapterDraft(" – ".join(chapter.titles), tuple(read_blocks(to_html(holder))))
