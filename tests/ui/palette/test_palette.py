"""The palette: commands by name, found by a few letters, run where their keys would be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import Input

from reader.ui.commands.everywhere import EVERYWHERE, Leave, ShowHelp
from reader.ui.commands.reading import READING_GROUPS
from reader.ui.palette.rows import PaletteRow, matching, palette_pieces, rows_of
from reader.ui.screens.help import HelpScreen
from reader.ui.screens.library import LibraryScreen
from reader.ui.screens.palette import Palette, PaletteList
from reader.ui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp

ROWS = rows_of(command for _, commands in READING_GROUPS for command in commands)


@given(st.sampled_from(ROWS), st.data())
def test_a_name_and_some_of_its_letters_find_it(row: PaletteRow, data: st.DataObject) -> None:
    name = row.name
    typed = "".join(c for c in name if data.draw(st.booleans()))
    assert row in matching(ROWS, name)
    assert matching(ROWS, typed)


@given(st.text(max_size=8))
def test_what_is_found_is_some_of_what_there_is_in_no_other_number(typed: str) -> None:
    found = matching(ROWS, typed)
    assert set(found) <= set(ROWS)
    assert len(set(found)) == len(found)


def test_words_at_the_beginning_come_first() -> None:
    assert matching(rows_of(EVERYWHERE), "help")[0].choice is ShowHelp
    assert matching(rows_of(EVERYWHERE), "hlp") == rows_of([ShowHelp])
    assert matching(ROWS, "zzzz") == ()


@given(st.sampled_from(ROWS), st.integers(min_value=4, max_value=100))
def test_a_row_is_as_wide_as_it_is_asked_to_be(row: PaletteRow, width: int) -> None:
    assert sum(len(piece.text) for piece in palette_pieces(row, width)) == width


async def test_a_command_found_by_letters_is_run(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p", *"help", "enter")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)


async def test_the_arrows_choose_and_the_list_follows_what_is_typed(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p", "down", "down", "up")
        listing = app.screen.query_one(PaletteList)
        assert listing.chosen == rows_of(c for _, cs in READING_GROUPS for c in cs)[1]
        await pilot.press(*"library")
        assert listing.chosen is not None
        assert listing.chosen.choice is Leave
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)


async def test_a_click_runs_a_command(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p", *"help")
        await pilot.click(PaletteList, offset=(3, 0))
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)


async def test_nothing_found_runs_nothing_and_escape_leaves(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p", *"zzzz", "enter", "pagedown", "pageup")
        assert isinstance(app.screen, Palette)
        assert app.screen.query_one(Input).value == "zzzz"
        await pilot.press("ctrl+p")
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)
