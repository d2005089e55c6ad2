"""TOML values as text, each on one line: strings and keys by `tomli_w`, arrays and inline tables around them.

`tomli_w` alone sets arrays and tables over many lines; the state is read by people and split by lines.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SURROGATE = re.compile("[\ud800-\udfff]")


def string(text: str) -> str:
    """A basic string. Lone surrogates, which UTF-8 can't hold, become U+FFFD.

    The result never holds three single quotes in a row, so that a file without them and without three double
    ones has no string over many lines.
    """
    import tomli_w  # slow to load, needed only to write

    if not text.isascii():
        text = _SURROGATE.sub("\ufffd", text)
    written = tomli_w.dumps({"s": text}).removeprefix("s = ").rstrip("\n")
    return written.replace("''", "'\\u0027") if "'''" in written else written


def key(name: str) -> str:
    """A key, quoted only where it must be."""
    return name if _BARE.fullmatch(name) else string(name)


def value(thing: Any) -> str:
    """Any TOML value, on one line.

    Raises TypeError for what TOML has no type for.
    """
    match thing:
        case str():
            return string(thing)
        case bool():
            return "true" if thing else "false"
        case int():
            return str(thing)
        case float():
            return repr(thing)  # inf, nan and 1e+16 are TOML too
        case datetime():
            return moment(thing)
        case date() | time():
            return thing.isoformat()
        case dict():
            return inline(thing)
        case list() | tuple():
            return "[" + ", ".join(map(value, thing)) + "]"
    raise TypeError(f"TOML has no {type(thing).__name__}")


def moment(thing: datetime) -> str:
    """A date and time: one of ours in UTC with milliseconds, any other as it is."""
    if thing.tzinfo is not UTC or thing.microsecond % 1000:
        return thing.isoformat()
    return thing.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def inline(table: Mapping[str, Any]) -> str:
    """An inline table."""
    return "{" + ", ".join(f"{key(name)} = {value(thing)}" for name, thing in table.items()) + "}"


def lines(table: Mapping[str, Any]) -> list[str]:
    """A table's keys and values, one a line."""
    return [f"{key(name)} = {value(thing)}" for name, thing in table.items()]
