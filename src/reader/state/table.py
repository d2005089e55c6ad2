"""A table of the state file being taken apart, so that nothing in it is lost."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from reader.state.records import in_milliseconds
from reader.state.tallies import sorted_out
from reader.state.unknown import join

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reader.state.tallies import Tally

_T = TypeVar("_T")
_D = TypeVar("_D")


class Table:
    """A table being taken apart. It changes: what is taken leaves it, and the rest is kept."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._rest = dict(table)
        self._unreadable: dict[str, Any] = {}

    def take(self, key: str, kind: type[_T], default: _D) -> _T | _D:
        """The value of a key, if it is of this type."""
        if key not in self._rest:
            return default
        value = self._rest.pop(key)
        if kind is float and type(value) is int:
            value = float(value)
        if isinstance(value, kind) and not isinstance(value, bool):
            return value
        self._unreadable[key] = value
        return default

    def moment(self, key: str) -> datetime | None:
        """The value of a key, if it is a date with a time."""
        value = self.take(key, datetime, None)
        return value and in_milliseconds(value)

    def record(self, key: str, read: Callable[[Any], _T | None]) -> _T | None:
        """What `read` makes of a key's value; None where there is none, or it makes no sense."""
        if key not in self._rest:
            return None
        value = self._rest.pop(key)
        record = read(value)
        if record is None:
            self._unreadable[key] = value
        return record

    def records(self, key: str, read: Callable[[Any], _T | None]) -> tuple[_T, ...]:
        """What `read` makes of each item of a list."""
        items: list[Any] = self.take(key, list, [])
        read_items = [(item, read(item)) for item in items]
        if odd := [item for item, record in read_items if record is None]:
            self._unreadable[key] = odd
        return tuple(record for _, record in read_items if record is not None)

    def records_by_name(self, key: str, read: Callable[[Any], _T | None]) -> dict[str, _T]:
        """What `read` makes of each value of a table."""
        items: dict[str, Any] = self.take(key, dict, {})
        read_items = {name: read(item) for name, item in items.items()}
        if odd := {name: items[name] for name, record in read_items.items() if record is None}:
            self._unreadable[key] = odd
        return {name: record for name, record in read_items.items() if record is not None}

    def tally(self, key: str) -> Tally:
        """The counts by day and device in the table of a key."""
        counts, odd = sorted_out(self.take(key, dict, {}))
        if odd:
            self._unreadable[key] = odd
        return counts

    def rest(self) -> dict[str, Any]:
        """What was not taken, and what could not be read."""
        if self._unreadable:
            before = self._rest.pop("unreadable", {})
            self._rest["unreadable"] = join(before, self._unreadable) if before else self._unreadable
        return self._rest
