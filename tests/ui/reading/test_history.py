"""The way back and forward through everything that jumps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.ui.library_entries import shown_lines, shown_text
from tests.ui.sample_screen import press, screen_of
from tests.ui.waiting import until, until_shown

from reader.reading.reading import Place
from reader.ui.screens.note import NoteScreen
from reader.ui.widgets.progress_line import ProgressLine
from reader.ui.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from reader.ui.app import ReaderApp


def anchor(app: ReaderApp) -> Place:
    return screen_of(app).reading.anchor


async def click_progress(pilot: Pilot[int]) -> None:
    row = shown_lines(pilot.app)[-1]
    await pilot.click(ProgressLine, offset=(row.rindex("─") - 6, 0))
    await pilot.pause()


async def test_back_and_forward_through_every_kind_of_jump(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        places = [anchor(app)]

        async def jumped(*keys: str) -> None:
            await press(pilot, *keys)
            assert anchor(app) != places[-1], keys
            places.append(anchor(app))

        await jumped("t", "j", "j", "enter")  # contents
        await jumped("slash", *"jose", "enter")  # search
        await press(pilot, "3", "n", "escape")
        places[-1] = anchor(app)
        await jumped("colon", *"6%", "enter")
        await jumped("9", "percent_sign")
        await jumped("colon", *"c5", "enter")
        await press(pilot, "m")
        await until_shown(pilot, "Marked")
        await jumped("2", "home")
        await jumped("apostrophe", "enter")  # bookmarks
        await click_progress(pilot)
        places.append(anchor(app))
        await jumped("3", "G")
        assert len({*places}) >= 8

        for place in places[-2::-1]:
            await press(pilot, "ctrl+o")
            assert anchor(app) == place
        await press(pilot, "ctrl+o")
        assert anchor(app) == places[0], "no further than where it began"
        for place in places[1:]:
            await press(pilot, "alt+right")
            assert anchor(app) == place


async def test_the_way_back_from_notes_and_their_pop_up(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await press(pilot, "2", "right_square_bracket", "space", "space")
        reading_place = anchor(app)
        await press(pilot, "e")
        notes = anchor(app)
        assert notes.offset > reading_place.offset
        await press(pilot, "ctrl+o")
        assert anchor(app) == reading_place
        await press(pilot, "alt+right")
        assert anchor(app) == notes
        await press(pilot, "home", "slash", *"rule", "space", *"14", "enter")
        reference = anchor(app)
        while not (chosen := screen.work.links.chosen) or not chosen.leads_to.startswith("#fn"):
            await press(pilot, "tab")
        await press(pilot, "enter")
        assert isinstance(app.screen, NoteScreen)
        await press(pilot, "enter")
        assert anchor(app) != reference
        await press(pilot, "ctrl+o")
        assert anchor(app) == reference


async def test_counts_before_motions(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        reading = screen_of(app).reading
        await press(pilot, "5", "space")
        assert reading.page_index == 5
        await press(pilot, "3", "b")
        assert reading.page_index == 2
        await press(pilot, "3", "right_square_bracket")
        assert anchor(app).chapter == 4
        await press(pilot, "1", "2", "G")
        assert reading.page_index == min(11, reading.page_count - 1)
        await press(pilot, "5", "0", "percent_sign")
        assert reading.progress_at(anchor(app)) == pytest.approx(0.5, abs=0.001)
        await press(pilot, "2", "home")
        assert anchor(app) == Place(2, 0)
        one = reading.anchor
        await press(pilot, "2", "right_curly_bracket")
        two = reading.anchor
        await press(pilot, "home", "2", "home", "right_curly_bracket", "right_curly_bracket")
        assert reading.anchor == two != one
        await press(pilot, "home", "slash", *"letter", "enter", "5", "n")
        assert "6 of" in shown_lines(app)[-1]
        await press(pilot, "2", "N")
        assert "4 of" in shown_lines(app)[-1]


async def test_the_names_of_panels_can_be_clicked(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t")
        panel = app.screen.query_one(SidePanel)
        row = shown_lines(app)[1]
        await pilot.click(offset=(row.index("Tags") + 1, 1))
        await until(pilot, lambda: panel.panel is not None and panel.panel.value == "Tags")
        await pilot.click(offset=(row.index("Bookmarks") + 1, 1))
        await until_shown(pilot, "No marks yet")
        await pilot.click(offset=(row.index("Bookmarks") + 1, 1))
        await pilot.pause()
        assert "No marks yet" in shown_text(app), "the one that is shown stays"
