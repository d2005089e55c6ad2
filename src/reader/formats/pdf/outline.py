"""What the outline of a PDF names: paragraphs that are headings, and several that are one heading."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.formats.pdf.lines import Run
from reader.work.titles import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reader.formats.pdf.lines import Bookmark
    from reader.formats.pdf.paragraphs import Paragraph

_LONGEST = 400
"""Code points of a paragraph that are compared with a title."""
_MOST_WORDS = 60
"""Of a title that may stand in several paragraphs."""


def levels_by_outline(found: Sequence[Paragraph], bookmarks: Sequence[Bookmark]) -> dict[int, int]:
    """The levels (from 1) of the paragraphs that the outline names, by index; empty where it names few."""
    wanted: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    for bookmark in bookmarks:
        wanted[bookmark.page, folded(bookmark.title)].append(min(bookmark.level, 5) + 1)
    levels = {}
    for at, paragraph in enumerate(found):
        waiting = wanted.get((paragraph.page, folded(paragraph.text[:_LONGEST])))
        if waiting:
            levels[at] = waiting.pop(0)
    return levels if len(levels) > 1 else {}


def with_whole_headings(found: Sequence[Paragraph], bookmarks: Sequence[Bookmark]) -> Iterator[Paragraph]:
    """The paragraphs; "II" and "The Lamp" are one where the outline says "II: The Lamp" of their page."""
    pages: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for bookmark in bookmarks:
        words = folded(bookmark.title[:_LONGEST]).split()
        if len(words) <= _MOST_WORDS:
            for count in range(1, len(words)):
                pages[bookmark.page].setdefault(" ".join(words[:count]), "")
            pages[bookmark.page][" ".join(words)] = bookmark.title
    at = 0
    while at < len(found):
        count, title = _heading(found, at, pages.get(found[at].page, {}))
        yield replace(found[at], runs=(Run(title),)) if count > 1 else found[at]
        at += count


def _heading(found: Sequence[Paragraph], at: int, titles: Mapping[str, str]) -> tuple[int, str]:
    """How many paragraphs from an index on make a title, and that; 1 where they make none, or one does alone.

    `titles` has the titles of the page by their words, and "" by the words that they begin with.
    """
    text, page = "", found[at].page
    for count in range(1, _MOST_WORDS + 1):
        if at + count > len(found) or found[at + count - 1].page != page:
            break
        words = folded(found[at + count - 1].text[:_LONGEST])
        text = f"{text} {words}".strip()
        if not words or text not in titles:
            break
        if titles[text]:
            return count, titles[text]
    return 1, ""
