"""Choosing a passage with keys and mouse, and marking it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.sample_screen import SAMPLE, press, screen_of
from tests.ui.waiting import until, until_shown
from textual.events import Click, MouseMove, MouseUp

from reader.ui.screens.note_editor import NoteEditor

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp


async def test_a_passage_is_marked_in_a_colour_and_shown(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "right_square_bracket")
        screen = screen_of(app)
        page = screen.reading.page
        await press(pilot, "v", "3", "w")
        await until_shown(pilot, "4 words · yellow")
        assert screen.reading.page == page  # the pages are not set anew
        await press(pilot, "c", "3")
        await until_shown(pilot, "4 words · blue")
        await press(pilot, "enter")
        await until_shown(pilot, "Passage marked")
        (mark,) = screen.work.keeping.marks()
        assert (mark.bookmark.kind, mark.bookmark.colour) == ("passage", "blue")
        assert len(mark.bookmark.text.split()) == 4
        assert not screen.work.is_choosing
        assert [h.component for h in screen.work.highlights()] == ["page--mark-blue"]
        assert app.workspace.store.work(SAMPLE).marks == (mark.bookmark,)


async def test_a_note_is_written_and_not_lost_by_one_escape(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "v", "right_parenthesis", "M", *"one", "enter", *"two", "escape")
        assert isinstance(app.screen, NoteEditor)
        await press(pilot, "ctrl+s")
        await until_shown(pilot, "Passage marked with a note")
        (mark,) = screen_of(app).work.keeping.marks()
        assert mark.bookmark.note == "one\ntwo"


async def test_escape_leaves_it_where_it_began_and_the_keys_are_the_pages_again(app: ReaderApp) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        screen = screen_of(app)
        before = screen.reading.anchor
        await press(pilot, "v", "space", "space", "right_curly_bracket")
        assert screen.reading.anchor != before
        await press(pilot, "t")
        assert not screen.query("#side-panel")
        await press(pilot, "escape")
        assert (screen.reading.anchor, screen.work.is_choosing) == (before, False)
        await press(pilot, "space")
        assert screen.reading.page_index == 1


async def test_drawing_the_mouse_over_words_chooses_them_and_turns_no_page(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await press(pilot, "right_square_bracket")
        line = next(line for line in screen.reading.lines() if len(line.runs) and line.runs[0].width > 30)
        row = screen.work.area.geometry.top + screen.reading.lines().index(line)
        column = screen.work.area.geometry.lefts[0] + line.runs[0].column
        before = screen.reading.anchor
        await pilot.mouse_down("#page", offset=(column, row))
        await pilot._post_mouse_events([MouseMove], "#page", (column + 12, row), button=1)
        await pilot._post_mouse_events([MouseUp, Click], "#page", (column + 12, row), button=1)
        await until(pilot, lambda: screen.work.is_choosing)
        assert screen.reading.anchor == before
        await press(pilot, "y")
        await until_shown(pilot, "Copied")
        assert app.clipboard
