"""Where in a block's text there is room for another span."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.work.model import Span


def is_free(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether none of the spans, which are in order and apart, reaches into that stretch."""
    at = bisect_right(spans, start, key=attrgetter("end"))
    return at == len(spans) or spans[at].start >= end
