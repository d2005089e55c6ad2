"""Bookmarks for other programs and for people: Markdown, W3C Web Annotations and CSV."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.state.toml_text import moment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.state.records import Bookmark
    from reader.work.locator import Locator

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_LINE_MARKUP = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for the beginning of a formula."""
_COLUMNS = (
    "work", "title", "authors", "url", "chapter", "heading", "offset", "kind", "text", "note", "colour",
    "created", "changed", "id",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """A bookmark with what must be said of its work."""

    bookmark: Bookmark
    work_id: str
    title: str
    authors: tuple[str, ...] = ()
    url: str = ""
    heading: str = ""
    """What a contents list calls the chapter; the bookmark's own chapter title where it is empty."""

    @property
    def chapter(self) -> str:
        """What the chapter is called."""
        place = self.bookmark.start
        return self.heading or place.chapter_title or f"Chapter {place.chapter}"


def markdown(marks: Iterable[Mark]) -> str:
    """A section a work, each quotation with its note, chapter and date. Nothing in them acts as markup."""
    works: dict[str, list[Mark]] = {}
    for mark in marks:
        works.setdefault(mark.work_id, []).append(mark)
    return "\n".join(_markdown_of_work(of_work) for of_work in works.values())


def _markdown_of_work(marks: list[Mark]) -> str:
    first = marks[0]
    byline = f" by {', '.join(map(_plain, first.authors))}" if first.authors else ""
    parts = [f"# {_plain(first.title or first.work_id)}{byline}"]
    if first.url:
        parts.append(f"<{_link(first.url)}>")
    for mark in marks:
        parts += _markdown_of_mark(mark)
    return "\n\n".join(parts) + "\n"


def _markdown_of_mark(mark: Mark) -> list[str]:
    bookmark = mark.bookmark
    parts = ["\n".join(f"> {_escaped(line)}".rstrip() for line in bookmark.text.split("\n"))]
    if bookmark.note:
        parts.append("\n".join(map(_escaped, bookmark.note.split("\n"))))
    parts.append(f"— {_plain(mark.chapter)}, {bookmark.created:%Y-%m-%d}")
    return parts


def _escaped(line: str) -> str:
    """A line of its own, with nothing in it that Markdown would act on."""
    return _LINE_MARKUP.sub(lambda found: found[1] + _guarded(found[2]), _plain(line))


def _guarded(start: str) -> str:
    """A list's number can't have a backslash before it, only before its point."""
    return f"{start}\\" if start.isdigit() else f"\\{start}"


def _plain(text: str) -> str:
    """Text within a line, with nothing in it that Markdown would act on."""
    return _MARKUP.sub(r"\\\1", _CONTROL.sub("\ufffd", " ".join(text.split())))


def _link(url: str) -> str:
    return "".join(c if c.isprintable() and c not in "<> \\" else f"%{ord(c):02X}" for c in url)


def web_annotations(marks: Iterable[Mark]) -> str:
    """JSON: a list of annotations of the W3C's Web Annotation Data Model, as they would be shared."""
    return json.dumps([_annotation(mark) for mark in marks], ensure_ascii=False, indent=2) + "\n"


def _annotation(mark: Mark) -> dict[str, Any]:
    bookmark = mark.bookmark
    annotation: dict[str, Any] = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:reader:{bookmark.id}",
        "type": "Annotation",
        "motivation": ["highlighting" if bookmark.end else "bookmarking"],
        "created": moment(bookmark.created),
        "modified": moment(bookmark.changed),
    }
    if bookmark.note:
        annotation["motivation"].append("commenting")
        annotation["body"] = {"type": "TextualBody", "value": bookmark.note, "format": "text/plain"}
    annotation["target"] = {
        "type": "SpecificResource",
        "source": mark.url or mark.work_id,
        "styleClass": bookmark.colour,
        "work": mark.work_id,  # not the standard's, nor are the next three: positions count in the chapter
        "chapter": bookmark.start.chapter,
        "chapterKey": bookmark.start.chapter_key,
        "chapterTitle": bookmark.start.chapter_title,
        "selector": _selectors(bookmark),
    }
    return annotation


def _selectors(bookmark: Bookmark) -> list[dict[str, Any]]:
    """The place by position in the chapter's text, and by quotation: either is enough to find it."""
    start, end = bookmark.start, bookmark.end
    return [
        {"type": "TextPositionSelector", "start": start.offset, "end": _end(start, end)},
        {
            "type": "TextQuoteSelector",
            "exact": bookmark.text if end else start.exact,
            "prefix": start.before,
            "suffix": (end.exact + end.after)[:32] if end else start.after,
        },
    ]


def _end(start: Locator, end: Locator | None) -> int:
    """Where the selection ends in the text of the chapter it starts in."""
    if end is None:
        return start.offset + len(start.exact)
    return end.offset if end.chapter == start.chapter else start.offset + len(start.exact)


def csv(marks: Iterable[Mark]) -> str:
    """A table with a head and one row a bookmark. Before what a spreadsheet would run stands a quote."""
    import csv as writing  # the module and this function have one name
    import io

    out = io.StringIO()
    writer = writing.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    writer.writerows([_cell(value) for value in _row(mark)] for mark in marks)
    return out.getvalue()


def _row(mark: Mark) -> tuple[str | int, ...]:
    bookmark = mark.bookmark
    return (
        mark.work_id, mark.title, "; ".join(mark.authors), mark.url, bookmark.start.chapter, mark.chapter,
        bookmark.start.offset, bookmark.kind, bookmark.text, bookmark.note, bookmark.colour,
        moment(bookmark.created), moment(bookmark.changed), bookmark.id,
    )  # fmt: skip


def _cell(value: str | int) -> str | int:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
