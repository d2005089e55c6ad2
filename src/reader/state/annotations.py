"""Bookmarks read back from JSON: W3C Web Annotations as `export.web_annotations` writes them.

What is not the standard's (`work`, `chapter`, `chapterKey`, `chapterTitle`) helps to find the place, and may
be missing. `styleClass` is the colour (Web Annotation Data Model, 4.3).
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from reader.state.errors import StateError
from reader.state.records import Bookmark, in_milliseconds
from reader.work.locator import AFTER, BEFORE, EXACT, Locator

if TYPE_CHECKING:
    from collections.abc import Iterator

_ID = re.compile(r"urn:reader:(b-[0-9a-f]{1,32})")
_LONGEST = 1_000_000
"""Code points of a quotation or a note; what is longer was not made by marking."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A bookmark from elsewhere, and the work it says it is of."""

    bookmark: Bookmark
    work_id: str
    """Empty where it is not said."""
    source: str
    """The work's address, or its id."""


def read_annotations(data: bytes) -> list[Annotated]:
    """The bookmarks in a file of annotations. Raises StateError when it is none."""
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise StateError("this is not a file of bookmarks: it is no JSON") from error
    made = list(_annotations(found if isinstance(found, list) else [found]))
    if not made and found != []:
        raise StateError("there are no bookmarks in this file (reader bookmarks --format json makes one)")
    return made


def _annotations(found: list[Any]) -> Iterator[Annotated]:
    """Those that can be understood."""
    for value in found:
        target = _table(_table(value).get("target"))
        if _table(value).get("type") != "Annotation" or not target:
            continue
        selectors = target.get("selector")
        tables = map(_table, selectors if isinstance(selectors, list) else [selectors])
        by_type = {_text(table.get("type")): table for table in tables}
        quote = by_type.get("TextQuoteSelector", {})
        if exact := _text(quote.get("exact")):
            bookmark = _bookmark(value, target, by_type.get("TextPositionSelector", {}), quote, exact)
            yield Annotated(bookmark, _text(target.get("work")), _text(target.get("source")))


def _bookmark(
    value: dict[str, Any], target: dict[str, Any], position: dict[str, Any], quote: dict[str, Any], exact: str
) -> Bookmark:
    offset = _number(position.get("start"))
    chapter = max(1, _number(target.get("chapter")))
    key, title = _text(target.get("chapterKey")), _text(target.get("chapterTitle"))
    before, suffix = _text(quote.get("prefix")), _text(quote.get("suffix"))
    after = exact[EXACT : EXACT + AFTER] or suffix
    start = Locator(chapter, key, title, offset, before[-BEFORE:], exact[:EXACT], after[:AFTER])
    motivation = value.get("motivation")
    is_passage = "highlighting" in motivation if isinstance(motivation, str | list) else True
    end = None
    if is_passage:
        behind = (before + exact)[-BEFORE:]
        end = Locator(chapter, key, title, offset + len(exact), behind, suffix[:EXACT], suffix[EXACT:])
    made = _moment(value.get("created"))
    named = _ID.fullmatch(_text(value.get("id")))
    return Bookmark(
        id=named[1] if named else "",
        kind="passage" if is_passage else "place",
        start=start,
        end=end,
        text=exact,
        note=_text(_table(value.get("body")).get("value")),
        colour=_text(target.get("styleClass")) or "yellow",
        created=made,
        changed=max(made, _moment(value.get("modified"))),
    )


def _table(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    """A text that can be written again; empty for anything else."""
    text = value if isinstance(value, str) and len(value) <= _LONGEST else ""
    return text.encode("utf-8", "replace").decode("utf-8")


def _number(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1 << 31 else 0


def _moment(value: Any) -> datetime:
    try:
        return in_milliseconds(datetime.fromisoformat(_text(value)))
    except ValueError:
        return in_milliseconds(datetime.now(UTC))
