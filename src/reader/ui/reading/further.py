"""The place further on that another machine left, in words, and going there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.reading.other_places import further_place

if TYPE_CHECKING:
    from reader.reading.other_places import OtherPlace
    from reader.reading.reading import Reading
    from reader.ui.screens.reading import ReadingScreen


def further(screen: ReadingScreen) -> OtherPlace | None:
    """The place for the work on the screen; None where there is none."""
    store = screen.workspace.store
    return further_place(store.work(screen.reading.info.id), store.device)


def further_words(other: OtherPlace, reading: Reading, device: str) -> str:
    """What is said of it: "kitchen was further: chapter 7, 61 % · F goes there"."""
    place, _ = reading.find(other.position.locator)
    who = "You were" if other.device == device else f"{_host(other.device)} was"
    chapter = f"chapter {place.chapter}, " if reading.chapter_count > 1 else ""
    return f"{who} further: {chapter}{int(other.position.progress * 100)} % · F goes there"


def _host(device: str) -> str:
    """The name that people know a device by: "kitchen" of "kitchen-3f2a"."""
    host, _, digits = device.rpartition("-")
    return host if host and len(digits) == 4 else device


def go_further(screen: ReadingScreen) -> None:
    """Go to that place; back from there is as from any other."""
    other = further(screen)
    if other is None:
        screen.say("No other machine was further in this work")
        return
    place, _ = screen.reading.find(other.position.locator)
    screen.jump(place)
