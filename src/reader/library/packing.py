"""Lists of names, numbers and places in series as compact values of the database that load fast."""

from __future__ import annotations

import json
from array import array
from typing import TYPE_CHECKING

from reader.work.facts import SeriesPart

if TYPE_CHECKING:
    from collections.abc import Iterable

_SEPARATOR = "\x1f"


def pack_names(names: Iterable[str]) -> str:
    """Names in one string."""
    return _SEPARATOR.join(name.replace(_SEPARATOR, " ") for name in names)


def unpack_names(packed: str | None) -> tuple[str, ...]:
    """The names again; none from None and from an empty string."""
    return tuple(packed.split(_SEPARATOR)) if packed else ()


def pack_numbers(numbers: Iterable[int]) -> bytes:
    """Numbers below 2**32 in one value. In the machine's byte order: a catalogue is local to its machine."""
    return array("I", numbers).tobytes()


def unpack_numbers(packed: bytes) -> array[int]:
    """The numbers again."""
    return array("I", packed)


def pack_series(series: Iterable[SeriesPart]) -> str | None:
    """The places in series in one string, None for none."""
    parts = [[part.title, part.part, part.url] for part in series]
    return json.dumps(parts, separators=(",", ":")) if parts else None


def packed_title(title: str) -> str:
    """What stands in the string of `pack_series` where a series of this title is among them."""
    return f"[{json.dumps(title)},"


def unpack_series(packed: str | None) -> tuple[SeriesPart, ...]:
    """The places in series again."""
    return tuple([SeriesPart(*part) for part in json.loads(packed)]) if packed else ()
