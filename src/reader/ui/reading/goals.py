"""Places that people type: a page, a share of the work, a chapter by its number or by words of its title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.reading.reading import Place
from reader.reading.turning import Turning
from reader.work.counts import counted
from reader.work.names import fold

if TYPE_CHECKING:
    from reader.reading.reading import Reading

_PAGE = re.compile(r"(?:p(?:age)?\.?)?\s*(?P<sign>[+\N{MINUS SIGN}-])?\s*(?P<number>\d{1,6})", re.IGNORECASE)
_SHARE = re.compile(r"(?P<number>\d{1,6}(?:[.,]\d{0,6})?)\s*%")
_CHAPTER = re.compile(
    r"c(?:h(?:apter)?)?\.?\s*(?P<number>\d{1,6})|ch(?:apter)?\.?\s+(?P<title>\S.*)", re.IGNORECASE
)
_HELP = "Type a page (12, +3), a share (40%), a chapter (ch 7, ch ledger), start or end"


class NoSuchPlaceError(Exception):
    """What was typed is no place in this work; says so in a line for people."""


def goal(words: str, reading: Reading) -> Place:
    """The place that someone typed. Raises NoSuchPlaceError.

    A page counts within the chapter shown, and with a sign from the page shown through chapters.
    """
    typed = " ".join(words.split())
    if typed.casefold() in ("start", "end"):
        return reading.work_end() if typed.casefold() == "end" else reading.chapter_start(1)
    if share := _SHARE.fullmatch(typed):
        return _at_share(float(share["number"].replace(",", ".")), reading)
    if page := _PAGE.fullmatch(typed):
        number = int(page["number"])
        return _page(number, reading) if not page["sign"] else _pages_on(number, page["sign"] == "+", reading)
    if chapter := _CHAPTER.fullmatch(typed):
        return (
            _numbered(int(chapter["number"]), reading)
            if chapter["number"]
            else _titled(chapter["title"], reading)
        )
    try:
        return _titled(typed, reading)
    except NoSuchPlaceError:
        raise NoSuchPlaceError(_HELP) from None


def _at_share(percent: float, reading: Reading) -> Place:
    if percent > 100:
        raise NoSuchPlaceError("A share of the work is 100% at most")
    return reading.at_share(percent / 100)


def _page(number: int, reading: Reading) -> Place:
    if not 1 <= number <= reading.page_count:
        raise NoSuchPlaceError(f"This chapter has {_counted(reading.page_count, 'page')}")
    return reading.page_start(number)


def _pages_on(pages: int, ahead: bool, reading: Reading) -> Place:
    """So many pages from the one shown, as far as there are any; two that face each other count as two."""
    leaves = Turning(lambda number: len(reading.layout(number).pages), reading.chapter_count)
    turned = pages if ahead else -pages
    number, index = leaves.turned(reading.anchor.chapter, reading.page_index, turned)
    return Place(number, reading.layout(number).pages[index].start)


def _numbered(number: int, reading: Reading) -> Place:
    if not 1 <= number <= reading.chapter_count:
        raise NoSuchPlaceError(f"This work has {_counted(reading.chapter_count, 'chapter')}")
    return reading.chapter_start(number)


def _titled(words: str, reading: Reading) -> Place:
    """The first chapter whose title begins with the words, else the first that has them all."""
    wanted = fold(words)
    titles = [(number, fold(chapter.title)) for number, chapter in enumerate(reading.outline, 1)]
    begin = (number for number, title in titles if title.startswith(wanted))
    hold = (number for number, title in titles if all(word in title for word in wanted.split()))
    number = next(begin, None) or next(hold, None)
    if number is None or not wanted:
        raise NoSuchPlaceError(f"No chapter is called “{words}”")
    return reading.chapter_start(number)


def _counted(count: int, what: str) -> str:
    return counted(count, what)
