"""Where another machine was in a work, if it was further than where the newest place is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.state.records import Position, WorkState

_FURTHER = 0.005
"""How much further, as a share of the work, is worth a word."""
_DAYS_OFFERED = 2
"""Days of reading on here after which a place is no longer offered: its reader knows of it."""


@dataclass(frozen=True, slots=True)
class OtherPlace:
    """The place of a device, which may be this one."""

    device: str
    position: Position


def further_place(state: WorkState, device: str) -> OtherPlace | None:
    """The furthest place of a device on which the work was read before it was read elsewhere, not so far.

    None where there is none, or where the reader went on here, on this `device`, for days since.
    """
    newest = state.position
    if newest is None:
        return None
    others = [
        OtherPlace(name, place)
        for name, place in state.positions.items()
        if place.progress > newest.progress + _FURTHER and _days_since(state, device, place) < _DAYS_OFFERED
    ]
    return max(others, key=lambda other: (other.position.progress, other.device), default=None)


def _days_since(state: WorkState, device: str, place: Position) -> int:
    """The days after that of a place on which the work was read on this device."""
    day = place.at.astimezone().date().isoformat()
    return sum(device in devices for later, devices in state.time.items() if later > day)
