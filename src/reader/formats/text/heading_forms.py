"""The forms that people give chapter headings, told from one paragraph alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from reader.formats.text.numerals import NUMBER, number, roman

if TYPE_CHECKING:
    from reader.formats.text.paragraphs import Paragraph

ORNAMENT = " \t\xa0*~-_=#+•–—[](){}|<>"
"""What people put around a heading for looks."""
_LONGEST = 100
"""Code points of a whole heading."""
LONGEST_TITLE = 70
"""Code points."""
_WORDED = re.compile(
    rf"(?P<word>chapter|chap\.?|ch\.?|part|book|volume|act|episode)\s+(?P<number>{NUMBER})"
    r"(?P<mark>\s*[.:,)–—-]+)?(?P<title>\s.*|$)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?P<name>prologue|epilogue|interlude|intermission|foreword|introduction|preface|afterword|coda)"
    rf"(?:\s+(?P<number>{NUMBER}))?(?P<mark>\s*[.:–—-]+)?(?P<title>\s.*|$)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?P<number>\d{1,3}|[IVXLC]+)\s*(?P<mark>[.:)]|\s[–—-])?(?P<title>\s.*|$)")
_NUMBER_WORD = re.compile(rf"(?P<number>{NUMBER})[.:]?", re.IGNORECASE)
CLOSED = re.compile(r"[.,;…]$|[\"”’]$")
"""How a sentence ends, or somebody's words, and hardly a title."""
_LITTLE_WORDS = """
    a an and as at but by de for from in into la le nor of on or over the to und upon van von with
"""
_LITTLE = frozenset(_LITTLE_WORDS.split())
"""Words that a title need not give a capital."""
_TEXT_LABEL = re.compile(r"(?:chapter|work) text\s*:?", re.IGNORECASE)


class Family(Enum):
    """What a heading counts itself among: chapters in words outrank bare numbers, parts hold chapters."""

    CHAPTER = auto()
    PART = auto()
    NAMED = auto()
    DIGITS = auto()
    ROMAN = auto()
    SPELLED = auto()


@dataclass(frozen=True, slots=True)
class Heading:
    """A chapter heading found in the text."""

    start: int
    """Index of its paragraph."""
    end: int
    """Index past its last paragraph: a title may stand under the number."""
    text: str
    """As written, without ornaments; number and title on lines of their own are put together."""
    family: Family
    number: int | None
    titled: bool


def read_heading(paragraph: Paragraph, index: int) -> Heading | None:
    """The heading a paragraph would be by its form alone."""
    if len(paragraph.text) > _LONGEST or len(paragraph.lines) > 3:
        return None
    first = paragraph.lines[0].strip(ORNAMENT)
    whole = " ".join(line.strip(ORNAMENT) for line in paragraph.lines)
    found = _form(first)
    if found is None or any(_form(line.strip(ORNAMENT)) for line in paragraph.lines[1:]):
        return None  # several headings in a row are a contents list
    family, value, title = found
    rest = whole[len(first) :].strip()
    if rest and title:
        title = f"{title} {rest}"
        text = whole
    else:
        text = put_together(first, rest)
        title = title or rest
    if title and not _is_title(title, strict=not _marked(first)):
        return None
    return Heading(index, index + 1, text, family, value, bool(title))


def _form(line: str) -> tuple[Family, int | None, str] | None:
    """Family, number and title of one line that has the form of a heading."""
    if worded := _WORDED.fullmatch(line):
        chapter = worded["word"].lower().startswith(("ch", "ep"))
        value = number(worded["number"])
        if value is None:
            return None
        return (Family.CHAPTER if chapter else Family.PART), value, worded["title"].strip()
    if named := _NAMED.fullmatch(line):
        return Family.NAMED, None, named["title"].strip()
    if numbered := _NUMBERED.fullmatch(line):
        title = numbered["title"].strip()
        if title and not numbered["mark"]:
            return None
        digits = numbered["number"].isdigit()
        value = int(numbered["number"]) if digits else roman(numbered["number"])
        return None if value is None else ((Family.DIGITS if digits else Family.ROMAN), value, title)
    if (spelled := _NUMBER_WORD.fullmatch(line)) and line[:1].isupper():
        return Family.SPELLED, number(spelled["number"]), ""
    return None


def _marked(line: str) -> bool:
    """Whether a sign parts the number or name from the title, so that the line is hardly a sentence."""
    found = _WORDED.fullmatch(line) or _NAMED.fullmatch(line) or _NUMBERED.fullmatch(line)
    return found is not None and bool(found["mark"])


def _is_title(title: str, *, strict: bool) -> bool:
    """Whether it reads like a title; `strict` where only its capitals tell it from a sentence."""
    if len(title) > LONGEST_TITLE:
        return False
    if not strict:
        return not (len(title.split()) > 8 and title.endswith("."))
    return not CLOSED.search(title) and has_title_case(title)


def is_text_label(text: str) -> bool:
    """Whether it is the label that pages of the archive put before a text for screen readers."""
    return _TEXT_LABEL.fullmatch(text.strip()) is not None


def has_title_case(text: str) -> bool:
    """Whether every word of weight begins with a capital or a digit, the first one in any case."""
    words = [word for word in (raw.strip("\"'“”‘’()[]*_.,:;!?…–—-") for raw in text.split()) if word]
    return bool(words) and all(
        not word[0].islower() or (place and word.lower() in _LITTLE) for place, word in enumerate(words)
    )


def put_together(numbered: str, title: str) -> str:
    """One heading of a number and the title on the line under it."""
    if not title:
        return numbered
    return (
        f"{numbered} {title}" if numbered.endswith((".", ":", "-", "–", "—", ")")) else f"{numbered}: {title}"
    )
