"""Places in a Kindle file's markup: byte offsets that links point at, given ids that outlast parsing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_ELEMENT = re.compile(rb"<(?!mbp:)[a-zA-Z][^<>]{0,2000}>")
_ID = re.compile(rb"""\sid\s*=\s*["']?([^"'\s<>]{1,200})""")
_NAME_END = re.compile(rb"[\s/>]")


def name_places(markup: bytes, offsets: Iterable[int]) -> tuple[bytes, dict[int, str]]:
    """The markup with an id on the element at each offset, and the ids by offset.

    The element is the one whose tag the offset lies in, else the next one that begins; an offset after which
    none begins is left out.
    """
    names: dict[int, str] = {}
    given: dict[int, str] = {}
    parts: list[bytes] = []
    done = 0
    for offset in sorted(set(offsets)):
        element = _element_at(markup, offset)
        if element is None:
            continue
        own = _ID.search(element[0])
        if own:
            names[offset] = own[1].decode(errors="replace")
        elif element.start() in given:
            names[offset] = given[element.start()]
        elif element.start() >= done:
            names[offset] = given[element.start()] = f"at-{offset}"
            name_end = _NAME_END.search(element[0])
            at = element.start() + (name_end.start() if name_end else 1)
            parts += [markup[done:at], f' id="at-{offset}"'.encode()]
            done = at
    return b"".join([*parts, markup[done:]]), names


def _element_at(markup: bytes, offset: int) -> re.Match[bytes] | None:
    if not 0 <= offset < len(markup):
        return None
    before = max(0, offset - 2000)
    opened = markup.rfind(b"<", before, offset)
    within = opened > markup.rfind(b">", before, offset)
    found = _ELEMENT.match(markup, opened) if within and opened >= 0 else None
    return found or _ELEMENT.search(markup, offset)
