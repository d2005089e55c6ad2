"""Durations as people say them."""

from __future__ import annotations

_ONLY_HOURS = 10
"""From so many hours on nobody minds the minutes."""


def duration(minutes: float) -> str:
    """Minutes in words: "under a minute", "6 min", "2 h 31 min", "12 h"; empty for none at all."""
    if minutes <= 0:
        return ""
    hours, rest = divmod(round(minutes), 60)
    if hours >= _ONLY_HOURS:
        hours, rest = round(minutes / 60), 0
    if not hours and not rest:
        return "under a minute"
    return " ".join(part for part in (f"{hours:,} h" if hours else "", f"{rest} min" if rest else "") if part)
