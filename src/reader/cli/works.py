"""Works as `--json` gives them: fixed keys, null for what is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.cli.output import shown_path
from reader.work.model import TagKind

if TYPE_CHECKING:
    from datetime import date

    from reader.library.catalogue import ChapterInfo, Entry
    from reader.library.text_search.passages import TextMatch
    from reader.workspace.versions import VersionInfo

_TAG_KEYS = {
    "warnings": TagKind.WARNING,
    "categories": TagKind.CATEGORY,
    "fandoms": TagKind.FANDOM,
    "relationships": TagKind.RELATIONSHIP,
    "characters": TagKind.CHARACTER,
    "additional_tags": TagKind.ADDITIONAL,
}


def work_object(entry: Entry) -> dict[str, Any]:
    """One work with the keys of `list`, `show` and `search`."""
    info = entry.info
    return {
        "id": info.id,
        "title": info.title,
        "authors": list(info.authors),
        "rating": next(iter(info.names(TagKind.RATING)), None),
        **{key: list(info.names(kind)) for key, kind in _TAG_KEYS.items()},
        "language": info.language,
        "series": [{"title": part.title, "part": _whole(part.part)} for part in info.series],
        "words": entry.words,
        "chapters_posted": info.chapters_posted or entry.chapters,
        "chapters_total": info.chapters_total,
        "complete": info.complete,
        "published": _iso(info.published),
        "updated": _iso(info.updated),
        "summary": info.summary,
        "source": info.url,
        "path": shown_path(entry.path),
        "status": entry.status,
        "progress": entry.progress,
        "new_chapters": entry.new_chapters,
    }


def own_object(entry: Entry, note: str) -> dict[str, Any]:
    """What the reader says of a work, with the keys of `show`."""
    return {
        "my_rating": entry.rating,
        "my_tags": list(entry.own_tags),
        "times_read": entry.times_read,
        "note": note or None,
    }


def source_object(version: VersionInfo) -> dict[str, Any]:
    """One file of a work as `show` lists it."""
    return {
        "path": shown_path(version.path),
        "format": version.format,
        "sha256": version.sha256,
        "updated": _iso(version.updated),
        "chapters": version.chapters,
        "words": version.words,
        "in_use": version.in_use,
        "chosen": version.chosen,
    }


def chapter_object(chapter: ChapterInfo) -> dict[str, Any]:
    """One chapter as `show` lists it; words and paragraphs are those of the story alone."""
    return {
        "number": chapter.number,
        "title": chapter.title,
        "words": chapter.words,
        "paragraphs": chapter.paragraphs,
    }


def match_object(match: TextMatch) -> dict[str, Any]:
    """One place where words were found, as `search` lists it."""
    return {"chapter": match.chapter, "offset": match.offset, "excerpt": match.excerpt}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _whole(part: float | None) -> float | int | None:
    """A part's number, an integer where it is one: 2, but 2.5."""
    return int(part) if part is not None and part == int(part) else part
