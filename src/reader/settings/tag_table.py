"""The reader's own table of tags: which names mean the same, which belong under another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

KINDS = (
    "fandom",
    "relationship",
    "character",
    "additional",
    "rating",
    "warning",
    "category",
    "author",
    "series",
    "my",
)
"""What names there are: the kinds of tags, authors, series, and the reader's own tags."""


class Group(NamedTuple):
    """A name with others that mean the same, or that belong under it. A tuple, as filters take it."""

    kind: str
    """One of `KINDS`."""
    name: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TagTable:
    """The whole table."""

    same: tuple[Group, ...] = ()
    parents: tuple[Group, ...] = ()
    leave_out: tuple[str, ...] = ()
    """Fandoms that say nothing in brackets after a character's name."""


def is_same(one: str, other: str) -> bool:
    """Whether two names differ in case and spaces at most; filters see more alike than this table does."""
    return one.casefold().split() == other.casefold().split()


def merged(table: TagTable, kind: str, name: str, into: str) -> TagTable:
    """The table in which a name, and all that meant the same, mean what another does.

    To undo it, keep the table as it was, or see `parted`.
    """
    moved, target = _group_of(table, kind, name), _group_of(table, kind, into)
    if moved == target or is_same(name, into):
        return table
    if is_same(moved.name, name):
        names, left = (moved.name, *moved.others), None
    else:
        names, left = (name,), _without(moved, name)
    grown = target._replace(others=(*target.others, *names))
    if target not in table.same:
        table = replace(table, same=(*table.same, target))
    table = _with(table, target, grown)
    return _with(table, moved, left) if moved in table.same else table


def parted(table: TagTable, kind: str, name: str) -> TagTable:
    """The table in which a name that was merged into another is one of its own again."""
    group = _group_of(table, kind, name)
    if is_same(group.name, name):
        return table
    return _with(table, group, _without(group, name))


def put_under(table: TagTable, kind: str, name: str, parent: str) -> TagTable:
    """The table in which a name belongs under a parent too."""
    group = _parent(table, kind, parent)
    if group is None:
        return replace(table, parents=(*table.parents, Group(kind, parent, (name,))))
    if any(is_same(other, name) for other in group.others):
        return table
    grown = group._replace(others=(*group.others, name))
    return replace(table, parents=tuple(grown if one is group else one for one in table.parents))


def taken_from_under(table: TagTable, kind: str, name: str, parent: str) -> TagTable:
    """The table in which a name does not belong under this parent; a parent of nothing goes."""
    group = _parent(table, kind, parent)
    if group is None:
        return table
    left = _without(group, name)
    parents = (left if one is group else one for one in table.parents)
    return replace(table, parents=tuple(one for one in parents if one is not None))


def taken_back(table: TagTable, before: TagTable, after: TagTable) -> TagTable:
    """The table without the change that made `after` of `before`, whatever else was changed since."""
    if table == after:
        return before
    return replace(
        table,
        same=_groups_taken_back(table.same, before.same, after.same),
        parents=_groups_taken_back(table.parents, before.parents, after.parents),
    )


def _groups_taken_back(
    groups: tuple[Group, ...], before: tuple[Group, ...], after: tuple[Group, ...]
) -> tuple[Group, ...]:
    now, was, became = map(_pairs, (groups, before, after))
    left = [pair for pair in now if pair in was or pair not in became]
    back = [pair for pair in was if pair not in became and pair not in now]
    others: dict[tuple[str, str], list[str]] = {}
    for kind, name, other in [*left, *back]:
        others.setdefault((kind, name), []).append(other)
    return tuple(Group(kind, name, tuple(names)) for (kind, name), names in others.items())


def _pairs(groups: tuple[Group, ...]) -> dict[tuple[str, str, str], None]:
    return {(group.kind, group.name, other): None for group in groups for other in group.others}


def _group_of(table: TagTable, kind: str, name: str) -> Group:
    """The group that a name is in, else one of it alone."""
    for group in table.same:
        if group.kind == kind and any(is_same(name, known) for known in (group.name, *group.others)):
            return group
    return Group(kind, name, ())


def _parent(table: TagTable, kind: str, name: str) -> Group | None:
    found = (group for group in table.parents if group.kind == kind and is_same(group.name, name))
    return next(found, None)


def _without(group: Group, name: str) -> Group | None:
    others = tuple(other for other in group.others if not is_same(other, name))
    return group._replace(others=others) if others else None


def _with(table: TagTable, old: Group, new: Group | None) -> TagTable:
    """The table with a group of names changed, or without it."""
    groups = (new if group == old else group for group in table.same)
    return replace(table, same=tuple(group for group in groups if group is not None))
