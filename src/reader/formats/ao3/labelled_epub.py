"""EPUB in which another program saved a work of AO3: facts as "Label: value" on a title page, then its pages.

No program is known by name. Its title page is `titlepage.html`, with a paragraph for each of AO3's labels; a
chapter holds what stands on the archive's own page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.formats.addresses import archive_work
from reader.formats.ao3.page_notes import mark_notes
from reader.formats.assembly import assemble
from reader.formats.epub.chapter_documents import read_chapters
from reader.formats.epub.facts import read_facts
from reader.formats.epub.text import body_of
from reader.formats.labelled_facts import Labelled, read_labelled
from reader.formats.labels import Fact, field_anywhere, field_of
from reader.formats.markup.elements import text_of
from reader.formats.markup.inline import without_controls
from reader.formats.series import read_series
from reader.formats.source import UnreadableError
from reader.formats.summary import as_blocks
from reader.work.model import TagKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from reader.formats.epub.package import Package
    from reader.formats.source import Source
    from reader.work.model import Work, WorkInfo

_FIRST = 3
"""Documents of which one is the title page."""
_NAMES = ("titlepage.html", "titlepage.xhtml", "title_page.html")


def recognises(package: Package) -> bool:
    """Whether a title page among the first documents lists fandoms, and AO3's rating or warnings."""
    path = _title_page(package)
    try:
        page = body_of(package.document(path)) if path else None
    except UnreadableError:
        return False
    fields = {} if page is None else {field_of(label) for label, _ in _labelled(page)}
    return TagKind.FANDOM in fields and len(fields) > 2


def read(package: Package, source: Source) -> Work:
    """The work in it. Raises `UnreadableError` where it holds no chapter, or one that can't be read."""
    first = _title_page(package)
    paths = [
        place.item.path
        for place in package.spine
        if place.item.path != first and "nav" not in place.item.properties and place.item != package.cover
    ]
    drafts = read_chapters(package, paths, prepare=mark_notes)
    drafts = tuple(draft for draft in drafts if draft.blocks)
    if not drafts:
        raise UnreadableError("It has the title page of a work, but no chapter.")
    info = _with_page(read_facts(package.metadata, source.name), body_of(package.document(first)))
    info = info._replace(chapters_posted=info.chapters_posted or len(drafts))
    return assemble(info, drafts, front=as_blocks(info.summary))


def _title_page(package: Package) -> str:
    paths = (place.item.path for place in package.spine[:_FIRST])
    return next((path for path in paths if path.rpartition("/")[2].lower() in _NAMES), "")


def _labelled(page: _Element) -> Iterator[tuple[str, _Element]]:
    """The paragraphs that begin with a label, each with it."""
    for paragraph in page.iter("p"):
        label, colon, _ = text_of(paragraph).partition(":")
        if colon and len(label) < 40:
            yield label, paragraph


def _with_page(info: WorkInfo, page: _Element) -> WorkInfo:
    """The facts with those of the title page.

    "In-Progress" there says nothing: it is said of a whole one-shot too.
    """
    facts, series = list[Labelled](), info.series
    for label, paragraph in _labelled(page):
        field, value = field_anywhere(label), text_of(paragraph).partition(":")[2].strip()
        links = [(text_of(link), without_controls(link.get("href", ""))) for link in paragraph.iter("a")]
        if field is Fact.SERIES:
            series = read_series(value, links) or series
        elif field and field is not Fact.STATUS:
            names = tuple(name for name, _ in links if name) if isinstance(field, TagKind) else ()
            facts.append(Labelled(field, names or (value,)))
    found = read_labelled(facts)
    hrefs = [link.get("href", "") for link in page.iter("a")]
    url = next((without_controls(href) for href in hrefs if archive_work(href)), info.url or "")
    return info._replace(
        id=archive_work(url) or info.id,
        url=url or None,
        tags=found.tags,
        series=series,
        language=found.language or info.language,
        summary=found.summary or info.summary,
        words=found.words,
        chapters_posted=found.chapters_posted,
        chapters_total=found.chapters_total,
        complete=found.complete,
        published=found.published or info.published,
        updated=found.updated or info.updated,
    )
