"""Notes in a pop-up over the page, and the way to the notes at the end of a chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats import ao3_page
from tests.ui.library_entries import shown_lines, shown_text
from tests.ui.waiting import until_shown

from reader.folders import find_folders
from reader.layout.style import Notes, PageStyle, Setting
from reader.reading.footnotes import Note
from reader.reading.reading import Place
from reader.ui.app import ReaderApp
from reader.ui.note_pop_up import FRAME_CELLS, FRAME_ROWS, Spot, placed, set_note
from reader.ui.screens.note import NoteScreen
from reader.ui.screens.reading import ReadingScreen
from reader.ui.widgets.page import PageView
from reader.work.model import Block, BlockKind
from reader.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.pilot import Pilot

FILLING = "<p>The ropes sang, and the lamp was lit, and nobody said a word about the ledger.</p>" * 30
LONG = f"<p>{'The tenth lamp was of tin, and the eleventh was not lit. ' * 60}</p>"
BODY = (
    '<p>She lit the lamp.<a href="#n1">[1]</a> And another.<a href="#n2">[2]</a> And a'
    f' <a href="https://example.com/lamp">third</a>.</p>{FILLING}'
)
NOTES = (
    '<p>Thank you for reading!</p><p id="n1">[1] Of tin [bold], says <a href="#n3">[3]</a> and'
    ' <a href="https://example.com/tin">the maker</a>.</p>'
    f'<p id="n2">[2] Of lead.</p>{LONG}<p id="n3">[3] The harbour master.</p>'
)


@pytest.fixture
def opened() -> list[str]:
    return []


@pytest.fixture
def app(tmp_path: Path, opened: list[str]) -> Iterator[ReaderApp]:
    file = tmp_path / "lamps.html"
    chapters = (
        ao3_page.PageChapter(BODY, title="Lamps", end_notes=NOTES),
        ao3_page.PageChapter(FILLING, title="Ropes"),
    )
    file.write_bytes(ao3_page.render(ao3_page.Page(chapters)))
    workspace = Workspace(find_folders(tmp_path / "data"))
    (result,) = workspace.add([file])

    def opener(address: str) -> bool:
        opened.append(address)
        return True

    yield ReaderApp(workspace, result.id, opener=opener)
    workspace.close()


def reading_screen(app: ReaderApp) -> ReadingScreen:
    screen = app.screen_stack[0]
    assert isinstance(screen, ReadingScreen)
    return screen


def anchor(app: ReaderApp) -> Place:
    return reading_screen(app).reading.anchor


async def open_note(pilot: Pilot[int], words: str) -> None:
    """Go to the reference that reads like this and open what it leads to."""
    screen = pilot.app.screen
    assert isinstance(screen, ReadingScreen)
    reading = screen.reading
    while words not in "".join(run.text for line in reading.lines() for run in line.runs if run.link):
        assert reading.turn(1)
    screen.show_page()
    text = reading.chapter(1).text
    while not (chosen := screen.work.links.chosen) or text[chosen.start : chosen.end] != words:
        await pilot.press("tab")
    await pilot.press("enter")
    await pilot.pause()


@pytest.mark.parametrize("size", [(80, 24), (160, 45), (40, 10)])
async def test_a_note_opens_over_the_page_and_closes(app: ReaderApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        for key in ("escape", "q", "space"):
            await open_note(pilot, "[1]")
            assert isinstance(app.screen, NoteScreen)
            text = shown_text(app)
            assert "Note 1" in text
            assert "Of tin" in text
            before = anchor(app)
            await pilot.press("b", key)
            await pilot.pause()
            assert isinstance(app.screen, ReadingScreen), key
            assert anchor(app) == before


async def test_text_in_a_note_is_no_markup_and_the_page_stays_around_it(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_note(pilot, "[1]")
        assert "Of tin [bold]," in shown_text(app)
        lines = shown_lines(app)
        reference = next(number for number, line in enumerate(lines) if "She lit the lamp.[1]" in line)
        frame = [number for number, line in enumerate(lines) if "╭" in line or "╰" in line]
        assert reference not in range(frame[0], frame[1] + 1)
        assert reference in (frame[0] - 1, frame[1] + 1), "next to what refers to it"


async def test_enter_goes_to_the_note_and_the_history_leads_back_and_forward(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_note(pilot, "[1]")
        before = anchor(app)
        await pilot.press("enter")
        await pilot.pause()
        there = anchor(app)
        assert isinstance(app.screen, ReadingScreen)
        assert reading_screen(app).reading.chapter(1).text[there.offset :].startswith("[1] Of tin")
        await pilot.press("ctrl+o")
        assert anchor(app) == before
        await pilot.press("alt+right")
        assert anchor(app) == there


async def test_a_note_in_a_note_and_an_address(app: ReaderApp, opened: list[str]) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_note(pilot, "[1]")
        await pilot.press("tab", "enter")
        await pilot.pause()
        assert "The harbour master." in shown_text(app)
        await pilot.press("escape")
        await open_note(pilot, "[1]")
        await pilot.press("shift+tab")
        await pilot.pause()
        assert "https://example.com/tin" in shown_text(app), "it is said before it is opened"
        assert not opened
        await pilot.press("enter")
        await pilot.pause()
        assert opened == ["https://example.com/tin"]
        assert isinstance(app.screen, ReadingScreen)


async def test_a_long_note_has_pages(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_note(pilot, "[2]")
        assert "1 of 6 · enter" in shown_text(app)
        await pilot.press("space")
        await pilot.pause()
        assert "2 of 6 · enter" in shown_text(app)
        await pilot.press("b", "b")
        await pilot.pause()
        assert "Of lead." in shown_text(app)
        await pilot.resize_terminal(50, 14)
        await pilot.pause()
        assert "Of lead." in shown_text(app)
        while isinstance(app.screen, NoteScreen):
            await pilot.press("space")
        assert isinstance(app.screen, ReadingScreen), "turning on at its end closes it"


async def test_clicks_outside_close_it_and_on_links_follow_them(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_note(pilot, "[1]")
        page = app.screen.query_one(PageView)
        lines = shown_lines(app)
        row = next(n for n, line in enumerate(lines) if "[3]" in line)
        await pilot.click(offset=(lines[row].index("[3]") + 1, row))
        await pilot.pause()
        assert "The harbour master." in shown_text(app)
        await pilot.click(page, offset=(0, 0))
        assert isinstance(app.screen, NoteScreen)
        await pilot.click(offset=(1, 22))
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)


async def test_it_closes_once_however_fast_keys_come(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_note(pilot, "[1]")
        shown = app.screen
        assert isinstance(shown, NoteScreen)
        shown.action_close_note()
        shown.action_close_note()
        shown.action_go_to_note()
        shown.action_next_link_in_note()
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)
        await pilot.press(
            "tab", "enter", "enter", "ctrl+o", "tab", "enter", "tab", "escape", "escape", "e", "e"
        )
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)


async def test_enter_alone_says_what_there_is_to_choose(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = reading_screen(app)
        while len(screen.work.links.on_page()) < 2:
            await pilot.press("space")
        await pilot.press("enter")
        await until_shown(pilot, "tab chooses what enter follows")
        while screen.work.links.on_page():
            await pilot.press("space")
        await pilot.press("enter")
        await until_shown(pilot, "No links, notes or pictures")


async def test_the_chosen_link_is_told_below_the_page(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_note(pilot, "[1]")
        await pilot.press("escape", "tab")
        await pilot.pause()
        assert "Note 2: Of lead." in shown_lines(app)[-1]
        await pilot.press("tab")
        await pilot.pause()
        assert "https://example.com/lamp" in shown_lines(app)[-1]
        await pilot.press("shift+tab", "shift+tab")
        await pilot.pause()
        assert "Note 1: Of tin" in shown_lines(app)[-1]


@pytest.mark.parametrize("shown", list(Notes))
async def test_to_the_end_notes_and_back(app: ReaderApp, shown: Notes) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = reading_screen(app)
        screen.work.settings.want_notes(shown)
        await pilot.press("space", "space")
        before = anchor(app)
        await pilot.press("e")
        await until_shown(pilot, "Thank you for reading!")
        assert screen.reading.style.notes is Notes.SHOWN, "they are shown if they were not"
        await pilot.press("e")
        assert anchor(app) == before
        await pilot.press("e", "space", "e")
        assert anchor(app) == before, "from further on in the notes too"
        await pilot.press("e", "ctrl+o")
        assert anchor(app) == before
        await pilot.press("right_square_bracket", "e")
        await until_shown(pilot, "no notes at its end")


async def test_the_line_that_names_the_end_notes_leads_there_and_e_back(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = reading_screen(app)
        while not any(link.leads_to.startswith("#endnotes") for link in screen.work.links.on_page()):
            await pilot.press("space")
        before = anchor(app)
        while not (chosen := screen.work.links.chosen) or not chosen.leads_to.startswith("#endnotes"):
            await pilot.press("tab")
        await pilot.press("enter")
        await until_shown(pilot, "Thank you for reading!")
        assert isinstance(app.screen, ReadingScreen)
        await pilot.press("e")
        assert anchor(app) == before


blocks = st.lists(
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=30), max_size=12
).map(
    lambda texts: (
        tuple(Block(BlockKind.PARAGRAPH, " ".join(text)) for text in texts)
        or (Block(BlockKind.PARAGRAPH, ""),)
    )
)


@given(
    blocks=blocks,
    title=st.text(max_size=20),
    width=st.integers(10, 240),
    height=st.integers(3, 80),
    row=st.none() | st.integers(0, 79),
    middle=st.integers(0, 239),
)
def test_a_pop_up_lies_on_the_screen_and_not_on_its_reference(
    blocks: tuple[Block, ...], title: str, width: int, height: int, row: int | None, middle: int
) -> None:
    style = set_note(Note(Place(1, 0), blocks, title), PageStyle(), width, height).style
    wide, high = style.measure + FRAME_CELLS, style.height + FRAME_ROWS
    spot = None if row is None else Spot(min(row, height - 1), min(middle, width - 1))
    x, y = placed((wide, high), width, height, spot)

    assert wide <= max(FRAME_CELLS + 1, width * 0.7)
    assert high <= max(FRAME_ROWS + 1, height * 0.7)
    assert x >= 0
    assert y >= 0
    assert x + wide <= max(width, wide)
    assert y + high <= max(height, high)
    if spot is not None and (spot.row > high or spot.row + high < height - 1):
        assert spot.row not in range(y, y + high)


async def test_a_note_stays_below_its_reference_when_the_terminal_shrinks(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await open_note(pilot, "[1]")
        await pilot.resize_terminal(60, 20)
        await pilot.pause(0.2)
        area = reading_screen(app).query_one(PageView).region
        left, measure = (
            reading_screen(app).work.area.geometry.lefts[0],
            reading_screen(app).reading.style.measure,
        )
        frame = app.screen.query_one("#note").region
        assert abs(frame.x + frame.width / 2 - (area.x + left + measure / 2)) <= 1


def test_a_note_in_a_narrow_frame_is_ragged() -> None:
    note = Note(Place(1, 0), (Block(BlockKind.PARAGRAPH, "The lamp was of tin and lead, " * 9),), "Note")
    style = PageStyle(setting=Setting.JUSTIFIED, hyphenation=True)
    assert set_note(note, style, 50, 24).style.setting is Setting.RAGGED
    assert set_note(note, style, 200, 60).style.setting is Setting.JUSTIFIED
