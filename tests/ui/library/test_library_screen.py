from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.ui.library_entries import THREE, LibraryApp, entry, fandom, row_of, shown_lines, shown_text
from tests.ui.waiting import until_shown

from reader.ui.adding.adder import Adder
from reader.ui.widgets.library_foot import LibraryFoot
from reader.ui.widgets.tag_pane import TagPane
from reader.ui.widgets.work_list import WorkList

if TYPE_CHECKING:
    from textual.events import Resize

SIZES = [(60, 20), (80, 24), (120, 40), (200, 60)]
NARROW = (50, 20)


@pytest.mark.parametrize("size", SIZES)
async def test_all_of_it_is_there_at_any_size(size: tuple[int, int]) -> None:
    app = LibraryApp(THREE)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        text = shown_text(app)
        assert all(len(line) == size[0] for line in shown_lines(app))
        for words in (
            "3 works · 1 reading",
            "Continue: ",
            "▸ The Salt",
            "Tidewrack",
            "43 %",
            "sort: last read",
        ):
            assert words in text
        assert "enter read" in shown_lines(app)[-1]


async def test_a_narrow_terminal_shows_the_tags_instead_of_the_list() -> None:
    app = LibraryApp(THREE)
    async with app.run_test(size=NARROW) as pilot:
        assert "Tidewrack" not in "".join(shown_lines(app)[:10])
        await pilot.press("tab")
        await pilot.pause()
        assert "Fandom" in shown_text(app)
        assert "▸ The Salt Road" not in shown_text(app)
        await pilot.press("tab")
        await pilot.pause()
        assert "▸ The Salt Road" in shown_text(app)


async def test_moving_and_reading() -> None:
    app = LibraryApp(THREE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "down", "k", "enter")
        assert app.opened == ["test:Whatever the River Keeps"]
        await pilot.press("end", "enter", "home", "enter", "C")
        await pilot.pause()
        assert app.opened[1:] == ["test:Nine Letters", "test:The Salt Road", "test:The Salt Road"]


async def test_the_details_are_those_of_the_chosen_work() -> None:
    app = LibraryApp(THREE)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("end")
        await pilot.pause()
        assert "Nine Letters by oxbow" in shown_text(app)


async def test_an_empty_library_says_how_to_fill_it() -> None:
    app = LibraryApp([])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "enter", "end", "D", "C", "s", "tab", "j", "space", "enter")
        await pilot.pause()
        assert "There is nothing here yet" in shown_text(app)
        await until_shown(pilot, "look through your folders")
        assert app.opened == []


async def test_an_order_is_chosen_and_turned() -> None:
    app = LibraryApp(THREE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s")
        await pilot.pause()
        assert "new chapters" in shown_text(app)
        await pilot.press("t")
        await pilot.pause()
        assert "sort: title ↑" in shown_text(app)
        assert "▸ The Salt Road" in shown_text(app)
        await pilot.press("home", "S", "home", "enter")
        await pilot.pause()
        assert "sort: title ↓" in shown_text(app)
        assert app.opened == ["test:Whatever the River Keeps"]
        await pilot.click(offset=(shown_lines(app)[3].index("Words"), 3))
        await pilot.pause()
        assert "sort: words ↓" in shown_text(app)
        settings = app.workspace.settings
        assert (settings.sort, settings.sort_turned) == ("words", False)


async def test_one_click_chooses_and_another_opens() -> None:
    app = LibraryApp(THREE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        place = (40, row_of(app, "Nine Letters"))
        await pilot.click(offset=place)
        assert app.opened == []
        await pilot.click(offset=place)
        await pilot.pause()
        assert app.opened == ["test:Nine Letters"]
        await pilot.click(offset=(30, row_of(app, "Continue:")))
        await pilot.pause()
        assert app.opened == ["test:Nine Letters", "test:The Salt Road"]


async def test_text_from_files_is_neither_markup_nor_control() -> None:
    title = "[bold]Plain[/bold] \x1b[31mRed\x07 \u202eback [@click=app.quit]x[/]"
    tag = "[red]Tag[/red]\x1b]0;title\x07"
    app = LibraryApp([entry(title, fandom(tag), summary=f"{title}\n\x9b2J", author="[i]me[/i]")])
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("tab", "j", "space")
        await pilot.pause()
        text = shown_text(app)
        assert "[bold]Plain[/bold]" in text
        assert "[red]Tag[/red]" in text
        assert "[i]me[/i]" in text
        assert not set(text) & set("\x1b\x07\x9b\u202e")


async def test_wide_characters_keep_columns_straight() -> None:
    app = LibraryApp(
        [entry("雨の日の灯台守と、まだ届かない手紙" * 3, author="雨"), entry("Plain", author="me")]
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        widths = {
            sum(segment.cell_length for segment in strip) for strip in app.screen._compositor.render_strips()
        }
        assert widths == {80}


async def test_ten_thousand_works_are_shown_row_by_row() -> None:
    works = [entry(f"Work {number:05}", fandom(f"F{number % 7}")) for number in range(10_000)]
    app = LibraryApp(works)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        works_list = app.library.query_one(WorkList)
        await pilot.press("G")
        await pilot.pause()
        assert "▸ Work 00000" in shown_text(app)
        await pilot.press("pageup", "k", "g", "pagedown")
        await pilot.pause()
        assert f"▸ Work {10_000 - works_list.size.height:05}" in shown_text(app)
        await pilot.press("tab", "j", "space")
        await pilot.pause()
        assert "1,429 of 10,000 works" in shown_text(app)


async def test_the_wheel_scrolls_and_leaves_the_cursor() -> None:
    app = LibraryApp([entry(f"Work {number:02}") for number in range(60)])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        works = app.library.query_one(WorkList)
        await pilot._post_mouse_events([_wheel_down()], works, offset=(3, 3))
        await pilot.pause()
        assert (works.scroll_offset.y, works.cursor) == (3, 0)


def _wheel_down() -> type:
    from textual.events import MouseScrollDown

    return MouseScrollDown


@pytest.mark.parametrize("keys", [["G"], ["pagedown", "j"]])
async def test_the_cursor_is_in_sight_after_any_resize(keys: list[str]) -> None:
    app = LibraryApp([entry(f"Work {number:02}") for number in range(60)])
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*keys)
        for size in ((60, 12), (200, 60)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            works = app.library.query_one(WorkList)
            assert 0 <= works.cursor - works.scroll_offset.y < works.size.height


async def test_panes_are_laid_out_once_for_each_size(monkeypatch: pytest.MonkeyPatch) -> None:
    widths: list[int] = []

    def on_resize(_: TagPane, event: Resize) -> None:
        widths.append(event.size.width)

    monkeypatch.setattr(TagPane, "on_resize", on_resize, raising=False)
    app = LibraryApp(THREE)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        for size in ((200, 60), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
    assert widths == [32, 40, 24]


async def test_a_bar_says_how_far_adding_is() -> None:
    app = LibraryApp(THREE)
    async with app.run_test(size=(80, 24)) as pilot:
        foot = app.library.query_one(LibraryFoot)
        foot.show_begun()
        await pilot.pause()
        assert "Looking for files" in shown_lines(app)[-2]
        foot.post_message(Adder.Progressed(21, 84, "The [b]Ferry[/b]\x1b[0m"))
        await pilot.pause()
        line = shown_lines(app)[-2]
        assert "Adding 21 of 84" in line
        assert "The [b]Ferry[/b]" in line
        assert line.count("━") == pytest.approx(line.count("─") / 3, abs=1)
        assert "enter read" in shown_lines(app)[-1]
