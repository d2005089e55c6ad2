"""Plain text from a package's description, which is text, HTML, or HTML escaped once too often."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from reader.formats.encoding import clean
from reader.formats.markup.tree import parse_text
from reader.formats.markup.walk import read_blocks
from reader.formats.source import UnreadableError
from reader.formats.summary import as_text
from reader.work.spaces import tidy_spaces

if TYPE_CHECKING:
    from lxml.etree import _Element

_TAG = re.compile(
    r"</?(?:p|div|br|i|b|em|strong|span|a|ul|ol|li|blockquote|h[1-6]|hr|u|s|sub|sup)\b[^<>]*>", re.IGNORECASE
)
_ESCAPED_TAG = re.compile(r"&lt;/?(?:p|div|br|i|b|em|strong|span|a|blockquote)\b", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_LONGEST = 200_000
"""Code points; more is no description."""


def plain_description(element: _Element) -> str:
    """The description as plain text, its paragraphs separated by a line feed."""
    if len(element):
        return as_text(read_blocks(element)) or ""
    text = clean((element.text or "")[:_LONGEST])
    if _ESCAPED_TAG.search(text):
        text = unescape(text)
    if not _TAG.search(text):
        paragraphs = [tidy_spaces(part) for part in _BLANK_LINE.split(text)]
        return "\n".join(part for part in paragraphs if part)
    try:
        return as_text(read_blocks(parse_text(text))) or ""
    except UnreadableError:
        return ""
