"""A work with notes at the end of its first chapter, one of them long, and the way to their pop-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.formats import ao3_page

from reader.ui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import App
    from textual.pilot import Pilot

    from reader.reading.reading import Place
    from reader.workspace import Workspace

FILLING = "<p>The ropes sang, and the lamp was lit, and nobody said a word about the ledger.</p>" * 30
LONG = f"<p>{'The tenth lamp was of tin, and the eleventh was not lit. ' * 60}</p>"
BODY = (
    '<p>She lit the lamp.<a href="#n1">[1]</a> And another.<a href="#n2">[2]</a> And a'
    f' <a href="https://example.com/lamp">third</a>.</p>{FILLING}'
)
NOTES = (
    '<p>Thank you for reading!</p><p id="n1">[1] Of tin [bold], says <a href="#n3">[3]</a> and'
    ' <a href="https://example.com/tin">the maker</a>.</p>'
    f'<p id="n2">[2] Of lead.</p>{LONG}<p id="n3">[3] The harbour master.</p>'
)


def add_noted_work(workspace: Workspace, folder: Path) -> str:
    """Add the work, whose file is put into a folder; its id."""
    file = folder / "lamps.html"
    chapters = (
        ao3_page.PageChapter(BODY, title="Lamps", end_notes=NOTES),
        ao3_page.PageChapter(FILLING, title="Ropes"),
    )
    file.write_bytes(ao3_page.render(ao3_page.Page(chapters)))
    (result,) = workspace.add([file])
    return result.id


def reading_screen(app: App[int]) -> ReadingScreen:
    """The screen of the page, which a pop-up may cover."""
    screen = app.screen_stack[0]
    assert isinstance(screen, ReadingScreen)
    return screen


def anchor(app: App[int]) -> Place:
    """Where the reader is."""
    return reading_screen(app).reading.anchor


async def open_note(pilot: Pilot[int], words: str) -> None:
    """Go to the reference that reads like this and open what it leads to."""
    screen = pilot.app.screen
    assert isinstance(screen, ReadingScreen)
    reading = screen.reading
    while words not in "".join(run.text for line in reading.lines() for run in line.runs if run.link):
        assert reading.turn(1)
    screen.show_page()
    text = reading.chapter(1).text
    while not (chosen := screen.work.links.chosen) or text[chosen.start : chosen.end] != words:
        await pilot.press("tab")
    await pilot.press("enter")
    await pilot.pause()
