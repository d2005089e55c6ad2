"""The fields of the query language, and how each reads its value."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import TYPE_CHECKING

from reader.library.queries.query import Complete, Language, Name, Number, Status, Tagged, Within, Words
from reader.work.languages import language_code
from reader.work.model import TagKind
from reader.work.names import fold_name
from reader.work.statuses import STATUSES
from reader.work.tags import rating_letter

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.library.queries.query import Query

_YES = frozenset({"yes", "true", "y", "1"})
_NO = frozenset({"no", "false", "n", "0"})
_FACTORS = {"": 1, "k": 1_000, "m": 1_000_000}
_NUMBER = re.compile(r"(\d+(?:[.,_]\d+)*)\s*([km]?)", re.IGNORECASE)
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_COMPARED = re.compile(r"(>=|<=|>|<|=|≥|≤)\s*(.+)")


def _named(where: Name) -> Callable[[str], Query]:
    return lambda value: Words(where, fold_name(value))


def _tagged(*kinds: TagKind, own: bool = False) -> Callable[[str], Query]:
    def read(value: str) -> Query:
        whole = value.startswith("=") and len(value) > 1
        return Tagged(kinds, value[1:].strip() if whole else value, own=own, whole=whole)

    return read


def _rating(value: str) -> Query:
    """A letter or a name; any other wording is looked for in ratings that are not the archive's."""
    return Tagged(
        (TagKind.RATING,), value.removeprefix("="), whole=rating_letter(value.removeprefix("=")) is not None
    )


def _complete(value: str) -> Query:
    if value.lower() in _YES | _NO:
        return Complete(value.lower() in _YES)
    raise ValueError("“complete:” takes yes or no.")


def _status(value: str) -> Query:
    status = fold_name(value).replace(" ", "-")
    if status in STATUSES:
        return Status(status)
    raise ValueError(f"A status is one of {', '.join(STATUSES)}.")


def _language(value: str) -> Query:
    return Language(language_code(value) or fold_name(value))


def _range(what: Number, read: Callable[[str], tuple[int, int]]) -> Callable[[str], Query]:
    """A reader of ranges; `read` gives the first and the last of what a value stands for."""

    def read_range(value: str) -> Query:
        low, high = _ends(value, read)
        if low is not None and high is not None and low > high:
            raise ValueError("This range begins after its end.")
        return Within(what, low, high)

    return read_range


def _ends(value: str, read: Callable[[str], tuple[int, int]]) -> tuple[int | None, int | None]:
    if ".." in value:
        low, high = (part.strip() for part in value.split("..", 1))
        if not low and not high:
            raise ValueError("A range has at least one end: 1k.. or ..10k.")
        return read(low)[0] if low else None, read(high)[1] if high else None
    compared = _COMPARED.fullmatch(value)
    if compared is None:
        return read(value)
    sign, (first, last) = compared[1], read(compared[2])
    return {
        ">": (last + 1, None),
        ">=": (first, None),
        "≥": (first, None),
        "<": (None, first - 1),
        "<=": (None, last),
        "≤": (None, last),
        "=": (first, last),
    }[sign]


def _figure(value: str) -> tuple[int, int]:
    """ "50k", "1.5k", "12,000": with a letter a comma or dot is a decimal one, without it groups digits."""
    found = _NUMBER.fullmatch(value)
    if found is None:
        raise ValueError("A number is expected here, like 5000 or 50k.")
    digits, letter = found[1], found[2].lower()
    try:
        number = float(digits.replace(",", ".")) if letter else int(re.sub("[.,_]", "", digits))
        exact = round(number * _FACTORS[letter])
    except (ValueError, OverflowError):
        raise ValueError("A number is expected here, like 5000 or 50k.") from None
    return exact, exact


def _day(value: str) -> tuple[int, int]:
    found = _DATE.fullmatch(value)
    if found is None:
        raise ValueError("A date is expected here, like 2024, 2024-03 or 2024-03-15.")
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        last_month = month or 12
        last = date(first.year, last_month, day or calendar.monthrange(first.year, last_month)[1])
    except ValueError:
        raise ValueError("There is no such date.") from None
    return first.toordinal(), last.toordinal()


FIELDS: dict[str, Callable[[str], Query]] = {
    "title": _named(Name.TITLE),
    "author": _named(Name.AUTHOR),
    "series": _named(Name.SERIES),
    "summary": _named(Name.SUMMARY),
    "tag": _tagged(*TagKind, own=True),
    "my": _tagged(own=True),
    "fandom": _tagged(TagKind.FANDOM),
    "ship": _tagged(TagKind.RELATIONSHIP),
    "relationship": _tagged(TagKind.RELATIONSHIP),
    "character": _tagged(TagKind.CHARACTER),
    "category": _tagged(TagKind.CATEGORY),
    "warning": _tagged(TagKind.WARNING),
    "additional": _tagged(TagKind.ADDITIONAL),
    "rating": _rating,
    "words": _range(Number.WORDS, _figure),
    "chapters": _range(Number.CHAPTERS, _figure),
    "updated": _range(Number.UPDATED, _day),
    "published": _range(Number.PUBLISHED, _day),
    "added": _range(Number.ADDED, _day),
    "complete": _complete,
    "status": _status,
    "lang": _language,
    "language": _language,
}
"""By name; each gives the query of a value or raises ValueError with a sentence that says what it takes."""
