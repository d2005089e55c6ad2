"""From the bytes of an FB2 file to the text of its root element, without pictures and what a DTD defines."""

from __future__ import annotations

import re
from html.entities import html5

from reader.formats.encoding import decode_markup
from reader.formats.markup.references import named_character

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{1,200}?encoding\s*=\s*["']([\w.:-]+)""")
_ROOT = re.compile(r"<(?:\w+:)?FictionBook\b")
BINARY = re.compile(r"<(?:\w+:)?binary\b([^<>]*)>([^<]*)(?:</(?:\w+:)?binary\s*>)?")
"""A picture; its groups are the attributes and the base64 text."""
_ENTITY = re.compile(r"&(?:#(?:x([0-9a-fA-F]{1,8})|([0-9]{1,8}));|([A-Za-z][A-Za-z0-9]{0,40};))?")
_KEPT = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})


def root_text(data: bytes) -> str:
    """The text from the root element on, its entities resolved but for those that XML itself defines.

    What stands before the root is dropped, and a DTD with it: no entity is ever defined by the file. Raises
    `UnreadableError` for binary data.
    """
    text = decoded(data)
    begin = _ROOT.search(text)
    return _ENTITY.sub(_resolved, BINARY.sub("", text[begin.start() if begin else 0 :]))


def decoded(data: bytes) -> str:
    """The whole file. Raises `UnreadableError` for binary data."""
    return decode_markup(data, _DECLARED)


def _resolved(found: re.Match[str]) -> str:
    hexadecimal, decimal, name = found.groups()
    if name:
        return f"&{name}" if name in _KEPT else html5.get(name, f"&amp;{name}")
    if not (hexadecimal or decimal):
        return "&amp;"
    character = named_character(hexadecimal, decimal)
    return f"&#{ord(character)};" if character else ""
