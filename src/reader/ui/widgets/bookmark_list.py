"""The bookmarks of all works as rows: the quotation, then what is said of it and how surely it was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from reader.reading.mark_colours import colour_of_key
from reader.ui.keys.sentences import told
from reader.ui.panel.rows import FOUND_WORDS
from reader.ui.row_pieces import Piece, Tone, fitted, one_line
from reader.ui.widgets.row_list import RowList
from reader.work.locator import Match

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events

    from reader.reading.found_marks import FoundMarks
    from reader.state.export import Mark
    from reader.ui.app import ReaderApp

_COLOUR_WIDTH = 9
_NOT_THERE = "not in the library"


class BookmarkList(RowList):
    """The bookmarks, three lines each."""

    app: ReaderApp

    class Clicked(Message):
        """The chosen row was clicked again."""

    class Looked(Message):
        """Other rows came into sight."""

    @dataclass
    class Coloured(Message):
        """A digit was pressed that stands for a colour."""

        colour: str

    def __init__(self, found: FoundMarks) -> None:
        super().__init__(id="bookmark-rows")
        self.row_height = 3
        self._found = found
        self._marks: Sequence[Mark] = ()

    @property
    def chosen(self) -> Mark | None:
        """The bookmark under the cursor; None when there are none."""
        return self._marks[self.cursor] if self._marks else None

    def in_sight(self) -> Iterable[tuple[int, Mark]]:
        """The bookmarks that are shown, with the numbers of their rows."""
        first = self.scroll_offset.y // self.row_height
        last = first + self.size.height // self.row_height + 1
        return list(enumerate(self._marks))[first:last]

    def show(self, marks: Sequence[Mark]) -> None:
        """Show bookmarks; the cursor stays where it can."""
        self._marks = marks
        self.set_count(len(marks), self.cursor)
        self.post_message(self.Looked())

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell that other rows are in sight."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Looked())

    def on_resize(self) -> None:
        """Keep the chosen row in view, and tell that other rows are."""
        super().on_resize()
        self.post_message(self.Looked())

    def pieces(self, index: int, width: int) -> Iterable[Piece]:
        """The quotation."""
        bookmark = self._marks[index].bookmark
        yield Piece(fitted(f" {one_line(bookmark.text or bookmark.start.exact)}", width))

    def line_pieces(self, index: int, line: int, width: int) -> Iterable[Piece]:
        """The quotation, then what is said of it, then nothing."""
        if line == 0:
            yield from self.pieces(index, width)
        elif line == 1:
            mark = self._marks[index]
            bookmark = mark.bookmark
            words = [mark.title, mark.chapter, self._how_found(mark), f"{bookmark.created:%Y-%m-%d}"]
            said = " · ".join(one_line(word) for word in (*words, bookmark.note) if word)
            colour = f" {one_line(bookmark.colour)} " if bookmark.end else " place "
            yield Piece(fitted(colour, _COLOUR_WIDTH), Tone.KEY)
            yield Piece(fitted(said, max(0, width - _COLOUR_WIDTH)), Tone.QUIET)

    def _how_found(self, mark: Mark) -> str:
        """How surely it was found in the text as it is now; nothing while it was not looked for."""
        found = self._found.known(mark)
        if found is None:
            return _NOT_THERE if self._found.knows(mark) else ""
        words = FOUND_WORDS[found.match]
        if found.match is not Match.APPROXIMATE:
            return words
        return told("{words} · {place-one} places it", self.app.workspace.settings, words=words)

    def clicked(self, index: int, was_cursor: bool) -> None:
        """A click on the chosen row goes there."""
        if was_cursor:
            self.post_message(self.Clicked())

    def on_key(self, event: events.Key) -> None:
        """A digit is a colour."""
        if colour := colour_of_key(event.character):
            event.stop()
            self.post_message(self.Coloured(colour))
