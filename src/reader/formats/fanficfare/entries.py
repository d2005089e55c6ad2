"""The entries of FanFicFare's title page, "Label: value", from both ways in which it writes them in HTML."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from reader.formats.markup.elements import text_of
from reader.formats.markup.inline import without_controls
from reader.formats.markup.walk import read_blocks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lxml.etree import _Element

    from reader.work.model import Block


class TitleEntry(NamedTuple):
    """One entry."""

    label: str
    text: str
    """Its value on one line."""
    blocks: tuple[Block, ...] = ()
    """The value as it is to be shown, of role `Role.STORY`."""
    links: tuple[tuple[str, str], ...] = ()
    """Text and address of each link in it."""


class Heading(NamedTuple):
    """The heading of the title page: "Title by Author"."""

    title: str = ""
    url: str = ""
    authors: tuple[str, ...] = ()


def read_heading(root: _Element) -> Heading:
    """The first heading that begins with a link to the story, empty where there is none."""
    for heading in root.iter("h1", "h3"):
        links = list(heading.iter("a"))
        if links and not (heading.text or "").strip():
            authors = [text_of(link) for link in links[1:]]
            if not authors:
                authors = [without_controls(" ".join((links[0].tail or "").split())).removeprefix("by ")]
            url = without_controls(links[0].get("href", ""))
            return Heading(text_of(links[0]), url, tuple(author for author in authors if author))
    return Heading()


def read_entries(root: _Element) -> tuple[TitleEntry, ...]:
    """The entries of a title page, or of an update log, in their order."""
    labels = {element: None for element in root.iter("b") if _is_label(element)}  # before any is moved
    found = []
    inside: set[_Element] = set()  # of a value: a summary may hold labels of its own
    for label in labels:
        if label not in inside:
            value = _value(label, labels)
            inside.update(value.iter("b"))
            found.append(_entry(text_of(label), value))
    return tuple(entry for entry in found if entry.text)


def _is_label(element: _Element) -> bool:
    """Whether an element begins an entry, and is not something bold within a summary."""
    parent, before = element.getparent(), element.getprevious()
    if element.tag != "b" or parent is None or not text_of(element).endswith(":"):
        return False
    if before is None:
        return parent.tag in ("div", "td", "body", "p") and not (parent.text or "").strip()
    return before.tag in ("br", "span") and not (before.tail or "").strip()


def _value(label: _Element, labels: Collection[_Element]) -> _Element:
    """What follows a label: the cell beside its own, or all until the next label."""
    value = etree.Element("div")
    cell = label.getparent()
    beside = None if cell is None or cell.tag != "td" else cell.getnext()
    if beside is not None:
        value.text = beside.text
        value.extend(list(beside))
        return value
    value.text = label.tail
    value.extend(list(takewhile(lambda part: part not in labels, label.itersiblings())))
    return value


def _entry(label: str, value: _Element) -> TitleEntry:
    links = tuple(_links(value))
    return TitleEntry(label.removesuffix(":").strip(), text_of(value), tuple(read_blocks(value)), links)


def _links(value: _Element) -> Iterator[tuple[str, str]]:
    for link in value.iter("a"):
        yield text_of(link), without_controls(link.get("href", ""))
