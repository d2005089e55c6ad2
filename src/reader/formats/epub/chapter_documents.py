"""Chapters of an EPUB in which each document of the reading order is one, with its title in the contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.formats.assembly import ChapterDraft
from reader.formats.epub.chapter_headings import headed
from reader.formats.epub.linked_styles import Styles
from reader.formats.epub.outline import entries_of
from reader.formats.epub.text import read_body

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from lxml.etree import _Element

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
    titles = {entry.path: entry.title for entry, _ in entries_of(package.contents)}  # the innermost of each
    styles = Styles(package)
    drafts = []
    for path in paths:
        if not package.archive.read(path).strip():
            continue
        tree = package.document(path)
        if prepare:
            prepare(tree)
        heading, blocks = headed(titles.get(path, ""), read_body(package, path, tree, styles))
        drafts.append(ChapterDraft(heading, blocks, (keys or {}).get(path, "")))
    return tuple(drafts)
