"""Values of keys that are not known here, joined so that nothing either side wrote is lost."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any


def join(a: Any, b: Any) -> Any:
    """Both values in one; commutative, associative and idempotent.

    Of tables with a date `changed`, the newer; other tables are joined key by key. Lists are united, in a set
    order where they differ. Of numbers the greater, as reading times and counts want it; of other values the
    one that comes later in an order of no meaning.
    """
    if a == b:
        return max(a, b, key=repr)
    kind = _kind(a)
    if kind != _kind(b):
        return max(a, b, key=_kind)
    if kind == _TABLE:
        return {key: join(a.get(key, b.get(key)), b.get(key, a.get(key))) for key in a | b}
    if kind == _LIST:
        return sorted({repr(item): item for item in (*a, *b)}.values(), key=repr)
    return max(a, b, key=_order)


_SCALAR, _LIST, _TABLE, _STAMPED_TABLE = range(4)


def _kind(value: Any) -> int:
    if isinstance(value, dict):
        return _STAMPED_TABLE if isinstance(value.get("changed"), datetime) else _TABLE
    return _LIST if isinstance(value, list | tuple) else _SCALAR


def _order(value: Any) -> tuple[bool, float, str]:
    if isinstance(value, dict):
        changed: datetime = value["changed"]
        return True, (changed if changed.tzinfo else changed.replace(tzinfo=UTC)).timestamp(), repr(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return True, _as_float(value), repr(value)
    return False, 0.0, repr(value)


def _as_float(number: float) -> float:
    try:
        return float(number)
    except OverflowError:  # an integer beyond all floats
        return float("inf") if number > 0 else float("-inf")
