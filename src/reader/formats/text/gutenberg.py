"""What Project Gutenberg puts around a text: the header that names it, and the licence after it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.formats.text.opening import names
from reader.work.spaces import tidy_spaces

_START = re.compile(
    r"^\*\*\* ?START OF (?:THE|THIS) PROJECT GUTENBERG EBOOK.*$", re.MULTILINE | re.IGNORECASE
)
_END = re.compile(r"^\*\*\* ?END OF (?:THE|THIS) PROJECT GUTENBERG EBOOK.*$", re.MULTILINE | re.IGNORECASE)
_FIELD = re.compile(r"^(Title|Author|Language): +(.+(?:\n +\S.*)*)", re.MULTILINE)
_NUMBER = re.compile(r"\[e(?:book|text) #(\d+)\]", re.IGNORECASE)


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


def unwrap(text: str) -> Wrapping:
    """The text in its three parts, and what the header says of it."""
    start = _START.search(text)
    if not start:
        return Wrapping("", text, "")
    end = _END.search(text, start.end())
    head = text[: start.end()]
    fields = {name: tidy_spaces(value) for name, value in _FIELD.findall(head)}
    number = _NUMBER.search(head)
    return Wrapping(
        head=head,
        body=text[start.end() : end.start() if end else len(text)],
        tail=text[end.start() :] if end else "",
        id=f"gutenberg:{number[1]}" if number else "",
        title=fields.get("Title", ""),
        authors=names(fields.get("Author", "")),
        language=fields.get("Language"),
    )
