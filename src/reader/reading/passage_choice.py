"""Choosing a passage while reading: where it begins and ends, and the moves of its ends through the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.reading.passage_units import Unit
from reader.reading.passages import entered, step, words_of
from reader.reading.reading import Place

if TYPE_CHECKING:
    from reader.layout.line import Line
    from reader.reading.passages import Words
    from reader.reading.reading import Reading


class PassageChoice:
    """A passage being chosen. It changes: its point moves, and the page shown follows it.

    It reaches from the word at `anchor` to the word at `point`, both of them included, whichever comes first.
    """

    def __init__(self, reading: Reading, start: Place) -> None:
        self._reading = reading
        self.anchor = self.point = start

    @classmethod
    def on_page(cls, reading: Reading) -> PassageChoice | None:
        """Begin at the first word on the page; None in a work without words from there on."""
        choice = cls(reading, reading.place(reading.page.start))
        words = choice._words(choice.point.chapter)
        if not len(words) and not choice._cross(Unit.WORD, forward=True):
            return None
        choice._reach(choice.point.chapter, choice._words(choice.point.chapter).at(choice.point.offset))
        choice.begin_here()
        return choice

    # -- What is chosen ---------------------------------------------------------------------------------

    @property
    def start(self) -> Place:
        """Where the first word begins."""
        return min(self.anchor, self.point, key=_order)

    @property
    def end(self) -> Place:
        """Just past the last word."""
        last = max(self.anchor, self.point, key=_order)
        words = self._words(last.chapter)
        return Place(last.chapter, words.ends[words.at(last.offset)])

    def stretch(self, chapter: int) -> tuple[int, int] | None:
        """What of a chapter is chosen, in text positions."""
        return stretch_in(chapter, self.start, self.end, self._reading.outline[chapter - 1].length)

    @property
    def text(self) -> str:
        """The words that are chosen."""
        return text_between(self._reading, self.start, self.end)

    # -- Moving -----------------------------------------------------------------------------------------

    def begin_here(self) -> None:
        """Have the passage begin at the point."""
        self.anchor = self.point

    def swap(self) -> None:
        """Have the other end be the one that moves."""
        self.anchor, self.point = self.point, self.anchor
        self._show()

    def move(self, unit: Unit, times: int) -> None:
        """Move the point by so many words, sentences or paragraphs, back when negative, through chapters."""
        for _ in range(abs(times)):
            words = self._words(self.point.chapter)
            there = step(words, words.at(self.point.offset), unit, forward=times > 0)
            if there is not None:
                self._reach(self.point.chapter, there)
            elif not self._cross(unit, forward=times > 0):
                break
        self._show()

    def _cross(self, unit: Unit, *, forward: bool) -> bool:
        """Move into the next chapter with words; False when there is none."""
        number = self.point.chapter
        while 1 <= (number := number + (1 if forward else -1)) <= self._reading.chapter_count:
            words = self._words(number)
            if len(words):
                self._reach(number, entered(words, unit, forward=forward))
                return True
        return False

    def move_pages(self, times: int) -> None:
        """Move the point to the first word of a later or earlier page; past the last, to the last word."""
        self._show()
        turned = self._reading.turn(times)
        while turned and not len(self._words(self._reading.anchor.chapter)):
            turned = self._reading.turn(1 if times > 0 else -1)
        if turned:
            self.reach(self._reading.place(self._reading.page.start))
        else:
            self.move(Unit.PARAGRAPH, times)
        self._show()

    def move_lines(self, times: int) -> None:
        """Move the point by so many lines of the page, as near as can be to the column where it is."""
        for _ in range(abs(times)):
            if not self._move_line(1 if times > 0 else -1):
                break
        self._show()

    def _move_line(self, by: int) -> bool:
        chapter, offset = self.point.chapter, self.point.offset
        layout = self._reading.layout(chapter)
        index = layout.page_at(offset)
        column = 0
        for line in layout.lines(index):
            if line.start <= offset < line.end:
                column = _column(line, offset)
        while 0 <= index < len(layout.pages):
            lines = [line for line in layout.lines(index) if line.start < line.end]
            later = [line for line in lines if line.start > offset]
            earlier = [line for line in lines if line.end <= offset]
            if chosen := later[:1] if by > 0 else earlier[-1:]:
                self.reach(Place(chapter, _position(chosen[0], column)))
                return self.point.offset != offset
            index += by
        return self._cross(Unit.WORD, forward=by > 0)

    def reach(self, place: Place) -> None:
        """Move the point to the word at a place."""
        words = self._words(place.chapter)
        if len(words):
            self._reach(place.chapter, words.at(place.offset))

    def _reach(self, chapter: int, index: int) -> None:
        self.point = Place(chapter, self._words(chapter).starts[index])

    def _show(self) -> None:
        """Have the page shown be the one with the point."""
        page = self._reading.page
        here = self._reading.anchor.chapter == self.point.chapter
        if not here or not page.start <= self.point.offset < page.end:
            self._reading.go(self.point)

    def _words(self, chapter: int) -> Words:
        return words_of(self._reading.chapters.text(chapter))


def stretch_in(chapter: int, start: Place, end: Place, length: int) -> tuple[int, int] | None:
    """What of a chapter of a length lies between two places, in text positions; None for nothing."""
    if not start.chapter <= chapter <= end.chapter:
        return None
    first = start.offset if chapter == start.chapter else 0
    after = end.offset if chapter == end.chapter else length
    return (first, after) if first < after else None


def text_between(reading: Reading, start: Place, end: Place) -> str:
    """The text between two places, that of several chapters with a line break between them."""
    numbers = range(start.chapter, end.chapter + 1)
    stretches = [(n, stretch_in(n, start, end, reading.outline[n - 1].length)) for n in numbers]
    return "\n".join(reading.chapters.text(n)[slice(*stretch)] for n, stretch in stretches if stretch)


def _order(place: Place) -> tuple[int, int]:
    return place.chapter, place.offset


def _column(line: Line, offset: int) -> int:
    """The column of a text position on a line, as if all were one cell wide."""
    for run in line.runs:
        if run.start >= 0 and run.start <= offset < run.start + len(run.text):
            return run.column + offset - run.start
    return 0


def _position(line: Line, column: int) -> int:
    """The text position on a line that is nearest to a column."""
    found = line.start
    for run in line.runs:
        if run.start >= 0 and run.column <= column:
            found = run.start + min(column - run.column, max(0, len(run.text) - 1))
    return found
