"""Numeric character references in markup, "&#8217;": those that name what no text holds, and Windows' own."""

from __future__ import annotations

import re

_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?")
_LONGEST = 8
"""Digits of a reference to a character; one with more names none."""


def mended_references(text: str) -> str:
    """The text without references to what XML calls no character: parsers let them pass.

    "&#150;" is taken for the dash that Windows-1252 has there, as browsers take it (HTML, "numeric character
    reference end state").
    """
    return _REFERENCE.sub(_mended, text) if "&#" in text else text


def named_character(hexadecimal: str | None, decimal: str | None) -> str:
    """The character that the digits of a reference name; empty where it is a control or none at all."""
    digits = (hexadecimal or decimal or "").lstrip("0")
    if not 0 < len(digits) <= _LONGEST:
        return ""
    code = int(digits, 16 if hexadecimal else 10)
    if 0x80 <= code < 0xA0:
        return bytes([code]).decode("cp1252", errors="ignore")
    is_one = code in (9, 10, 13) or 0x20 <= code < 0x7F or 0xA0 <= code < 0xD800 or 0xE000 <= code < 0xFFFE
    return chr(code) if is_one or 0xFFFF < code < 0x110000 else ""


def _mended(found: re.Match[str]) -> str:
    character = named_character(found[1], found[2])
    return f"&#{ord(character)};" if character else ""
