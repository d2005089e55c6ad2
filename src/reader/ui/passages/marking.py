"""Marking on the reading screen: every answer is given only once the mark is on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.reading.keeping import Keeping
    from reader.reading.reading import Place
    from reader.ui.saving import Saver


class Marking:
    """Makes and deletes marks, saves, and then says so.

    `say` shows a sentence with the keys in it, `refuse` an error; `shown` is called when the marks to be
    shown have changed.
    """

    def __init__(
        self,
        keeping: Keeping,
        saver: Saver,
        *,
        say: Callable[[str], None],
        refuse: Callable[[str], None],
        shown: Callable[[], None],
    ) -> None:
        self._keeping = keeping
        self._saver = saver
        self._say = say
        self._refuse = refuse
        self._shown = shown

    def allowed(self) -> bool:
        """Whether anything can be kept; where it can't, the reason is shown."""
        if self._keeping.refusal:
            self._refuse(self._keeping.refusal)
        return not self._keeping.refusal

    async def toggle(self) -> None:
        """Mark the page, or take its marks away."""
        if not self.allowed():
            return
        here = self._keeping.places_on_page()
        for mark in here:
            self._keeping.delete(mark.bookmark.id)
        if not here:
            self._keeping.mark_place()
        await self._kept("Mark taken away · {undo} brings it back" if here else "Marked")

    async def mark(self, note: str) -> None:
        """Mark the page with a note."""
        if self.allowed():
            self._keeping.mark_place(note)
            await self._kept("Marked with a note")

    async def mark_passage(self, start: Place, end: Place, note: str, colour: str) -> bool:
        """Mark a passage; False where nothing can be kept."""
        if not self.allowed():
            return False
        self._keeping.mark_passage(start, end, note=note, colour=colour)
        await self._kept("Passage marked with a note" if note else "Passage marked")
        return True

    async def place_again(self, bookmark_id: str, start: Place, end: Place) -> None:
        """Have a bookmark be where the reader says."""
        if self.allowed():
            self._keeping.place_again(bookmark_id, start, end)
            await self._kept("Bookmark placed here")

    async def set_note(self, bookmark_id: str, note: str) -> None:
        """Have another note with a bookmark."""
        if self.allowed():
            self._keeping.set_note(bookmark_id, note)
            await self._kept("Note kept" if note else "Note taken away")

    async def set_colour(self, bookmark_id: str, colour: str) -> None:
        """Have a bookmark be of another colour."""
        if self.allowed():
            self._keeping.set_colour(bookmark_id, colour)
            await self._kept(f"Marked in {colour}")

    async def delete(self, bookmark_id: str) -> None:
        """Delete one mark."""
        if self.allowed():
            self._keeping.delete(bookmark_id)
            await self._kept("Mark deleted · {undo} brings it back")

    async def undo(self) -> None:
        """Bring back the mark deleted last."""
        if self.allowed() and self._keeping.undo():
            await self._kept("Mark brought back")

    async def _kept(self, words: str) -> None:
        self._keeping.remember_place()
        said_before = self._saver.reason
        if await self._saver.saved():
            self._say(words)
        elif said_before and said_before == self._saver.reason:  # the saver says what is wrong only once
            self._refuse(said_before)
        self._shown()
