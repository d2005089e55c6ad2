"""The place further on that another machine left, and going there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.reading.other_places import further_place

if TYPE_CHECKING:
    from reader.reading.other_places import OtherPlace
    from reader.ui.screens.reading import ReadingScreen


def further(screen: ReadingScreen) -> OtherPlace | None:
    """The place for the work on the screen; None where there is none."""
    store = screen.workspace.store
    return further_place(store.work(screen.reading.info.id), store.device)


def go_further(screen: ReadingScreen) -> None:
    """Go to that place; back from there is as from any other."""
    other = further(screen)
    if other is None:
        screen.say("No other machine was further in this work")
        return
    place, _ = screen.reading.find(other.position.locator)
    screen.jump(place)
