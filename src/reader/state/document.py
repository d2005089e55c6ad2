"""Between the tables of the state file and records, losing nothing on the way.

A known key with a value that makes no sense (`offset = "far"`, a bookmark without a start) is moved to a
table `unreadable` beside it, and unknown keys stay where they are.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reader.state import toml_text
from reader.state.records import (
    EPOCH,
    Bookmark,
    MeasuredPace,
    OwnTag,
    Position,
    Shelf,
    SourceFile,
    Stamped,
    WorkState,
)
from reader.state.table import Table
from reader.work.locator import Locator

if TYPE_CHECKING:
    from collections.abc import Mapping

_STAMPED_VALUES = ("status", "rating", "note", "times_read", "repair", "removed", "source", "new_chapters")
STAMPED = (*_STAMPED_VALUES, "view")
"""The fields of a work that are `{is, changed}`, in the order they are written in."""


def work_from_table(work_id: str, raw: Mapping[str, Any]) -> WorkState:
    """The record of a work from its table in the file."""
    table = Table(raw)
    return WorkState(
        id=work_id,
        title=table.take("title", str, ""),
        sources=table.records("sources", _source),
        aliases=table.records("aliases", lambda item: item if isinstance(item, str) else None),
        tags=table.records("tags", _tag),
        positions=table.records_by_name("positions", _position),
        bookmarks=_told_apart(table.records("bookmarks", _bookmark)),
        **{name: table.record(name, _stamped) for name in _STAMPED_VALUES},
        view=table.record("view", _view),
        time=table.tally("time"),
        extra=table.rest(),
    )


def _stamped(raw: Any) -> Stamped | None:
    if not isinstance(raw, dict):
        value = _stamped_value(raw)
        return None if value is None else Stamped(value, EPOCH)
    value = _stamped_value(raw.get("is"))
    return None if value is None else _beside_stamp(raw, value)


def _view(raw: Any) -> Stamped | None:
    """A table with its stamp, or one written by hand without any."""
    if not isinstance(raw, dict):
        return None
    if raw.keys().isdisjoint(("is", "changed")):
        return Stamped(dict(sorted(raw.items())), EPOCH)
    value = raw.get("is")
    return _beside_stamp(raw, dict(sorted(value.items()))) if isinstance(value, dict) else None


def _beside_stamp(raw: Mapping[str, Any], value: Any) -> Stamped:
    table = Table({key: thing for key, thing in raw.items() if key != "is"})
    return Stamped(value, table.moment("changed") or EPOCH, table.rest())


def _stamped_value(raw: Any) -> Any:
    """The value a stamp stands beside, None for what is none."""
    if isinstance(raw, list):
        return tuple(raw) if all(isinstance(item, str) for item in raw) else None
    return raw if isinstance(raw, str | bool | int | float) else None


def _source(raw: Any) -> SourceFile | None:
    if not isinstance(raw, dict):
        return None
    table = Table(raw)
    added = table.moment("added") or EPOCH
    return SourceFile(table.take("path", str, ""), table.take("sha256", str, ""), added, table.rest())


def _tag(raw: Any) -> OwnTag | None:
    if isinstance(raw, str):
        return OwnTag(raw, EPOCH)
    if not isinstance(raw, dict) or not isinstance(raw.get("name"), str):
        return None
    table = Table(raw)
    name = table.take("name", str, "")
    return OwnTag(name, table.moment("changed") or EPOCH, table.moment("deleted"), table.rest())


def _position(raw: Any) -> Position | None:
    if not isinstance(raw, dict):
        return None
    table = Table(raw)
    locator = _locator(table)
    return Position(locator, table.take("progress", float, 0.0), table.moment("at") or EPOCH, table.rest())


def _bookmark(raw: Any) -> Bookmark | None:
    if not isinstance(raw, dict):
        return None
    if not isinstance(raw.get("id"), str) or not isinstance(raw.get("start"), dict):
        return None
    table, odd = Table(raw), {}
    ends: dict[str, Locator | None] = {"start": None, "end": None}
    for name in ends:
        place = table.take(name, dict, None)
        if place is not None:
            inner = Table(place)
            ends[name] = _locator(inner)
            odd[name] = inner.rest()
    created, changed = table.moment("created"), table.moment("changed")
    return Bookmark(
        id=table.take("id", str, ""),
        kind=table.take("kind", str, "passage" if ends["end"] else "place"),
        start=ends["start"] or _locator(Table({})),
        end=ends["end"],
        text=table.take("text", str, ""),
        note=table.take("note", str, ""),
        colour=table.take("colour", str, ""),
        created=created or changed or EPOCH,
        changed=changed or created or EPOCH,
        deleted=table.moment("deleted"),
        extra=table.rest() | {name: rest for name, rest in odd.items() if rest},
    )


def _told_apart(bookmarks: tuple[Bookmark, ...]) -> tuple[Bookmark, ...]:
    """The bookmarks, one copied by hand together with its id under an id of its own ("b-7f3a9c21-2")."""
    seen: dict[str, Bookmark] = {}
    for bookmark in bookmarks:
        own, copies = bookmark.id, 1
        while own in seen:
            copies += 1
            own = f"{bookmark.id}-{copies}"
        seen[own] = bookmark if own == bookmark.id else replace(bookmark, id=own)
    return tuple(seen.values())


def _locator(table: Table) -> Locator:
    return Locator(
        chapter=table.take("chapter", int, 1),
        chapter_key=table.take("chapter_key", str, ""),
        chapter_title=table.take("chapter_title", str, ""),
        offset=table.take("offset", int, 0),
        before=table.take("before", str, ""),
        exact=table.take("exact", str, ""),
        after=table.take("after", str, ""),
    )


def shelf_from(raw: Any) -> Shelf | None:
    """A saved search as it stands in the file; one that a hand wrote may be no more than the query."""
    if isinstance(raw, str):
        return Shelf(raw, raw, EPOCH)
    if not isinstance(raw, dict) or not all(isinstance(raw.get(key), str) for key in ("name", "query")):
        return None
    table = Table(raw)
    name, query = table.take("name", str, ""), table.take("query", str, "")
    return Shelf(name, query, table.moment("changed") or EPOCH, table.moment("deleted"), table.rest())


def shelf_table(shelf: Shelf) -> dict[str, Any]:
    """A saved search as it stands in the file."""
    deleted = {"deleted": shelf.deleted} if shelf.deleted else {}
    return {"name": shelf.name, "query": shelf.query, "changed": shelf.changed, **deleted, **shelf.extra}


def measured_from_table(raw: Any) -> MeasuredPace | None:
    """The pace from its table in the file; None for what is no table."""
    if not isinstance(raw, dict):
        return None
    table = Table(raw)
    return MeasuredPace(table.tally("words"), table.tally("seconds"), table.rest())


def measured_table(pace: MeasuredPace) -> dict[str, Any]:
    """The pace as it stands in the file."""
    return {"words": pace.words, "seconds": pace.seconds, **pace.extra}


def section(work: WorkState) -> str:
    """The work's part of the file, from its `[works."…"]` to a blank line."""
    head = f"[works.{toml_text.string(work.id)}"
    lines = [head + "]", *toml_text.lines(_facts(work))]
    for device, position in work.positions.items():
        lines += [
            "",
            f"{head}.positions.{toml_text.key(device)}]",
            *toml_text.lines(position_table(position)),
        ]
    for bookmark in work.bookmarks:
        lines += ["", f"[{head}.bookmarks]]", *toml_text.lines(bookmark_table(bookmark))]
    return "\n".join(lines) + "\n\n"


def _facts(work: WorkState) -> dict[str, Any]:
    stamped = {name: getattr(work, name) for name in STAMPED}
    facts: dict[str, Any] = {
        "title": work.title,
        "sources": [source_table(source) for source in work.sources],
        "aliases": list(work.aliases),
        **{name: stamped_table(value) for name, value in stamped.items() if value is not None},
    }
    if work.tags:
        facts["tags"] = [tag_table(tag) for tag in work.tags]
    if work.time:
        facts["time"] = work.time
    return facts | dict(work.extra)


def source_table(source: SourceFile) -> dict[str, Any]:
    """A source as it stands in the file."""
    added = {"added": source.added} if source.added != EPOCH else {}
    return {"path": source.path, "sha256": source.sha256, **added, **source.extra}


def stamped_table(value: Stamped) -> dict[str, Any]:
    """A stamped value as it stands in the file."""
    written = list(value.value) if isinstance(value.value, tuple) else value.value
    return {"is": written, "changed": value.changed, **value.extra}


def tag_table(tag: OwnTag) -> dict[str, Any]:
    """An own tag as it stands in the file."""
    deleted = {"deleted": tag.deleted} if tag.deleted else {}
    return {"name": tag.name, "changed": tag.changed, **deleted, **tag.extra}


def position_table(position: Position) -> dict[str, Any]:
    """A position as it stands in the file."""
    place = locator_table(position.locator)
    return {**place, "progress": float(position.progress), "at": position.at, **position.extra}


def bookmark_table(bookmark: Bookmark) -> dict[str, Any]:
    """A bookmark as it stands in the file."""
    extra = dict(bookmark.extra)
    table: dict[str, Any] = {"id": bookmark.id, "kind": bookmark.kind}
    for name, place in (("start", bookmark.start), ("end", bookmark.end)):
        if place is not None:
            table[name] = locator_table(place) | extra.pop(name, {})
    for name in ("text", "note", "colour", "created", "changed"):
        table[name] = getattr(bookmark, name)
    if bookmark.deleted:
        table["deleted"] = bookmark.deleted
    return table | extra


def locator_table(locator: Locator) -> dict[str, Any]:
    """A locator as it stands in the file."""
    return {
        "chapter": locator.chapter,
        "chapter_key": locator.chapter_key,
        "chapter_title": locator.chapter_title,
        "offset": locator.offset,
        "before": locator.before,
        "exact": locator.exact,
        "after": locator.after,
    }
