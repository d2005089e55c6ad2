"""An EPUB's contents: from its navigation document (EPUB 3.3, 7), else from its NCX (OPF 2.0.1, 2.4.1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from lxml import etree

from reader.formats.markup.elements import text_of
from reader.formats.markup.inline import without_controls

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from reader.formats.archive import Archive

_DEEPEST = 8
"""Levels of the tree; what is nested deeper stands in the last, so that nobody need fear its depth."""

_MOST = 20_000
"""Entries; a work has hundreds."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents."""

    title: str
    path: str
    """The name of the file in the archive; empty for a heading that leads nowhere."""
    fragment: str
    """The id of the element in that file, empty for its beginning."""
    entries: tuple[Entry, ...] = ()


class _Line(NamedTuple):
    title: str
    path: str
    fragment: str


def read_nav(archive: Archive, path: str, root: _Element) -> tuple[Entry, ...]:
    """The contents in a navigation document, without page lists and landmarks; empty if it has none."""
    navs = [nav for nav in root.iter("nav") if nav.find(".//ol") is not None]
    ours = [nav for nav in navs if "toc" in _types(nav)] or [nav for nav in navs if not _types(nav)]
    return _nested(archive, path, ours[0], "li") if ours else ()


def read_ncx(archive: Archive, path: str, root: _Element) -> tuple[Entry, ...]:
    """The contents in an NCX file; empty if it has none."""
    found = next(root.iter("navmap"), None)
    return () if found is None else _nested(archive, path, found, "navpoint")


def read_landmarks(root: _Element) -> Iterator[tuple[str, str]]:
    """The links of a navigation document's landmarks, each with the kind of part it leads to."""
    for nav in root.iter("nav"):
        if "landmarks" in _types(nav):
            for link in nav.iter("a"):
                yield link.get("href", ""), (link.get("epub:type", "").split() or [""])[0]


def _types(nav: _Element) -> list[str]:
    return f"{nav.get('epub:type', '')} {nav.get('role', '').replace('doc-', '')}".lower().split()


def _nested(archive: Archive, path: str, root: _Element, tag: str) -> tuple[Entry, ...]:
    """The entries among the elements of that name, nested as these are.

    One that points at a file which is not there is left out; those in it take its place.
    """
    lines: list[tuple[int, _Line]] = []
    depths = [0]
    for event, element in etree.iterwalk(root, events=("start", "end"), tag=tag):
        if event == "end":
            depths.pop()
            continue
        line = _line(archive, path, element) if len(lines) < _MOST else None
        if line:
            lines.append((min(depths[-1], _DEEPEST), line))
        depths.append(depths[-1] + (line is not None))
    return _tree(lines)


def _tree(lines: list[tuple[int, _Line]]) -> tuple[Entry, ...]:
    """The entries of lines that come with their depths, from 0; each is at most one deeper than the last."""
    levels: list[list[Entry]] = [[] for _ in range(_DEEPEST + 2)]
    for depth, line in reversed(lines):
        inner = levels[depth + 1]
        levels[depth + 1] = []
        levels[depth].append(Entry(*line, entries=tuple(reversed(inner))))
    return tuple(reversed(levels[0]))


def _line(archive: Archive, path: str, element: _Element) -> _Line | None:
    title, href = _label(element)
    if not href:
        return _Line(title, "", "") if title else None
    target, _, fragment = href.partition("#")
    found = archive.find(target, path) if target else path
    return _Line(title, found, without_controls(unquote(fragment))) if found else None


def _label(element: _Element) -> tuple[str, str]:
    """The title and address of an `li` or `navPoint`, without what is nested in it."""
    if element.tag == "navpoint":
        content = element.find("content")
        label = element.find("navlabel")
        return "" if label is None else text_of(label), "" if content is None else content.get("src", "")
    for child in element:
        if child.tag in ("ol", "ul"):
            break
        link = next(child.iter("a"), child)
        title = (
            text_of(link)
            or link.get("title", "")
            or next((img.get("alt", "") for img in link.iter("img")), "")
        )
        return without_controls(title), link.get("href", "").strip()
    return without_controls(" ".join((element.text or "").split())), ""
