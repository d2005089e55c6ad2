"""From one text of the work that is open to another: an update, paragraphs put back or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.entries import CatalogueError
from reader.ui.reading.open_work import OpenWork
from reader.ui.widgets.page import PageView
from reader.work.locator import Match

if TYPE_CHECKING:
    from reader.ui.screens.reading import ReadingScreen

_LOOK_EVERY = 2.0
"""Seconds."""


class TextVersions:
    """Has the reading screen show the text there is, at the same words."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen

    def watch(self) -> None:
        """Look from time to time whether another program changed the work."""
        self._screen.set_interval(_LOOK_EVERY, self.look)

    async def look(self) -> None:
        """Show the text that the library has by now; leave a work that it has no more."""
        screen = self._screen
        try:
            if not screen.is_current or not screen.work.outdated:
                return
            if screen.work.gone:
                await screen.action_leave()
                title = screen.reading.info.title
                screen.app.notify(
                    f"“{title}” was taken out of the library.", severity="warning", markup=False
                )
            else:
                screen.workspace.store.refresh()
                await self._open_again()
                news = f"{screen.work.news} came" if screen.work.news else "This work was updated"
                screen.say(self._where(f"{news}: this is where you were"))
        except CatalogueError:  # it can't be asked at the moment: what is open stays as it is
            return

    def show(self) -> None:
        """Show the files of the work, to read the text of another."""
        from reader.ui.screens.versions import VersionsScreen  # only when asked for

        screen = self._screen
        screen.work.keeping.remember_place()
        screen.app.push_screen(VersionsScreen(screen.workspace, screen.reading.info), self._chosen)

    async def _chosen(self, changed: bool | None) -> None:
        if changed and not self._screen.work.gone:
            await self._open_again()
            self._screen.say(self._where("This is where you were"))

    def _where(self, words: str) -> str:
        """What is said after a change of texts, and that the place is not exact where it is not."""
        about = self._screen.work.match is Match.APPROXIMATE
        return "The text is another: this is about as far as you had read" if about else words

    async def toggle_repair(self) -> None:
        """Put lost paragraphs of the work back, or leave the text as it came."""
        screen = self._screen
        work_id, off = screen.reading.info.id, screen.work.keeping.repair_is_off
        entry = screen.workspace.entry(work_id)
        if entry is None or not (off or entry.repaired):
            screen.say("No paragraphs were put back in this work")
            return
        screen.work.keeping.remember_place()
        if not screen.workspace.set_repair(work_id, off):
            screen.say("The file this work was read from is gone, so its text stays as it is")
            return
        await self._open_again()
        screen.say("Lost paragraphs put back" if off else "The text as it came, without paragraphs put back")

    async def _open_again(self) -> None:
        screen = self._screen
        await screen.work.panel.close()
        screen.work = OpenWork(screen, screen.reading.info.id)
        screen.work.area.resize(*screen.query_one(PageView).size)
        screen.show_page()
