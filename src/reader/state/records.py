"""What the reader made, as values: places, bookmarks, statuses and own tags of each work.

Every moment is aware, in UTC, and of whole milliseconds. `extra` is what stood in the file beside what is
known here; it is written back as it was.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.state.tallies import Tally
    from reader.work.locator import Locator

MILLISECOND = timedelta(milliseconds=1)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""The stamp of what was written by hand without one: anything stamped is newer."""


def utc_now() -> datetime:
    """The moment it is."""
    return datetime.now(UTC)


def in_milliseconds(moment: datetime) -> datetime:
    """The moment as the state keeps it; one without a zone is taken for UTC."""
    try:
        moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except OverflowError:  # a zone at the very ends of the calendar
        moment = moment.replace(tzinfo=UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def _extra() -> Any:
    return field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file the work was read from. One place may have had several, each newer than the one before."""

    path: str
    sha256: str
    added: datetime = EPOCH
    """When it was taken in."""
    extra: Mapping[str, Any] = _extra()


@dataclass(frozen=True, slots=True)
class Stamped:
    """A value that changes on its own; in the file `{is = …, changed = …}`."""

    value: Any
    """A string, number or truth value, several strings, or of `view` a table."""
    changed: datetime
    extra: Mapping[str, Any] = _extra()


@dataclass(frozen=True, slots=True)
class OwnTag:
    """A tag of the reader's own."""

    name: str
    changed: datetime
    deleted: datetime | None = None
    """When it was taken off; kept so that a merge does not bring it back."""
    extra: Mapping[str, Any] = _extra()

    @property
    def stamp(self) -> datetime:
        """When it was last put on or taken off."""
        return max(self.changed, self.deleted or self.changed)


@dataclass(frozen=True, slots=True)
class Position:
    """Where the reader was on one device."""

    locator: Locator
    progress: float
    """From 0 to 1 of the story's characters, to the end of the page shown."""
    at: datetime
    extra: Mapping[str, Any] = _extra()


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A marked passage, or a marked place."""

    id: str
    kind: str
    """Either "passage", or "place": the first words of a page, without an end."""
    start: Locator
    end: Locator | None
    text: str
    """The whole quotation of a passage, the first words at a place."""
    note: str
    colour: str
    created: datetime
    changed: datetime
    deleted: datetime | None = None
    """When it was deleted; kept for a year so that a merge does not bring it back."""
    extra: Mapping[str, Any] = _extra()

    @property
    def stamp(self) -> datetime:
        """When it was last changed or deleted."""
        return max(self.changed, self.deleted or self.changed)


@dataclass(frozen=True, slots=True)
class WorkState:
    """All that the reader made of one work."""

    id: str
    title: str = ""
    sources: tuple[SourceFile, ...] = ()
    aliases: tuple[str, ...] = ()
    """Ids it had before."""
    status: Stamped | None = None
    """One of `work.statuses`, unless a hand or a later version wrote another."""
    tags: tuple[OwnTag, ...] = ()
    """Those taken off included; see `own_tags`."""
    positions: Mapping[str, Position] = field(default_factory=dict, hash=False)
    """By device."""
    bookmarks: tuple[Bookmark, ...] = ()
    """Deleted ones included; see `marks`."""
    repair: Stamped | None = None
    """Whether lost paragraph boundaries are put back by guess."""
    removed: Stamped | None = None
    """Whether it was taken out of the library, not to be taken in again."""
    rating: Stamped | None = None
    """The reader's own."""
    note: Stamped | None = None
    times_read: Stamped | None = None
    source: Stamped | None = None
    """The hash of the file whose text the reader wants; empty for the best there is."""
    new_chapters: Stamped | None = None
    """The keys of the chapters that came since the work was read."""
    view: Stamped | None = field(default=None, hash=False)
    """How the reader wants this work shown: settings by name, not judged here; see `settings_here`."""
    time: Tally = field(default_factory=dict, hash=False)
    """Seconds of reading."""
    extra: Mapping[str, Any] = _extra()

    @property
    def position(self) -> Position | None:
        """Where the reader is: the newest position of all devices."""
        newest = max(self.positions.items(), key=lambda item: (item[1].at, item[0]), default=None)
        return newest and newest[1]

    @property
    def marks(self) -> tuple[Bookmark, ...]:
        """The bookmarks that are not deleted, in the order of their places."""
        there = [bookmark for bookmark in self.bookmarks if bookmark.deleted is None]
        return tuple(sorted(there, key=lambda b: (b.start.chapter, b.start.offset, b.created, b.id)))

    @property
    def own_tags(self) -> tuple[str, ...]:
        """The names of the reader's own tags that were not taken off, in order."""
        return tuple(sorted(tag.name for tag in self.tags if tag.deleted is None))

    @property
    def new_keys(self) -> tuple[str, ...]:
        """The keys in `new_chapters`; none where a hand wrote something else there."""
        value = self.new_chapters.value if self.new_chapters else ()
        return value if isinstance(value, tuple) else ()

    @property
    def settings_here(self) -> Mapping[str, Any]:
        """The settings in `view`; none where a hand wrote something else there."""
        value = self.view.value if self.view else {}
        return value if isinstance(value, dict) else {}

    @property
    def known(self) -> bool:
        """Whether there is anything to keep of this work."""
        return self != WorkState(self.id)


@dataclass(frozen=True, slots=True)
class Shelf:
    """A query that was saved under a name; in the file among `searches`."""

    name: str
    query: str
    changed: datetime
    deleted: datetime | None = None
    """When it was deleted; kept for a year so that a merge does not bring it back."""
    extra: Mapping[str, Any] = _extra()

    @property
    def stamp(self) -> datetime:
        """When it was last changed or deleted."""
        return max(self.changed, self.deleted or self.changed)


@dataclass(frozen=True, slots=True)
class MeasuredPace:
    """How fast the reader reads, over all works: pages read with care, by day and device."""

    words: Tally = field(default_factory=dict, hash=False)
    """Words of story on those pages."""
    seconds: Tally = field(default_factory=dict, hash=False)
    """How long they were looked at."""
    extra: Mapping[str, Any] = _extra()


@dataclass(frozen=True, slots=True)
class State:
    """A whole state file."""

    works: Mapping[str, WorkState] = field(default_factory=dict, hash=False)
    """By id."""
    extra: Mapping[str, Any] = _extra()
    """What stands at the top of the file besides `format`."""


def new_bookmark(
    *,
    kind: str,
    start: Locator,
    now: datetime,
    end: Locator | None = None,
    text: str = "",
    note: str = "",
    colour: str = "yellow",
) -> Bookmark:
    """A bookmark made at this moment, with an id of its own ("b-7f3a9c21")."""
    now = in_milliseconds(now)
    return Bookmark(f"b-{secrets.token_hex(4)}", kind, start, end, text, note, colour, now, now)
