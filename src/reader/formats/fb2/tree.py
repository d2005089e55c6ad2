"""The tree of an FB2 file with plain names: no namespaces, no comments, no pictures' data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from reader.formats.fb2.characters import root_text
from reader.formats.fb2.mending import mended
from reader.formats.source import UnreadableError

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_TAGS = 2_000_000
"""More would take gigabytes; a very long novel has a tenth of a million."""


def parse(data: bytes) -> _Element:
    """The root element. Raises `UnreadableError` where there is none.

    The parser's own limits hold for what is well-formed (256 levels, 10 MB in one text); anything else is
    mended first, which keeps to limits of its own.
    """
    text = root_text(data)
    if text.count("<") > _MOST_TAGS:
        raise UnreadableError("It has too many elements to be a work.")
    root = _parsed(text)
    if root is None:
        root = _parsed(mended(text), broken=True)
    if root is None:
        raise UnreadableError("There is nothing to read in it.")
    _name_plainly(root)
    return root


def _parsed(text: str, *, broken: bool = False) -> _Element | None:
    parser = etree.XMLParser(
        recover=broken,
        huge_tree=broken,
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(text.encode(errors="ignore"), parser)
    except etree.XMLSyntaxError:
        return None


def _name_plainly(root: _Element) -> None:
    """Take the namespaces out of the names of elements and attributes: `l:href` and `xlink:href` are one."""
    for element in root.iter("*"):
        element.tag = _local(str(element.tag))
        for name in list(element.attrib):
            if _local(name) != name:
                element.set(_local(name), element.attrib.pop(name))


def _local(name: str) -> str:
    return name.rpartition("}")[2].rpartition(":")[2]
