"""Following what is chosen or clicked on a page: a link in the work, an address, a picture."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.reading.links import PageLink
    from reader.ui.screens.reading import ReadingScreen

_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_NOTHING_OPENS = "Nothing was found here that opens it"


class Following:
    """Chooses and follows links and pictures on the reading screen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen

    def choose_next(self) -> None:
        """Choose the next one on the page."""
        links = self._screen.work.links
        if links.choose_next():
            self._screen.show_page()
            if links.chosen and links.chosen.is_picture:
                self._screen.say("A picture: enter opens it outside")

    async def follow(self, link: PageLink | None) -> None:
        """Go where a link leads, or open a picture."""
        if link is None:
            return
        if link.is_picture:
            await self.open_picture(link.leads_to)
        else:
            self.follow_address(link.leads_to)

    def follow_address(self, link: str) -> None:
        """Go to a place in the work, or open an address outside."""
        if not link.startswith("#"):
            self._open(link)
            return
        place = self._screen.work.links.target(link)
        self._screen.jump(place)
        if place is None:
            self._screen.say("That link leads nowhere in this work")

    async def open_picture(self, target: str) -> None:
        """Open a picture outside: one in the work's file, or one on the web, which is fetched only now."""
        screen = self._screen
        if _WEB.fullmatch(target) and target.isprintable():
            self._open(target)
            return
        entry = screen.workspace.entry(screen.reading.info.id)
        if entry is None:
            return
        from reader.ui.outside import suffix_of
        from reader.workspace.pictures import picture

        data = await asyncio.to_thread(picture, screen.workspace, entry, target)
        if data is None:
            screen.say("The picture is not in the file of this work")
        elif not suffix_of(data):
            screen.say("It is no picture that can be opened: PNG, JPEG, GIF, WebP and plain SVG are")
        else:
            self._show(data)

    def _show(self, data: bytes) -> None:
        try:
            opened = self._screen.app.outside.picture(data)
        except OSError as error:
            self._screen.say(f"The picture can't be put into a file: {error.strerror}")
            return
        self._screen.say("Picture opened outside" if opened else _NOTHING_OPENS)

    def _open(self, address: str) -> None:
        opened = self._screen.app.outside.address(address)
        self._screen.say(f"Opened outside: {address}" if opened else f"{_NOTHING_OPENS}: {address}")
