"""What a reading leaves in the state: the place, the marks, and how far the work is read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.reading.newness import new_numbers, without_read
from reader.reading.pace import pace_of_late
from reader.reading.passage_choice import stretch_in, text_between
from reader.reading.reading import Place
from reader.reading.reading_time import Spent
from reader.reading.status import followed
from reader.state.records import Position, Stamped, new_bookmark
from reader.state.tallies import added
from reader.work.locator import Match

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from reader.reading.pace import Pace
    from reader.reading.reading import Reading
    from reader.state.records import Bookmark, MeasuredPace, WorkState
    from reader.state.store import Store

_FIRST_WORDS = 80
"""Code points of text kept with the mark of a place."""


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A bookmark, and where it is in the text as it is now."""

    bookmark: Bookmark
    place: Place
    end: Place
    """Equal to `place` for a mark of a place."""
    match: Match

    def stretch(self, chapter: int, length: int) -> tuple[int, int] | None:
        """What stands out of a chapter of a length, in text positions; nothing where it was not found."""
        if self.match is Match.APPROXIMATE:
            return None
        end = self.end
        if self.bookmark.end is None:
            end = Place(self.place.chapter, self.place.offset + len(self.bookmark.text))
        return stretch_in(chapter, self.place, end, length)


class Keeping:
    """The state of one reading. It changes: it remembers where bookmarks were found."""

    def __init__(self, reading: Reading, store: Store) -> None:
        self._reading = reading
        self._store = store
        self._id = reading.info.id
        self._placed: dict[Bookmark, PlacedMark] = {}

    @property
    def refusal(self) -> str | None:
        """Why nothing can be kept, None when it can."""
        return self._store.refusal

    @property
    def _state(self) -> WorkState:
        return self._store.work(self._id)

    @property
    def repair_is_off(self) -> bool:
        """Whether the reader wants the work's text as it is, without lost paragraphs put back."""
        repair = self._state.repair
        return repair is not None and not repair.value

    @property
    def new_chapters(self) -> tuple[int, ...]:
        """The numbers of the chapters that came since the work was read, and were not read yet."""
        return new_numbers(self._state, self._reading)

    # -- The page's look --------------------------------------------------------------------------------

    def view(self) -> Mapping[str, object]:
        """The settings that are this work's own, by name; as a hand may have left them."""
        return self._state.settings_here

    def set_view(self, settings: Mapping[str, object] | None) -> None:
        """Have these settings be the work's own in place of those before; None has none be."""
        wanted = dict(sorted((settings or {}).items()))
        if wanted == self.view() or self._store.refusal:
            return
        view = Stamped(value=wanted, changed=_now())
        title = self._reading.info.title
        self._store.change(self._id, lambda state: replace(state, title=title, view=view))

    # -- The place --------------------------------------------------------------------------------------

    def remember_place(self) -> None:
        """Put the reading's place, its progress and what follows for the status into the state."""
        if self._store.refusal:
            return
        now = _now()
        position = Position(
            locator=self._reading.locator(), progress=round(self._reading.progress, 4), at=now
        )

        info, at_end = self._reading.info, self._reading.at_end

        def change(state: WorkState) -> WorkState:
            before, positions = state.position, {**state.positions, self._store.device: position}
            state = replace(state, title=info.title, positions=positions)
            state = without_read(state, self._reading, now)
            return followed(state, before, position, at_end=at_end, complete=info.complete)

        self._store.change(self._id, change)

    # -- Time -------------------------------------------------------------------------------------------

    def pace(self) -> Pace:
        """How fast the reader reads, by what was measured in all works."""
        return pace_of_late(self._store.pace)

    def remember_time(self, spent: Spent, day: date) -> None:
        """Put time of reading into the state, for a day where the reader is."""
        if self._store.refusal or spent == Spent():
            return
        device, title = self._store.device, self._reading.info.title

        def longer(state: WorkState) -> WorkState:
            return replace(state, title=title, time=added(state.time, day, device, spent.seconds))

        def surer(pace: MeasuredPace) -> MeasuredPace:
            words = added(pace.words, day, device, spent.paced_words)
            return replace(pace, words=words, seconds=added(pace.seconds, day, device, spent.paced_seconds))

        if spent.seconds:
            self._store.change(self._id, longer)
        self._store.change_pace(surer)

    # -- Marks ------------------------------------------------------------------------------------------

    def marks(self) -> list[PlacedMark]:
        """The bookmarks that are not deleted, in the order of the text."""
        placed = [self._place(bookmark) for bookmark in self._state.marks]
        return sorted(placed, key=lambda mark: (mark.place.chapter, mark.place.offset))

    def _place(self, bookmark: Bookmark) -> PlacedMark:
        if bookmark not in self._placed:
            place, match = self._reading.find(bookmark.start)
            self._placed[bookmark] = PlacedMark(bookmark, place, self._end(bookmark, place), match)
        return self._placed[bookmark]

    def _end(self, bookmark: Bookmark, place: Place) -> Place:
        """Where it ends: after its words, where they stand at its place, else where its end is found."""
        if bookmark.end is None:
            return place
        after = Place(place.chapter, place.offset + len(bookmark.text))
        if self._reading.chapters.text(place.chapter).startswith(bookmark.text, place.offset):
            return after
        end, match = self._reading.find(bookmark.end)
        behind = (end.chapter, end.offset) > (place.chapter, place.offset)
        return end if behind and match is not Match.APPROXIMATE else after

    def marks_on_page(self) -> list[PlacedMark]:
        """The marks that begin on the pages shown."""
        number, page, shown = self._reading.anchor.chapter, self._reading.page, self._reading.pages
        layout = self._reading.layout(number)
        return [
            mark
            for mark in self.marks()
            if mark.place.chapter == number
            and (page.start <= mark.place.offset < page.end or layout.page_at(mark.place.offset) in shown)
        ]

    def places_on_page(self) -> list[PlacedMark]:
        """The marks of a place, not of a passage, on the pages shown: what the page itself is marked with."""
        return [mark for mark in self.marks_on_page() if mark.bookmark.end is None]

    def stretches(self) -> list[tuple[int, int, str]]:
        """What stands out in the current chapter because it is marked: from, to, and the colour."""
        number = self._reading.anchor.chapter
        length = self._reading.outline[number - 1].length
        marked = ((mark.stretch(number, length), mark.bookmark.colour) for mark in self.marks())
        return [(*stretch, colour) for stretch, colour in marked if stretch]

    def mark_passage(self, start: Place, end: Place, *, note: str, colour: str) -> None:
        """Mark what is between two places."""
        self._add(
            new_bookmark(
                kind="passage",
                start=self._reading.locator(start),
                end=self._reading.locator(end),
                text=text_between(self._reading, start, end),
                note=note,
                colour=colour,
                now=_now(),
            )
        )

    def place_again(self, bookmark_id: str, start: Place, end: Place) -> None:
        """Have a bookmark be at a place that the reader chose. What was quoted stays."""
        first, last = self._reading.locator(start), self._reading.locator(end)
        self._change(
            bookmark_id,
            lambda bookmark: replace(bookmark, start=first, end=bookmark.end and last, changed=_now()),
        )

    def set_note(self, bookmark_id: str, note: str) -> None:
        """Have another note with a bookmark."""
        self._change(bookmark_id, lambda bookmark: replace(bookmark, note=note, changed=_now()))

    def set_colour(self, bookmark_id: str, colour: str) -> None:
        """Have a bookmark be of another colour."""
        self._change(bookmark_id, lambda bookmark: replace(bookmark, colour=colour, changed=_now()))

    def mark_place(self, note: str = "") -> None:
        """Mark the first words of the page shown."""
        place = Place(self._reading.anchor.chapter, self._reading.page.start)
        start = self._reading.locator(place)
        text = first_words(self._reading.chapter(place.chapter).text, place.offset)
        self._add(new_bookmark(kind="place", start=start, text=text, note=note, now=_now()))

    def _add(self, bookmark: Bookmark) -> None:
        def change(state: WorkState) -> WorkState:
            bookmarks = (*state.bookmarks, bookmark)
            return replace(state, title=self._reading.info.title, bookmarks=bookmarks)

        self._store.change(self._id, change)

    def delete(self, bookmark_id: str) -> None:
        """Delete a bookmark; `undo` brings it back."""
        self._change(bookmark_id, lambda bookmark: replace(bookmark, deleted=(now := _now()), changed=now))

    def undo(self) -> bool:
        """Bring back the bookmark deleted last, whenever that was; False when there is none."""
        deleted = [(b.deleted, place, b.id) for place, b in enumerate(self._state.bookmarks) if b.deleted]
        if not deleted:
            return False
        self._change(max(deleted)[2], lambda bookmark: replace(bookmark, deleted=None, changed=_now()))
        return True

    def _change(self, bookmark_id: str, change_one: Callable[[Bookmark], Bookmark]) -> None:
        def change(state: WorkState) -> WorkState:
            bookmarks = tuple(change_one(b) if b.id == bookmark_id else b for b in state.bookmarks)
            return replace(state, bookmarks=bookmarks)

        self._store.change(self._id, change)


def first_words(text: str, offset: int) -> str:
    """Some whole words from a text position on, on one line."""
    words = text[offset : offset + _FIRST_WORDS]
    if offset + _FIRST_WORDS < len(text) and " " in words:
        words = words.rpartition(" ")[0]
    return " ".join(words.split())


def _now() -> datetime:
    """Now, in UTC, to the millisecond, as the state keeps it."""
    now = datetime.now(UTC)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)
