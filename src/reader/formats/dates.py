"""Days as sites, programs and people write them; a year before calibre's "not known" (101) is none."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BIG_ENDIAN = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_SPELLED = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?[ .-]+)?(?P<month>[A-Za-z]{3,9})\.?[ -]+"
    r"(?:(?P<later_day>\d{1,2})(?:st|nd|rd|th)?,?[ -]+)?(?P<year>\d{4})"
)
_SHORT = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")
_W3C = re.compile(r"\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?!\d)")
_LONGEST = 200
"""Code points of a text that says a day."""
_NOT_KNOWN = 101
"""The year of calibre's date for "not known"."""


def read_date(text: str) -> date | None:
    """The day in a text, in any order that leaves no doubt; None where there is none."""
    text = text[:_LONGEST]
    found = _BIG_ENDIAN.search(text)
    if found:
        return _day(found[1], found[2], found[3])
    found = _SPELLED.search(text)
    if found:
        day, month = found["day"] or found["later_day"] or "", found["month"][:3].lower()
        return _day(found["year"], _MONTHS.index(month) + 1, day) if month in _MONTHS else None
    found = _SHORT.search(text)
    if found:
        first, second = int(found[1]), int(found[3])
        if first > 12 or first == second:
            return _day(found[4], second, first)
        return _day(found[4], first, second) if second > 12 else None
    return None


def read_w3c_date(text: str) -> date | None:
    """The day in a date as W3CDTF writes it; the first of a month or year that is all it says."""
    found = _W3C.match(text)
    return _day(found[1], found[2] or 1, found[3] or 1) if found else None


def _day(year: str, month: str | int, day: str | int) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if found.year > _NOT_KNOWN else None
