"""Two versions of what the reader made, made one.

All merging is commutative, associative and idempotent: of what carries its own stamp the newer wins, equal
stamps are settled by comparing what is written, and everything else is united.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from reader.state import tallies
from reader.state.document import (
    STAMPED,
    bookmark_table,
    position_table,
    shelf_table,
    stamped_table,
    tag_table,
)
from reader.state.records import Bookmark, OwnTag, Position, Shelf, SourceFile, Stamped, State, WorkState
from reader.state.unknown import join

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_T = TypeVar("_T")


def merge(a: State, b: State) -> State:
    """Both states in one."""
    works = {
        key: merge_work(a.works.get(key, b.works.get(key)), b.works.get(key, a.works.get(key)))  # type: ignore[arg-type]  # one has it
        for key in sorted(a.works.keys() | b.works.keys())
    }
    return State(works, join(dict(a.extra), dict(b.extra)))


def merge_work(a: WorkState, b: WorkState) -> WorkState:
    """Both versions of a work in one, under the id they share."""
    if a == b:
        return a
    work_id = min(a.id, b.id)
    return WorkState(
        id=work_id,
        title=max(a.title, b.title),
        sources=_sources((*a.sources, *b.sources)),
        aliases=tuple(sorted({*a.aliases, *b.aliases, a.id, b.id} - {work_id})),
        tags=_by_name((*a.tags, *b.tags), lambda tag: tag.name, lambda tag: tag.name),
        positions=_positions(a.positions, b.positions),
        bookmarks=_by_name(
            (*a.bookmarks, *b.bookmarks), lambda mark: mark.id, lambda mark: (mark.created, mark.id)
        ),
        **{name: _newer(getattr(a, name), getattr(b, name)) for name in STAMPED},
        time=tallies.united(a.time, b.time),
        extra=join(dict(a.extra), dict(b.extra)),
    )


def with_former(work: WorkState, former: WorkState) -> WorkState:
    """The work with what is known under another id of it."""
    merged = merge_work(work, replace(former, id=work.id))
    return replace(merged, aliases=tuple(alias for alias in merged.aliases if alias != work.id))


def united_shelves(a: tuple[Shelf, ...], b: tuple[Shelf, ...]) -> tuple[Shelf, ...]:
    """Both in one, in the order of their names."""
    return _by_name((*a, *b), lambda shelf: shelf.name, lambda shelf: shelf.name)


def carried_shelves(
    base: tuple[Shelf, ...], mine: tuple[Shelf, ...], disk: tuple[Shelf, ...]
) -> tuple[Shelf, ...]:
    """Those on disk now, with what was changed here since `base` was read from it."""
    return united_shelves(disk, _changed(base, mine))


def precedence(piece: Stamped | OwnTag | Position | Bookmark | Shelf) -> tuple[Any, ...]:
    """What decides between two versions of one thing: the greater wins, of equal stamps a deletion."""
    match piece:
        case Stamped():
            return piece.changed, False, repr(stamped_table(piece))
        case OwnTag():
            return piece.stamp, piece.deleted is not None, repr(tag_table(piece))
        case Position():
            return piece.at, False, repr(position_table(piece))
        case Bookmark():
            return piece.stamp, piece.deleted is not None, repr(bookmark_table(piece))
        case Shelf():
            return piece.stamp, piece.deleted is not None, repr(shelf_table(piece))


def _newer(a: Stamped | None, b: Stamped | None) -> Stamped | None:
    return max(a, b, key=precedence) if a and b else a or b


def _positions(a: Mapping[str, Position], b: Mapping[str, Position]) -> dict[str, Position]:
    return {
        device: max((p for p in (a.get(device), b.get(device)) if p), key=precedence)
        for device in sorted(a.keys() | b.keys())
    }


_Piece = TypeVar("_Piece", OwnTag, Bookmark, Shelf)


def _by_name(
    pieces: Iterable[_Piece], name: Callable[[_Piece], str], order: Callable[[_Piece], Any]
) -> tuple[_Piece, ...]:
    newest: dict[str, _Piece] = {}
    for piece in pieces:
        other = newest.get(name(piece))
        newest[name(piece)] = max(piece, other, key=precedence) if other else piece
    return tuple(sorted(newest.values(), key=order))


def _sources(sources: Iterable[SourceFile]) -> tuple[SourceFile, ...]:
    united: dict[tuple[str, str], SourceFile] = {}
    for source in sources:
        key = source.path, source.sha256
        other = united.get(key, source)
        extra = join(dict(other.extra), dict(source.extra))
        united[key] = SourceFile(*key, max(other.added, source.added), extra)
    return tuple(united[key] for key in sorted(united))


def carry_over(base: WorkState, mine: WorkState, disk: WorkState) -> WorkState:
    """What is on disk now, with what was changed here since `base` was read from it.

    What was not changed here is taken as it is on disk, where a hand may have edited or removed it without
    touching any stamp.
    """
    if base == disk:
        return mine
    if base == mine:
        return disk
    values: dict[str, Any] = {
        name: _changed_value(getattr(base, name), getattr(mine, name)) for name in STAMPED
    }
    changes = replace(
        mine,
        tags=_changed(base.tags, mine.tags),
        bookmarks=_changed(base.bookmarks, mine.bookmarks),
        positions={d: place for d, place in mine.positions.items() if base.positions.get(d) != place},
        **values,
    )
    merged = merge_work(disk, changes)
    return replace(
        merged,
        title=_three_way(base.title, mine.title, disk.title, merged.title),
        sources=_three_way(base.sources, mine.sources, disk.sources, merged.sources),
        aliases=_three_way(base.aliases, mine.aliases, disk.aliases, merged.aliases),
        time=tallies.carried(base.time, mine.time, disk.time),
        extra=_three_way_tables(base.extra, mine.extra, disk.extra, merged.extra),
    )


def _three_way_tables(
    base: Mapping[str, Any], mine: Mapping[str, Any], disk: Mapping[str, Any], merged: Mapping[str, Any]
) -> dict[str, Any]:
    chosen = {
        key: _three_way(base.get(key), mine.get(key), disk.get(key), merged.get(key))
        for key in {**base, **merged}
    }
    return {key: value for key, value in chosen.items() if value is not None}


def _three_way(base: _T, mine: _T, disk: _T, merged: _T) -> _T:
    """The side that was changed; `merged` where both were."""
    if mine == base:
        return disk
    return mine if disk == base else merged


def _changed(base: tuple[_T, ...], mine: tuple[_T, ...]) -> tuple[_T, ...]:
    return tuple(piece for piece in mine if piece not in base)


def _changed_value(base: _T | None, mine: _T | None) -> _T | None:
    return None if mine == base else mine
