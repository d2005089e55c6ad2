"""Tags with thousands of attributes, over which a parser of HTML takes the square of their number."""

from __future__ import annotations

import re

_MOST = 500
"""Attributes of one tag. One with more loses them all: no page has such."""
_HARMLESS = 20_000
"""Signs of attributes in a whole text, or code points of one tag, that are no trouble however they stand."""
_HIDING = re.compile("""=\\s*+(?:"[^"<>]*[<>]|'[^'<>]*[<>])""")
"""A value with what looks like the end of its tag."""
_LONG = re.compile(f"<[^<>]{{{_HARMLESS}}}")
_OPEN = re.compile("<[A-Za-z][^\\s/>]*+")
_ATTRIBUTE = re.compile(
    """[\\s/]*+[^\\s/>=][^\\s/>=]*+(?:\\s*+=(?:\\s*+"[^"]*+"|\\s*+'[^']*+'|\\s*+[^\\s>"'][^\\s>]*+|))?"""
)


def with_few_attributes(text: str) -> str:
    """The text without the attributes of tags that have far too many; nearly always the same text."""
    if text.count("=") < _HARMLESS and not _LONG.search(text) and not _HIDING.search(text):
        return text
    parts, kept, at = [], 0, 0
    while opened := _OPEN.search(text, at):
        begin = at = opened.end()
        count = 0
        while found := _ATTRIBUTE.match(text, at):
            count, at = count + 1, found.end()
        if count > _MOST:
            parts.append(text[kept:begin])
            kept = at
    return "".join([*parts, text[kept:]]) if parts else text
