"""What a file in a zip archive is called: archives seldom say in which encoding its name is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zipfile import ZipInfo

_SAYS_UTF_8 = 0x800
"""The flag of a name in UTF-8: APPNOTE.TXT of the zip format, 4.4.4, bit 11."""
_CYRILLIC_WORD = re.compile("[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_ENOUGH = 3
"""Cyrillic letters in a row: western names have single letters with accents, in the same bytes."""
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")


def member_name(info: ZipInfo) -> str:
    """The name of a file in an archive: as it says, as UTF-8 where it is that, else as it is guessed.

    Without the flag of UTF-8 a name is in the code page of the machine that packed it. Cyrillic (866) and
    Japanese (932) can be told from what the standard has for the rest (437).
    """
    name = info.filename
    if name.isascii() or info.flag_bits & _SAYS_UTF_8:
        return name
    try:
        raw = name.encode("cp437")
    except UnicodeEncodeError:
        return name
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return _cyrillic(raw) or _japanese(raw) or name


def _cyrillic(raw: bytes) -> str:
    text = raw.decode("cp866")
    runs = _BEYOND_ASCII.findall(text)
    words = all(_CYRILLIC_WORD.fullmatch(run) for run in runs)
    return text if words and max(map(len, runs)) >= _ENOUGH else ""


def _japanese(raw: bytes) -> str:
    try:
        text = raw.decode("cp932")
    except UnicodeDecodeError:
        return ""
    return text if _KANA.search(text) else ""
