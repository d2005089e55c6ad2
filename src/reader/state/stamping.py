"""The stamps of a change: always later than what it replaces, even where a clock goes backwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from reader.state.document import STAMPED
from reader.state.records import MILLISECOND, Bookmark, OwnTag, Shelf, in_milliseconds

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from reader.state.records import Position, Stamped, WorkState

_Piece = TypeVar("_Piece", OwnTag, Bookmark, Shelf)
_KEPT = timedelta(days=366)
"""How long a deletion is remembered, for merges with machines seldom used."""


def stamped(old: WorkState, new: WorkState, now: datetime) -> WorkState:
    """`new` as it may take the place of `old` at the moment `now`.

    Each thing changed has a stamp at least a millisecond after that of what it replaces, and a new position
    one after those of all devices, or it would not be where the reader is. A bookmark or tag left out is kept
    as a deleted one, and of two with one id the last is meant.
    """
    newest = old.position
    values: dict[str, Any] = {name: _value(getattr(old, name), getattr(new, name)) for name in STAMPED}
    return replace(
        new,
        tags=_pieces(old.tags, new.tags, lambda tag: tag.name, now),
        bookmarks=_pieces(old.bookmarks, new.bookmarks, lambda mark: mark.id, now),
        positions={
            device: _position(place, newest) if old.positions.get(device) != place else place
            for device, place in new.positions.items()
        },
        **values,
    )


def stamped_shelves(old: tuple[Shelf, ...], new: tuple[Shelf, ...], now: datetime) -> tuple[Shelf, ...]:
    """`new` as it may take the place of `old` at this moment: as with tags, whatever stamps the new have.

    What was deleted long ago is left out.
    """
    new = tuple(shelf if shelf in old else replace(shelf, changed=now, deleted=None) for shelf in new)
    shelves = _pieces(old, new, lambda shelf: shelf.name, now)
    kept = (shelf for shelf in shelves if shelf.deleted is None or shelf.deleted >= now - _KEPT)
    return tuple(sorted(kept, key=lambda shelf: shelf.name))


def _later(stamp: datetime, than: datetime) -> datetime:
    stamp = in_milliseconds(stamp)
    return stamp if stamp > than else than + MILLISECOND


def _position(place: Position, newest: Position | None) -> Position:
    return replace(place, at=_later(place.at, newest.at) if newest else in_milliseconds(place.at))


def _value(old: Stamped | None, new: Stamped | None) -> Stamped | None:
    if new is None or new == old:
        return new
    return replace(new, changed=_later(new.changed, old.changed) if old else in_milliseconds(new.changed))


def _pieces(
    old: tuple[_Piece, ...], new: tuple[_Piece, ...], name: Callable[[_Piece], str], now: datetime
) -> tuple[_Piece, ...]:
    if new is old:
        return new
    before = {name(piece): piece for piece in old}
    after = {name(piece): _piece(before.get(name(piece)), piece) for piece in new}
    for key, piece in before.items():
        if key not in after:
            after[key] = piece if piece.deleted else _piece(piece, replace(piece, changed=now, deleted=now))
    return tuple(after.values())


def _piece(old: _Piece | None, new: _Piece) -> _Piece:
    """The piece with its stamp made later than the old one's; a deletion's moment is its stamp."""
    if new == old:
        return new
    stamp = in_milliseconds(new.stamp)
    if old is not None:
        stamp = _later(stamp, old.stamp)
    return replace(new, changed=stamp, deleted=stamp if new.deleted else None)


def without_old_deletions(work: WorkState, now: datetime) -> WorkState:
    """The work without bookmarks and tags that were deleted more than a year ago."""
    oldest = now - _KEPT
    bookmarks = tuple(mark for mark in work.bookmarks if mark.deleted is None or mark.deleted >= oldest)
    tags = tuple(tag for tag in work.tags if tag.deleted is None or tag.deleted >= oldest)
    return replace(work, bookmarks=bookmarks, tags=tags)
