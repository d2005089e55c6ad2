"""Pictures of a work: reached like links, opened outside, and nothing opened that nobody asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest
from tests.formats.epub_file import epub
from tests.ui.library_entries import shown_lines
from tests.ui.sample_screen import screen_of
from tests.ui.waiting import until, until_shown

from reader.folders import find_folders
from reader.ui.app import ReaderApp
from reader.ui.widgets.page import PageView
from reader.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.pilot import Pilot

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
BODY = (
    "<h2>The Map</h2><p>Before the map.</p>"
    '<p><img src="map.png" alt="A map of the coast, with the harbour and the light"/></p>'
    '<p>After it <a href="https://example.com/coast">a link</a>.</p><p><img src="light.png" alt=""/></p>'
    '<p><img src="https://example.com/far.png" alt="Far away"/></p>'
    '<p><img src="run.png" alt="A program"/></p>'
)


@pytest.fixture
def opened() -> list[str]:
    return []


@pytest.fixture
def app(tmp_path: Path, opened: list[str]) -> Iterator[ReaderApp]:
    file = tmp_path / "coast.epub"
    pictures = {"map.png": PNG, "light.png": PNG + b"2", "run.png": b"MZ a program"}
    file.write_bytes(epub({"one.xhtml": BODY}, extra=pictures))
    workspace = Workspace(find_folders(tmp_path / "data"))
    (result,) = workspace.add([file])
    file.unlink()  # the copy kept does

    def opener(address: str) -> bool:
        opened.append(address)
        return True

    yield ReaderApp(workspace, result.id, opener=opener)
    workspace.close()


def row_of(app: ReaderApp, words: str) -> int:
    return next(at for at, line in enumerate(shown_lines(app)) if words in line)


def path_of(uri: str) -> Path:
    return Path(unquote(urlsplit(uri).path))


def contents(path: Path) -> bytes:
    return path.read_bytes()


def there(path: Path) -> bool:
    return path.parent.exists()


async def turn_to_the_pictures(pilot: Pilot[int]) -> None:
    await pilot.press("space")
    await until_shown(pilot, "Before the map")


def lose_originals(folder: Path) -> None:
    for original in folder.rglob("*.gz"):
        original.unlink()


async def choose(pilot: Pilot[int], app: ReaderApp, leads_to: str) -> None:
    """Press tab until what leads there is chosen."""
    links = screen_of(app).work.links
    for _ in links.on_page():
        await pilot.press("tab")
        if links.chosen and leads_to in links.chosen.leads_to:
            return
    pytest.fail(f"{leads_to} can't be reached")


async def test_tab_goes_through_links_and_pictures_in_their_order(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await turn_to_the_pictures(pilot)
        links = screen_of(app).work.links
        seen = []
        for _ in links.on_page():
            await pilot.press("tab")
            assert links.chosen
            seen.append((links.chosen.leads_to.rpartition("/")[2], links.chosen.is_picture))
        assert seen[:4] == [("map.png", True), ("coast", False), ("light.png", True), ("far.png", True)]


async def test_enter_opens_the_chosen_picture_and_leaving_takes_it_away(
    app: ReaderApp, opened: list[str]
) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await turn_to_the_pictures(pilot)
        await choose(pilot, app, "light.png")
        assert not opened
        await pilot.press("enter")
        await until(pilot, lambda: bool(opened))
        await until_shown(pilot, "Picture opened outside")
        path = path_of(opened[0])
        assert contents(path) == PNG + b"2"
    assert not there(path)


async def test_a_click_opens_a_picture_and_turns_no_page(app: ReaderApp, opened: list[str]) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await turn_to_the_pictures(pilot)
        await pilot.click(PageView, offset=(30, row_of(app, "│ A map") - 1))
        await until(pilot, lambda: bool(opened))
        assert screen_of(app).reading.page_index == 1


async def test_a_picture_elsewhere_is_fetched_by_nobody_until_it_is_asked_for(
    app: ReaderApp, opened: list[str]
) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await turn_to_the_pictures(pilot)
        await choose(pilot, app, "far.png")
        assert not opened
        await pilot.press("enter")
        await until(pilot, lambda: bool(opened))
        assert opened == ["https://example.com/far.png"]


async def test_what_is_no_picture_or_not_there_is_not_opened(
    app: ReaderApp, opened: list[str], tmp_path: Path
) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await turn_to_the_pictures(pilot)
        await choose(pilot, app, "run.png")
        await pilot.press("enter")
        await until_shown(pilot, "no picture that can be opened")
        lose_originals(tmp_path)
        await choose(pilot, app, "light.png")
        await pilot.press("enter")
        await until_shown(pilot, "not in the file")
        assert not opened


async def test_a_chosen_picture_stands_out_with_what_stands_around_its_words(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await turn_to_the_pictures(pilot)
        page = app.screen.query_one(PageView)
        looks = page.get_component_rich_style("page--chosen", partial=True)

        def stands_out(words: str) -> bool:
            row = page.render_line(row_of(app, words) - 1)
            return all(s.style and s.style.bgcolor == looks.bgcolor for s in row if s.text.strip())

        assert not stands_out("│ A map")
        await choose(pilot, app, "map.png")
        assert stands_out("│ A map")
        await choose(pilot, app, "light.png")
        assert stands_out("│ Image │")
        assert not stands_out("│ A map")
