"""HTML that FicHub.net makes of a work on another site: one page, with an element for each chapter."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from reader.formats.assembly import ChapterDraft, assemble
from reader.formats.fichub.introduction import SIGNED, read_introduction
from reader.formats.markup.elements import classes, text_of
from reader.formats.markup.tree import drop, opening, parse
from reader.formats.markup.walk import read_blocks
from reader.formats.source import UnreadableError

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reader.formats.source import Source
    from reader.work.model import Work

NAME = "fichub-html"

_CONTENTS = re.compile(r"""<nav id=["']contents-list["']""")
_CHAPTER = re.compile(r"chap_\d+")


def recognises(source: Source) -> bool:
    """Whether FicHub signed the page, and it has FicHub's list of chapters."""
    head = opening(source.data)
    return SIGNED.decode() in head and "fichub.net" in head and _CONTENTS.search(head) is not None


def read(source: Source) -> Work:
    """The work in the page. Raises `UnreadableError` where it holds no chapter."""
    root = parse(source.data)
    body = root.find("body")
    parts = [] if body is None else list(body)
    drafts = tuple(_draft(part, _titles(root)) for part in parts if _CHAPTER.fullmatch(part.get("id", "")))
    if not drafts:
        raise UnreadableError("It begins like a page of FicHub but holds no chapters.")
    about = read_introduction(takewhile(lambda part: part.tag != "nav", parts))
    return assemble(about.info, drafts, front=about.front)


def _titles(root: _Element) -> dict[str, str]:
    """The titles in the list of chapters, by what they link to."""
    links = root.iterfind(".//*[@id='contents-list']//a")
    return {link.get("href", "").removeprefix("#"): text_of(link) for link in links}


def _draft(part: _Element, titles: dict[str, str]) -> ChapterDraft:
    for row in [child for child in part if "chapter_nav" in classes(child)]:
        drop(row)
    title = titles.get(part.get("id", ""), "")
    heading = next(iter(part), None)
    if heading is not None and heading.tag == "h2" and text_of(heading) in ("", title):
        drop(heading)
    return ChapterDraft(title, tuple(read_blocks(part)))
