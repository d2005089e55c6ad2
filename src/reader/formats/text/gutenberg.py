"""What Project Gutenberg puts around a text: the header that names it, and the licence after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.formats.dates import read_date
from reader.formats.names import split_authors
from reader.work.spaces import tidy_spaces

if TYPE_CHECKING:
    from datetime import date

_NAMED = r"(?:THE|THIS) PROJECT GUTENBERG E-?(?:BOOK|TEXT)"
_START = re.compile(
    rf"^\*\*\* ?START OF {_NAMED}.*(?:\n[^\n*]+\*\*\*.*)?$"
    r"|^\*END(?:\*| )THE SMALL PRINT!.*\*END\*.*$",
    re.MULTILINE | re.IGNORECASE,
)
"""The line that ends the header; before 2004 it ends the small print (Ver. 04.29.93 and later)."""
_END = re.compile(
    rf"^\*\*\* ?END OF {_NAMED}.*$"
    r"|^(?:\*\*\* ?)?End of (?:The |This )?Project Gutenberg(?:'s|’s)? .*$",
    re.MULTILINE | re.IGNORECASE,
)
_FIELD = re.compile(r"^(Title|Author|Language|Release [Dd]ate): +(.+(?:\n +\S.*)*)", re.MULTILINE)
_NUMBER = re.compile(r"\[e-?(?:book|text) #(\d+)\]", re.IGNORECASE)
_FIRST_LINE = re.compile(
    r"(?:\*+ ?)?The Project Gutenberg E-?(?:book|text) of "
    r"(?P<title>.+?)(?:, by (?P<author>[^*\n]+?))?\**\s*\n",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\s*(?:Produced by|E-?text prepared by|Transcribed from|This e-?(?:book|text) was (?:produced|prepared)|"
    r"Credits:|\[?Transcriber['’]?s?['’]? Notes?)[\s\S]*?(?:\n[ \t]*\n|\Z)",
    re.IGNORECASE,
)
"""A paragraph by those who made the text, at its beginning."""


@dataclass(frozen=True, slots=True)
class Wrapping:
    """A text without what Project Gutenberg put around it. All but `body` may be empty."""

    head: str
    body: str
    tail: str
    id: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    language: str | None = None
    released: date | None = None


def is_start(line: str) -> bool:
    """Whether a line ends the header."""
    return _START.match(line) is not None


def is_end(line: str) -> bool:
    """Whether a line begins the licence."""
    return _END.match(line) is not None


def unwrap(text: str) -> Wrapping:
    """The text in its three parts, and what the header says of it."""
    start = _START.search(text)
    if not start:
        return Wrapping("", text, "")
    end = _END.search(text, start.end())
    header = text[: start.end()]
    begin = start.end()
    while credit := _CREDIT.match(text, begin, end.start() if end else len(text)):
        begin = credit.end()
    fields = {name.title(): tidy_spaces(value) for name, value in _FIELD.findall(header)}
    first = _FIRST_LINE.search(header)
    number = _NUMBER.search(header)
    return Wrapping(
        head=text[:begin],
        body=text[begin : end.start() if end else len(text)],
        tail=text[end.start() :] if end else "",
        id=f"gutenberg:{number[1]}" if number else "",
        title=fields.get("Title", "") or (tidy_spaces(first["title"]) if first else ""),
        authors=split_authors(fields.get("Author", "") or (first and first["author"]) or ""),
        language=fields.get("Language"),
        released=read_date(fields.get("Release Date", "")),
    )
