"""Filtering on the library screen: by tags in the sidebar, by a query, and what is in force taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.library_entries import (
    THREE,
    LibraryApp,
    entry,
    fandom,
    row_of,
    shown_lines,
    shown_text,
)
from tests.ui.waiting import until_shown

from reader.ui.widgets.tag_sidebar import TagSidebar
from reader.ui.widgets.work_list import WorkList

if TYPE_CHECKING:
    from textual.pilot import Pilot


async def type_words(pilot: Pilot[int], words: str) -> None:
    names = {" ": "space", ":": "colon", "-": "minus"}
    await pilot.press(*(names.get(letter, letter) for letter in words))


async def test_space_includes_excludes_and_clears_a_tag() -> None:
    app = LibraryApp(THREE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "j", "space")
        await pilot.pause()
        assert "Library · Fandom: Original Work" in shown_lines(app)[0]
        assert "+ Original Work" in shown_text(app)
        assert "2 of 3 works" in shown_text(app)
        assert "+Original Work" in shown_lines(app)[-2]
        await pilot.press("space")
        await pilot.pause()
        assert "1 of 3 works" in shown_text(app)
        assert "− Original Work" in shown_text(app)
        await pilot.press("space")
        await pilot.pause()
        assert "of 3 works" not in shown_text(app)


async def test_a_click_on_a_tag_cycles_it_and_one_on_the_filter_takes_it_away() -> None:
    app = LibraryApp(THREE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.click(offset=(6, row_of(app, "Tidewrack")))
        await pilot.pause()
        assert "2 of 3 works" in shown_text(app)
        await pilot.click(offset=(shown_lines(app)[22].index("+Tidewrack") + 2, 22))
        await pilot.pause()
        assert "of 3 works" not in shown_text(app)


async def test_facets_fold() -> None:
    app = LibraryApp(THREE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "j", "enter")
        await pilot.pause()
        assert "▸ Fandom" in shown_text(app)
        assert app.library.query_one(TagSidebar).cursor == 0
        await pilot.click(offset=(6, row_of(app, "Fandom")))
        await pilot.pause()
        assert "▾ Fandom" in shown_text(app)


async def test_a_kind_shown_whole_is_short_again_once_it_was_closed() -> None:
    app = LibraryApp([entry(f"Work {number}", fandom(f"Fandom {number:02}")) for number in range(20)])
    async with app.run_test(size=(80, 40)) as pilot:
        await until_shown(pilot, "… 8 more")
        await pilot.click(offset=(6, row_of(app, "… 8 more")))
        await until_shown(pilot, "Fandom 19")
        await pilot.press("home", "enter", "enter")
        await until_shown(pilot, "… 8 more")


async def test_a_tag_is_found_by_name() -> None:
    app = LibraryApp(THREE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "slash")
        await type_words(pilot, "tide")
        await pilot.press("enter", "k", "space", "j", "space")  # the head that was found stays open
        await pilot.pause()
        assert "tab works" in shown_lines(app)[-1]
        assert "2 of 3 works" in shown_text(app)
        assert "Original Work" not in shown_lines(app)[3][:24]
        await pilot.press("escape")
        await pilot.pause()
        assert "Original Work" in shown_lines(app)[3][:24]
        assert "2 of 3 works" in shown_text(app)


async def test_a_query_filters_while_it_is_typed() -> None:
    app = LibraryApp(THREE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash")
        await type_words(pilot, "words:2k")
        await pilot.press("full_stop", "full_stop")
        await pilot.pause()
        assert "1 of 3 works" in shown_text(app)
        await pilot.press("space", "left_parenthesis")
        await pilot.pause()
        assert "column 12:" in shown_text(app)
        assert "1 of 3 works" in shown_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "column 12:" in shown_text(app)  # it can't be done, and so it stays
        await pilot.press("backspace", "backspace", "enter")
        await pilot.pause()
        assert isinstance(app.focused, WorkList)
        assert "1 of 3 works" in shown_text(app)


async def test_a_quotation_filters_before_it_is_closed() -> None:
    app = LibraryApp(THREE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", "quotation_mark")
        await type_words(pilot, "salt ro")
        await pilot.pause()
        assert "1 of 3 works" in shown_text(app)
        assert "column" not in shown_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert app.library.model.words == '"salt ro"'


async def test_escape_leaves_the_innermost() -> None:
    app = LibraryApp(THREE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "j", "space", "slash", "escape", "tab", "slash")
        await type_words(pilot, "salt")
        await pilot.press("enter")
        await pilot.pause()
        assert app.library.model.words == "salt"
        await pilot.press("escape")
        await pilot.pause()
        assert app.library.model.words == ""
        assert app.library.model.is_filtered
        await pilot.press("escape")
        await pilot.pause()
        assert not app.library.model.is_filtered


async def test_an_empty_result_says_what_to_do() -> None:
    app = LibraryApp(THREE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash")
        await type_words(pilot, "nothing like it")
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert "No work passes this filter" in shown_text(app)
        assert "esc" in shown_text(app)
        assert app.opened == []
        await pilot.press("X")
        await pilot.pause()
        assert "▸ The Salt Road" in shown_text(app)


async def test_a_tag_of_a_work_read_filters_the_library() -> None:
    app = LibraryApp(THREE)
    async with app.run_test(size=(80, 24)) as pilot:
        app.library.filtering.only("fandom", "Original Work")
        await pilot.pause()
        assert "2 of 3 works" in shown_text(app)
        assert "+Original Work" in shown_text(app)
