"""What a file may be by its name and its first bytes: quick enough for every file of a full disk."""

from __future__ import annotations

import re
from enum import Enum, auto

KINDLE_AND_PDF = frozenset({".mobi", ".azw", ".azw3", ".prc", ".pdf"})
"""Endings of what may not be readable (a PDF without the extra, a locked file) where a twin of it is."""
_WORKS = KINDLE_AND_PDF | {
    *(".html", ".htm", ".xhtml", ".xht", ".xhtm", ".shtml", ".txt", ".text", ".md", ".markdown", ".mkd"),
    *(".epub", ".kepub", ".fb2"),
}
_ABOUT = frozenset({"readme", "license", "licence", "copying", "notice", "changelog", "contributing"})
"""What files are called that tell of the folder they are in; named by a person, they are read like any."""
_ABOUT_ENDINGS = frozenset({"", ".txt", ".text", ".md", ".markdown", ".mkd"})
"""And how: no work is left out because "Notice" is its title."""
_ARCHIVES = frozenset({".zip", ".fbz", ".htmlz", ".txtz"})

ZIP = b"PK\x03\x04"
PROBED = 512
"""Bytes that are enough to tell text from anything else."""
_ENDING = re.compile(r"\.(?=\d?[a-z])[a-z\d~_+-]{1,10}")
"""What programs call their files, unlike ". 2" and ". The Beginning"."""
_NO_TEXT = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1a\x1b"))
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_KINDLE = frozenset({b"BOOKMOBI", b"TEXtREAd"})


class Likely(Enum):
    """What a file may be, by its name alone."""

    WORK = auto()
    ARCHIVE = auto()
    UNTOLD = auto()
    """Its name says nothing: it has no ending that a program would give it."""
    NOTHING = auto()


def ending(name: str) -> str:
    """What the name ends with, in lower case and with its dot; empty where it has no such ending."""
    dot = name.rfind(".")
    found = name[dot:].lower() if dot > 0 else ""
    return found if _ENDING.fullmatch(found) else ""


def by_name(name: str) -> Likely:
    """What a file of that name may be; with or without folders."""
    found = ending(name)
    stem = name.rpartition("/")[2]
    if found in _ABOUT_ENDINGS and stem[: len(stem) - len(found)].casefold() in _ABOUT:
        return Likely.NOTHING
    if found in _WORKS:
        return Likely.WORK
    if found in _ARCHIVES:
        return Likely.ARCHIVE
    return Likely.NOTHING if found else Likely.UNTOLD


def by_content(head: bytes) -> Likely:
    """What a file with these first bytes may be; a text is a work, a program (`#!`) is none."""
    if head.startswith(ZIP):
        return Likely.ARCHIVE
    if head.startswith(b"%PDF-") or head[60:68] in _KINDLE:
        return Likely.WORK
    if head.startswith(b"#!") or not head.strip():
        return Likely.NOTHING
    if head.startswith(_UTF_16):
        return Likely.WORK
    return Likely.WORK if len(head.translate(None, _NO_TEXT)) == len(head) else Likely.NOTHING
