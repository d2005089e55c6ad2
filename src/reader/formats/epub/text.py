"""The text of an EPUB's documents as blocks, their links and places unique in the whole work."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from reader.formats.epub.pictures import place_images
from reader.formats.epub.semantics import mark
from reader.formats.epub.verse import mark_verse
from reader.formats.markup.elements import is_absolute, safe_address
from reader.formats.markup.walk import read_blocks
from reader.work.model import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from reader.formats.epub.linked_styles import Styles
    from reader.formats.epub.package import Package
    from reader.work.model import Block

_RIGHT_TO_LEFT = frozenset(["ar", "fa", "he", "iw", "ur", "yi", "ji", "ps", "sd", "ug", "dv", "syr", "ckb"])
"""Languages written from right to left; a package may turn its pages that way for other reasons."""


def read_body(
    package: Package, path: str, tree: _Element, styles: Styles, *, role: Role = Role.STORY
) -> list[Block]:
    """The blocks of a fresh tree of the document, which is changed."""
    styles.apply(tree, path)
    place_images(tree, package, path)
    mark(tree)
    mark_verse(tree)
    _name_places(tree, path)
    body = _with_language(package, tree)
    blocks = read_blocks(body, role=role, itself=True, address=_addresses(package, path))
    own = _language(package)
    return [
        block._replace(lang="") if block.lang and _primary(block.lang) == own else block for block in blocks
    ]


def body_of(tree: _Element) -> _Element:
    """The element that holds a document's text."""
    body = tree.find("body")
    return tree if body is None else body


def _name_places(tree: _Element, path: str) -> None:
    """Make the names of places in a document unique in the work: "path#id"; the body's own is "path"."""
    body = body_of(tree)
    for element in body.iter():
        for key in ("id", "name") if element.tag == "a" else ("id",):
            name = element.get(key)
            if name:
                element.set(key, f"{path}#{name.strip()}")
    if body.get("id"):
        mark_of_body = body.makeelement("a", {"id": body.get("id", "")})
        mark_of_body.tail, body.text = body.text, None
        body.insert(0, mark_of_body)
    body.set("id", path)


def _addresses(package: Package, path: str) -> Callable[[str], str]:
    """For `read_blocks`, how links are kept: places in the work as "#path#id", the web's as they are."""

    def address(href: str) -> str:
        href = href.strip()
        if is_absolute(href):
            return safe_address(href)
        place, _, fragment = href.partition("#")
        name = package.archive.find(place, path) if place else path
        if not href or name is None:
            return ""
        return f"#{name}#{unquote(fragment)}" if fragment else f"#{name}"

    return address


def _with_language(package: Package, tree: _Element) -> _Element:
    """The body with the language and the direction that stand above it."""
    body = body_of(tree)
    own = _language(package)
    stated = [root.attrib.pop(name, "") for root in (body, tree) for name in ("lang", "xml:lang")]
    lang = next(filter(None, stated), "")
    if lang and _primary(lang) != own:
        body.set("lang", lang)
    if tree.get("dir") and not body.get("dir"):
        body.set("dir", tree.get("dir", ""))
    if package.rtl and not body.get("dir") and own in _RIGHT_TO_LEFT:
        body.set("dir", "rtl")
    return body


def _language(package: Package) -> str:
    """The work's own language; empty where the package does not say."""
    return _primary(package.metadata.languages[0]) if package.metadata.languages else ""


def _primary(language: str) -> str:
    """The language of a tag without its region: "en" of "en-GB"."""
    return language.lower().replace("_", "-").partition("-")[0]
