"""Whether a place can be seen on the page shown, or lies in notes that are folded or hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.reading.reading import Place, Reading


def is_seen(reading: Reading, place: Place) -> bool:
    """Whether the text at a place stands on the page shown."""
    if place.chapter != reading.anchor.chapter:
        return False
    runs = (run for line in reading.lines() for run in line.runs if run.start >= 0)
    return any(run.start <= place.offset < run.start + max(1, len(run.text)) for run in runs)
