"""The marks of notes: what a reference looks like ("[12]", "*", "²"), and what leads back from a note."""

from __future__ import annotations

import re
from unicodedata import normalize

_LABEL = r"\d{1,4}|[⁰¹²³⁴-⁹]{1,4}|(?=[ivxl])l?x{0,4}(?:ix|iv|v?i{0,4})|[a-z]|[*†‡§¶#⁂]{1,4}"
_WORD = r"(?:(?:foot|end)?note|fn)(?:\.? |\.|(?=[\d*†‡§¶]))"
_MARK = re.compile(rf"[\[({{]?(?:{_WORD})?({_LABEL})[\])}}.:]{{0,2}}", re.IGNORECASE)
_LEADING = re.compile(
    rf"\s*(?:[\[({{](?:{_WORD})?({_LABEL})[\])}}][.:]?|(\d{{1,4}}|[a-z])[.:)]|([*†‡§¶]{{1,4}}|[⁰¹²³⁴-⁹]{{1,4}}))\s*",
    re.IGNORECASE,
)
_RETURN = re.compile(
    r"[\W_]*(?:(?:go |jump )?back(?: to (?:the )?(?:text|story|top))?|return(?: to (?:the )?(?:text|story))?"
    r"|top|zurück|retour|назад)?[\W_]*",
    re.IGNORECASE,
)
_NAMES = """
    notes; footnotes; endnotes; end notes; note; footnote; anmerkungen; fußnoten; chapter notes;
    chapter end notes; translations; translation; references; glossary
"""
_HEADINGS = frozenset(name.strip() for name in _NAMES.split(";"))
_LONGEST = 40
"""Code points of the text of a link that may be one of these."""


def note_label(text: str) -> str:
    """What a reference calls its note: "12" of "[12]", "2" of "²"; empty where the text is no such mark."""
    found = _MARK.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    return normalize("NFKC", found[1]) if found else ""


def leading_label(text: str) -> tuple[str, int]:
    """What a note calls itself at its beginning, and the offset at which its text goes on; else ("", 0)."""
    found = _LEADING.match(text)
    return (normalize("NFKC", found[1] or found[2] or found[3]), found.end()) if found else ("", 0)


def is_return(text: str) -> bool:
    """Whether the text of a link says that it leads back: an arrow, "back", or nothing in words at all."""
    return len(text) <= _LONGEST and _RETURN.fullmatch(text) is not None


def is_notes_heading(title: str) -> bool:
    """Whether a heading, folded, says that notes follow."""
    return title.strip(" :.") in _HEADINGS
