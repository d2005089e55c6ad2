"""From the bytes of an HTML file to a tree, whatever its encoding and however broken its markup."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from lxml import etree

from reader.formats.encoding import decode_markup
from reader.formats.markup.attributes import with_few_attributes
from reader.formats.markup.references import mended_references
from reader.formats.source import UnreadableError

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEAD = 65536
"""Bytes at the beginning that tell what a file is."""
_DECLARED = re.compile(rb"""<meta[^>]{1,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_WRAPPING = re.compile(
    r"</?(?:div|span|font|center|section|article|i|b|em|strong|u|small|big|blockquote)\b[^<>]*>",
    re.IGNORECASE,
)


def opening(data: bytes) -> str:
    """The first characters of a file, for telling what it is; never fails."""
    head = data[:_HEAD]
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if head.startswith(mark):
            return head.decode(encoding, errors="ignore").lstrip("\ufeff")
    return head.decode("utf-8", errors="ignore").lstrip("\ufeff")


def parse(data: bytes) -> _Element:
    """The root of the tree in a file, without comments. Nothing is fetched.

    Raises `UnreadableError` where there is nothing to read, or binary data.
    """
    return parse_text(decode_markup(data, _DECLARED))


def parse_text(text: str) -> _Element:
    """The root of the tree in a text. Raises `UnreadableError` where there is nothing to read.

    The parser stops where elements nest two thousand deep, as they do where thousands are never closed, and
    all that follows would be lost: such a text is parsed again without what only wraps other text.
    """
    text = with_few_attributes(mended_references(text))
    root, whole = _tree(text)
    if not whole:
        root, _ = _tree(_WRAPPING.sub(" ", text))
    if root is None:
        raise UnreadableError("There is nothing to read in it.")
    return root


def _tree(text: str) -> tuple[_Element | None, bool]:
    """The root of the tree, and whether the parser came to the end of the text."""
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(text.encode(errors="ignore"), parser) if text.strip() else None
    return root, not parser.error_log.filter_types(etree.ErrorTypes.ERR_RESOURCE_LIMIT)


def drop(element: _Element) -> None:
    """Take an element out of its tree; the text after it stays."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    tail, element.tail = element.tail or "", None
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def wrap(element: _Element, tag: str) -> _Element:
    """Put all that an element holds into a new element of that name, its only child, and give that one."""
    inner = element.makeelement(tag)
    inner.text, element.text = element.text, None
    inner.extend(list(element))
    element.append(inner)
    return inner
