"""Chapters of an EPUB in which each document of the reading order is one, with its title in the contents."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.formats.assembly import ChapterDraft
from reader.formats.epub.linked_styles import Styles
from reader.formats.epub.text import read_body
from reader.work.model import Block, BlockKind, Role
from reader.work.titles import folded, without_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from lxml.etree import _Element

    from reader.formats.epub.contents import Entry
    from reader.formats.epub.package import Package


def read_chapters(
    package: Package,
    paths: Iterable[str],
    *,
    keys: Mapping[str, str] | None = None,
    prepare: Callable[[_Element], None] | None = None,
) -> tuple[ChapterDraft, ...]:
    """A chapter for each document; `keys` by path, `prepare` is given each tree before it is read.

    Raises `UnreadableError` where one can't be read.
    """
    titles, styles = _titles(package.contents), Styles(package)
    drafts = []
    for path in paths:
        if not package.archive.read(path).strip():
            continue
        tree = package.document(path)
        if prepare:
            prepare(tree)
        heading, blocks = _without_heading(read_body(package, path, tree, styles), titles.get(path, ""))
        drafts.append(ChapterDraft(heading, tuple(blocks), (keys or {}).get(path, "")))
    return tuple(drafts)


def _titles(contents: Iterable[Entry]) -> dict[str, str]:
    """The title of each document: the innermost entry that leads to it, an outer one is that of a part."""
    titles: dict[str, str] = {}
    waiting = deque(contents)
    while waiting:
        entry = waiting.popleft()
        titles[entry.path] = entry.title
        waiting += entry.entries
    return titles


def _without_heading(blocks: list[Block], title: str) -> tuple[str, list[Block]]:
    """The chapter's heading, and the blocks without it where they begin with it."""
    at = next((at for at, block in enumerate(blocks) if block.text), None)
    if at is None or blocks[at].kind is not BlockKind.HEADING or blocks[at].role is not Role.STORY:
        return title, blocks
    first = blocks[at]
    if title and folded(without_number(first.text)) != folded(without_number(title)):
        return title, blocks
    rest = [*blocks[:at], *blocks[at + 1 :]]
    if rest and first.anchors:
        rest[0] = replace(rest[0], anchors=(*first.anchors, *rest[0].anchors))
    return first.text, rest
