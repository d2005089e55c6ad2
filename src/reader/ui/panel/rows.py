"""The rows of the panel beside a page: the contents, the bookmarks and the tags of a work."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.ui.keys.sentences import told
from reader.work.locator import Match
from reader.work.model import TagKind

if TYPE_CHECKING:
    from collections.abc import Collection

    from reader.reading.keeping import PlacedMark
    from reader.reading.reading import Reading
    from reader.settings import Settings
    from reader.work.model import WorkInfo

_TAG_HEADINGS = {
    TagKind.RATING: "Rating",
    TagKind.WARNING: "Archive warnings",
    TagKind.CATEGORY: "Categories",
    TagKind.FANDOM: "Fandoms",
    TagKind.RELATIONSHIP: "Relationships",
    TagKind.CHARACTER: "Characters",
    TagKind.ADDITIONAL: "Additional tags",
}
FOUND_WORDS = {
    Match.EXACT: "exact",
    Match.MOVED: "moved",
    Match.ELSEWHERE: "moved to another chapter",
    Match.CLOSE: "close",
    Match.APPROXIMATE: "not found",
}
"""How surely a bookmark was found in the text as it is now."""


class Row(NamedTuple):
    """A row of the panel: a heading when it has no `key`."""

    text: str
    key: str = ""
    number: str = ""
    """What stands before the text, quiet; lines after the first begin under the text."""
    detail: str = ""
    """What is said beneath, quiet."""
    aside: str = ""
    """What is said at the end of the last line instead, quiet."""
    mark: str = ""
    """A word before what is said that stands out."""


def contents_rows(reading: Reading, new: Collection[int]) -> list[Row]:
    """A row a chapter, with its words; `new` are the numbers of those that came lately."""
    width = len(str(len(reading.outline)))
    return [
        Row(
            info.title or f"Chapter {info.number}",
            key=str(info.number),
            number=f"{info.number:>{width}}. " if info.title else "",
            aside=f"{info.words:,}",
            mark="new" if info.number in new else "",
        )
        for info in reading.outline
    ]


def mark_rows(marks: list[PlacedMark], settings: Settings) -> list[Row]:
    """A row a bookmark: its words, and where it is and how surely beneath."""
    rows, lost = [], told("{place-here} places it", settings)
    for mark in marks:
        words = mark.bookmark.text or mark.bookmark.start.exact
        note = " ".join(mark.bookmark.note.split())
        details = [f"chapter {mark.place.chapter}", FOUND_WORDS[mark.match]]
        details += [lost if mark.match is Match.APPROXIMATE else "", note]
        row = Row(words[:120], key=mark.bookmark.id, detail=" · ".join(d for d in details if d))
        rows.append(row._replace(mark=mark.bookmark.colour) if mark.bookmark.end else row)
    return rows


def tag_rows(info: WorkInfo) -> list[Row]:
    """The work's tags under the names of their kinds."""
    rows = []
    for kind, heading in _TAG_HEADINGS.items():
        names = info.names(kind)
        if names:
            rows.append(Row(heading))
            rows.extend(Row(name, key=f"{kind.value}:{name}") for name in dict.fromkeys(names))
    return rows
