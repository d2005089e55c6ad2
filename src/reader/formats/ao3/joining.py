"""The files into which calibre splits a page, put together to the page that it was.

calibre (`ebooks/oeb/transforms/split.py`) cuts before every `h1` and `h2` and wherever a file grows past
260 KB. The elements around a cut are written twice, the first of them with an empty stub where the heading
stood.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml import etree

from reader.formats.ao3.facts import posted_url
from reader.formats.epub.linked_styles import Styles
from reader.formats.epub.text import body_of
from reader.formats.markup.elements import is_absolute, text_of
from reader.formats.markup.tree import drop

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml.etree import _Element

    from reader.formats.epub.package import Package

_OWN_NAME = re.compile(r"calibre_(?:pb|toc)_\d+")
"""What calibre calls a cut, and a heading that its contents lead to."""
_AROUND = frozenset({"div", "blockquote", "section", "article", "center", "ul", "ol", "dl", "li"})
"""Elements that may have been cut in two."""
_SHOWN = frozenset({"img", "hr", "br", "audio", "video", "iframe", "svg"})
_FIRST = 5
"""Documents of which one has the message that every download begins with; a cover may stand before it."""


def first_document(package: Package) -> int | None:
    """The index in the spine of the document that says where the work was posted; None if none does."""
    for index, place in enumerate(package.spine[:_FIRST]):
        if b"Posted originally on the" in package.archive.read(place.item.path):
            body = body_of(package.document(place.item.path))
            if any(posted_url(text_of(message)) for message in body.iter("p", "div")):
                return index
    return None


def joined(package: Package, first: int = 0) -> _Element:
    """A body with all that stands in the documents of the spine from an index on.

    Raises `UnreadableError` where a document can't be read.
    """
    whole = etree.Element("body")
    for _, body in bodies(package, first):
        append(whole, body)
    for stub in [element for element in whole.iter() if _is_stub(element)]:
        _drop_empty(stub)
    for element in whole.iter():
        if _OWN_NAME.fullmatch(element.get("id", "")):
            del element.attrib["id"]
    return whole


def bodies(package: Package, first: int = 0) -> list[tuple[str, _Element]]:
    """The documents of the spine from an index on: their names, and what they hold.

    Ids are unique among them, and links lead to them; styles and the names of pictures are those of the
    package. One that is cut off before it begins is left out. Raises `UnreadableError` where another can't be
    read.
    """
    paths = [place.item.path for place in package.spine[first:] if "nav" not in place.item.properties]
    styles = Styles(package)
    names: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    found = []
    for path in paths:
        if not package.archive.read(path).strip():
            continue
        tree = package.document(path)
        styles.apply(tree, path)
        _place_images(tree, package, path)
        own = _name_places(tree, path, taken)
        names.update(own)
        taken.update(own.values())
        found.append((path, body_of(tree)))
    for path, body in found:
        _place_links(body, package, path, names)
    return found


def _place_images(tree: _Element, package: Package, path: str) -> None:
    """Name the pictures as the archive does; those on the web keep their addresses."""
    for image in tree.iter("img"):
        source = image.get("src", "").strip()
        name = None if is_absolute(source) else package.archive.find(source, path)
        image.set("src", name or source)


def _name_places(tree: _Element, path: str, taken: Collection[str]) -> dict[tuple[str, str], str]:
    """The new names of a document's ids, by path and id.

    An id that is taken stays on what the document begins with, which may be the second half of an element.
    """
    body, names = body_of(tree), {}
    halves = {body}
    for element in body.iter():
        parent, name = element.getparent(), element.get("id")
        if parent in halves and parent[0] is element:
            halves.add(element)
        if name and not _OWN_NAME.fullmatch(name):
            unique = name if name not in taken or element in halves else f"{name}-{len(taken)}"
            element.set("id", unique)
            names[path, name] = unique
    return names


def _place_links(body: _Element, package: Package, path: str, names: dict[tuple[str, str], str]) -> None:
    """Make links into the package's documents links to ids."""
    for link in body.iter("a"):
        href = link.get("href", "").strip()
        if href and not is_absolute(href):
            place, _, fragment = href.partition("#")
            found = package.archive.find(place, path) if place else path
            name = names.get((found or path, unquote(fragment)), fragment)
            link.set("href", f"#{name}" if name else "")


def append(whole: _Element, more: _Element) -> None:
    """Put what a body holds behind what is there, elements that were cut in two made one again."""
    here, there = whole, more
    while True:
        last = here[-1] if len(here) else None
        first = there[0] if len(there) and not (there.text or "").strip() else None
        if last is None or first is None or not _was_cut(last, first):
            break
        here.extend(there[1:])
        last.tail = first.tail
        here, there = last, first
    _add_text(here, there.text)
    here.extend(list(there))


def _was_cut(last: _Element, first: _Element) -> bool:
    """Whether two elements, the first at the end of a file, are the halves of one."""
    if last.tag != first.tag or last.tag not in _AROUND or (last.tail or "").strip():
        return False
    name = last.get("id", "")
    if name or first.get("id"):
        return name == first.get("id")
    return last.get("class") == first.get("class") and not (_has_text(last) or _has_text(first))


def _has_text(element: _Element) -> bool:
    """Whether text stands straight in an element, so that it is a paragraph of its own."""
    return any(text and text.strip() for text in (element.text, *(child.tail for child in element)))


def _add_text(element: _Element, text: str | None) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + (text or "")
    else:
        element.text = (element.text or "") + (text or "")


def _is_stub(element: _Element) -> bool:
    return _OWN_NAME.fullmatch(element.get("id", "")) is not None and _is_empty(element)


def _is_empty(element: _Element) -> bool:
    return not len(element) and not (element.text or "").strip() and element.tag not in _SHOWN


def _drop_empty(element: _Element) -> None:
    """Take out an empty element and those around it that are empty without it."""
    while element.tag in (*_AROUND, "p", "h1", "h2") and _is_empty(element):
        parent = element.getparent()
        drop(element)
        if parent is None or parent.get("id"):
            return
        element = parent
