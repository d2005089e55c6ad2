"""Following what is chosen or clicked on a page: a link in the work, an address, a picture."""

from __future__ import annotations

import asyncio
import re
from functools import partial
from typing import TYPE_CHECKING

from reader.layout.style import Notes
from reader.reading.footnotes import end_notes, note
from reader.reading.keeping import first_words
from reader.reading.sight import is_seen
from reader.ui.keys.sentences import told
from reader.ui.widgets.page import PageView

if TYPE_CHECKING:
    from reader.reading.footnotes import Note
    from reader.reading.links import PageLink
    from reader.reading.reading import Place
    from reader.ui.reading.note_pop_up import Spot
    from reader.ui.screens.reading import ReadingScreen

_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_NONE = "No links, notes or pictures on this page"
_NOWHERE = "That link leads nowhere in this work"
_NOTHING_OPENS = "Nothing was found here that opens it"


class Following:
    """Chooses and follows links and pictures on the reading screen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen

    def choose(self, step: int) -> None:
        """Choose the next one on the page, the one before for a step of -1, and say where it leads."""
        links = self._screen.work.links
        if links.choose_next(step) and links.chosen:
            self._screen.show_page()
            self._screen.say(self._destination(links.chosen))
        else:
            self._screen.say(_NONE)

    def _destination(self, link: PageLink) -> str:
        """Where a link leads, in words: an address, the beginning of a note, the name of a chapter."""
        if link.is_picture:
            return told("A picture: {follow-link} opens it outside", self._screen.workspace.settings)
        if link.is_folded:
            return told(
                "Folded: {follow-link} shows all notes · {toggle-notes} hides them",
                self._screen.workspace.settings,
            )
        if not link.leads_to.startswith("#"):
            return link.leads_to
        if found := note(self._screen.reading, link.leads_to):
            words = " ".join(block.text for block in found.blocks)
            return f"{found.title}: {first_words(words, 0)}"
        place = self._screen.work.links.target(link.leads_to)
        if place is None:
            return _NOWHERE
        return f"To: {first_words(self._screen.reading.chapter(place.chapter).text, place.offset)}"

    async def follow(self, link: PageLink | None) -> None:
        """Go where a link leads, or open a picture."""
        if link is None:
            several = self._screen.work.links.on_page()
            choose = told("{next-link} chooses what {follow-link} follows", self._screen.workspace.settings)
            self._screen.say(choose if several else _NONE)
        elif link.is_picture:
            await self.open_picture(link.leads_to)
        elif link.is_folded:
            self.unfold(link.start)
        else:
            self.follow_address(link.leads_to)

    def follow_address(self, link: str) -> None:
        """Go to a place in the work, or open an address outside."""
        if not link.startswith("#"):
            self._open(link)
        elif found := note(self._screen.reading, link):
            self._show_note(found, link)
        else:
            self._follow_to(self._screen.work.links.target(link))

    def _follow_to(self, place: Place | None) -> None:
        if place is None:
            self._screen.say(_NOWHERE)
        elif place == end_notes(self._screen.reading):
            self._screen.work.end_notes.go(place)
        else:
            self.go(place)

    def go(self, place: Place) -> None:
        """Go to a place in the work; notes that are folded or hidden are shown when it lies in them."""
        screen = self._screen
        screen.jump(place)
        if screen.reading.style.notes is not Notes.SHOWN and not is_seen(screen.reading, place):
            screen.work.settings.want_notes(Notes.SHOWN)

    def unfold(self, start: int) -> None:
        """Show all notes, and stay on those that begin at a text position of the chapter shown."""
        screen = self._screen
        screen.jump(screen.reading.place(start))
        screen.work.settings.want_notes(Notes.SHOWN)

    def _show_note(self, found: Note, link: str) -> None:
        """Show a note in a pop-up close to the link."""
        from reader.ui.reading.note_pop_up import spot_of
        from reader.ui.screens.note import NoteScreen

        screen, reading = self._screen, self._screen.reading

        def spot() -> Spot | None:
            area = screen.query_one(PageView).region
            return spot_of(link, screen.reading, screen.work.area.geometry, area.x, area.y)

        def answered(result: Place | str | None) -> None:
            if isinstance(result, str):
                self.follow_address(result)
            elif result is not None:
                is_same = screen.reading is reading  # and no other text has come meanwhile
                self.go(result if is_same else screen.reading.find(reading.locator(result))[0])

        if screen.app.screen is screen:
            style, note_of = reading.style, partial(note, reading)
            screen.app.push_screen(NoteScreen(found, style, note_of=note_of, spot=spot), answered)

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
