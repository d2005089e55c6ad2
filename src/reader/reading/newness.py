"""Chapters that came since a work was read, and when one of them stops being new: once read to its end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.state.records import Stamped

if TYPE_CHECKING:
    from datetime import datetime

    from reader.reading.reading import Reading
    from reader.state.records import WorkState


def new_numbers(state: WorkState, reading: Reading) -> tuple[int, ...]:
    """The numbers of the new chapters, counted from 1, in order."""
    return tuple(chapter.number for chapter in reading.outline if chapter.key in state.new_keys)


def without_read(state: WorkState, reading: Reading, now: datetime) -> WorkState:
    """The state in which no chapter is new that was read to its end in this reading."""
    if not state.new_keys:
        return state
    read = {chapter.key for chapter in reading.outline if chapter.number in reading.ended()}
    left = tuple(key for key in state.new_keys if key not in read)
    if left == state.new_keys:
        return state
    return replace(state, new_chapters=Stamped(left, now))
