"""Saying in the library what tags mean, what is never shown, and which filters are kept."""

from __future__ import annotations

import shutil
import tomllib
from typing import TYPE_CHECKING

import pytest
from tests.ui.library_entries import row_of, shown_lines, shown_text
from tests.ui.tagged_works import WORKS, tagged_workspace
from tests.ui.waiting import until, until_shown

from reader.folders import find_folders
from reader.state.records import EPOCH, Shelf
from reader.ui.app import ReaderApp
from reader.ui.library.sidebar_rows import TagRow
from reader.ui.screens.library import LibraryScreen
from reader.ui.screens.rules import RulesScreen
from reader.ui.widgets.prompt import Prompt
from reader.ui.widgets.tag_pane import TagPane
from reader.ui.widgets.tag_sidebar import TagSidebar
from reader.ui.widgets.work_list import WorkList
from reader.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.pilot import Pilot

NAMES = {
    " ": "space",
    ":": "colon",
    "-": "minus",
    '"': "quotation_mark",
    "(": "left_parenthesis",
    "=": "equals_sign",
}
SIZE = (120, 40)
HIDDEN = ("Letters", "slowburn", "Angst", "Sea Glass")


@pytest.fixture(scope="module")
def tagged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with these works, which no test changes."""
    folder = tmp_path_factory.mktemp("tagged") / "data"
    tagged_workspace(folder).close()
    return folder


@pytest.fixture
def app(tagged: Path, tmp_path: Path) -> Iterator[ReaderApp]:
    workspace = Workspace(find_folders(shutil.copytree(tagged, tmp_path / "data")))
    yield ReaderApp(workspace)
    workspace.close()


def library(app: ReaderApp) -> LibraryScreen:
    screen = app.screen_stack[0]
    assert isinstance(screen, LibraryScreen)
    return screen


async def type_words(pilot: Pilot[int], words: str) -> None:
    await pilot.press(*(NAMES.get(letter, letter) for letter in words))


async def until_counted(pilot: Pilot[int], app: ReaderApp) -> TagSidebar:
    """Have all tags counted, and the additional ones open; the keys are the sidebar's."""
    await until(pilot, lambda: len(library(app).model.entries) == len(WORKS))
    await until_shown(pilot, "Tidewrack")
    library(app).query_one(TagPane).open("additional")
    await pilot.press("tab")
    sidebar = library(app).query_one(TagSidebar)
    await until(pilot, lambda: sidebar.has_focus)
    return sidebar


async def choose(pilot: Pilot[int], sidebar: TagSidebar, name: str) -> None:
    """Put the cursor on a tag or a shelf."""

    def on_it() -> bool:
        row = sidebar.row
        return name in (row.count.value.name if isinstance(row, TagRow) else getattr(row, "key", ""))

    await pilot.press("home")
    for _ in range(sidebar.count):
        if on_it():
            return
        await pilot.press("j")
    pytest.fail(f"there is no {name}")


def titles(app: ReaderApp) -> set[str]:
    return {entry.info.title for entry in library(app).model.shown}


def listed(app: ReaderApp) -> list[str]:
    return [entry.info.title for entry in library(app).query_one(WorkList).entries]


async def test_a_tag_is_merged_into_another_and_parted_again(app: ReaderApp) -> None:
    table = app.workspace.folders.tag_table
    table.parent.mkdir(parents=True, exist_ok=True)
    table.write_text("# mine\nleave_out = []  # none yet\n")
    async with app.run_test(size=SIZE) as pilot:
        sidebar = await until_counted(pilot, app)
        await choose(pilot, sidebar, "slowburn")
        await pilot.press("equals_sign")
        await until_shown(pilot, "Slow Burn  ")  # offered first, for it is spelt nearly so
        await type_words(pilot, "slow b")
        await until_shown(pilot, "will be called that")
        await pilot.press("tab")
        await until_shown(pilot, "“slowburn” (1) will mean “Slow Burn” (2): 3 in all")
        await pilot.press("enter")
        await until_shown(pilot, "means “Slow Burn” now")
        await until_shown(pilot, "Slow Burn ≈")
        assert sidebar.has_focus
        assert "# mine" in table.read_text()
        assert tomllib.loads(table.read_text())["same"][0]["also"] == ["slowburn"]
        await choose(pilot, sidebar, "Slow Burn")
        await pilot.press("space")
        await until(pilot, lambda: titles(app) == {"Low Water", "High Water", "The Lamp"})
        await pilot.press("u")
        await until(pilot, lambda: titles(app) == {"Low Water", "The Lamp"})
        assert "same" not in tomllib.loads(table.read_text())


async def test_a_tag_is_put_under_another(app: ReaderApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        sidebar = await until_counted(pilot, app)
        await choose(pilot, sidebar, "Sea Glass")
        await pilot.press("p")
        await type_words(pilot, "tidew")
        await pilot.press("tab", "enter")
        await until_shown(pilot, "is under “Tidewrack” now")
        await choose(pilot, sidebar, "Tidewrack")
        await until_shown(pilot, "Fandom: Tidewrack · with Sea Glass")
        await pilot.press("space")
        await until(pilot, lambda: titles(app) == set(WORKS))


async def test_a_broken_table_is_said_and_left_as_it_is(app: ReaderApp) -> None:
    table = app.workspace.folders.tag_table
    table.parent.mkdir(parents=True, exist_ok=True)
    table.write_text("[[same]\nbroken")
    async with app.run_test(size=SIZE) as pilot:
        sidebar = await until_counted(pilot, app)
        await choose(pilot, sidebar, "slowburn")
        await pilot.press("equals_sign")
        await type_words(pilot, "slow burn")
        await pilot.press("enter")
        await until_shown(pilot, "tags.toml, line 1")
        assert isinstance(app.focused, Prompt)
        await pilot.press("escape")
        await until(pilot, lambda: sidebar.has_focus)
        assert table.read_text() == "[[same]\nbroken"


async def test_what_another_window_says_of_tags_is_followed_and_never_undone(app: ReaderApp) -> None:
    table, settings = app.workspace.folders.tag_table, app.workspace.folders.settings
    async with app.run_test(size=SIZE) as pilot:
        sidebar = await until_counted(pilot, app)
        await choose(pilot, sidebar, "slowburn")
        await pilot.press("space", "equals_sign", *"Unhurried", "enter")
        await until_shown(pilot, "Unhurried ≈")
        with table.open("a") as file:
            file.write('[[same]]\nkind = "fandom"\nname = "The Tides"\nalso = ["Tidewrack"]\n')
        library(app).tagging.follow()  # as every few seconds
        await until_shown(pilot, "The Tides")
        await pilot.press("u")
        await until(pilot, lambda: titles(app) == {"High Water"})  # what was chosen is chosen
        (same,) = tomllib.loads(table.read_text())["same"]
        assert same["also"] == ["Tidewrack"]

        await pilot.press("H", "enter")
        await until_shown(pilot, "Never shown")
        app.saver.now()
        settings.write_text('hide = ["additional:=slowburn", "angst", "salt"]\n')  # another window
        await pilot.press("X")
        await choose(pilot, sidebar, "Sea Glass")
        await pilot.press("H", "enter")
        await until(pilot, lambda: len(app.workspace.settings.hide) == 4)
        await pilot.press("u")
        await until(pilot, lambda: app.workspace.settings.hide[1:] == ("angst", "salt"))
        assert app.workspace.settings.hide[0] == "additional:=slowburn"


@pytest.mark.parametrize("size", [(80, 24), SIZE])
async def test_works_are_never_shown_but_for_a_line_and_for_a_moment(
    app: ReaderApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        sidebar = await until_counted(pilot, app)
        await choose(pilot, sidebar, "Slow Burn")
        await pilot.press("H")
        await type_words(pilot, "lamp")
        await until_shown(pilot, "hides 1 work")
        await pilot.press("enter")
        await until_shown(pilot, "· hidden: tagged “Slow Burn”")
        assert titles(app) == {"High Water", "The Lamp", "Nine Ropes"}
        assert len(listed(app)) == len(WORKS)
        assert app.workspace.settings.hide == ('additional:="Slow Burn" UNLESS lamp',)
        await until_shown(pilot, "1 hidden")
        await pilot.press("h")
        await until(pilot, lambda: titles(app) == set(WORKS))
        at = row_of(app, "with hidden")
        await pilot.click(offset=(shown_lines(app)[at].index("with hidden"), at))
        await pilot.press("M")
        await until(pilot, lambda: isinstance(app.screen, RulesScreen))
        await pilot.press("f")
        await until(pilot, lambda: len(listed(app)) == len(WORKS) - 1)
        await pilot.press("d")
        await until(pilot, lambda: titles(app) == set(WORKS))
        await pilot.press("u", "escape")
        await until(pilot, lambda: len(titles(app)) == len(WORKS) - 1)
        app.saver.now()
    assert "hidden_works" in app.workspace.folders.settings.read_text()


async def test_a_filter_is_kept_as_a_shelf(app: ReaderApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        sidebar = await until_counted(pilot, app)
        await choose(pilot, sidebar, "Tidewrack")
        await pilot.press("space")
        await choose(pilot, sidebar, "Letters")
        await pilot.press("space", "space", "W")
        await type_words(pilot, "wet ones")
        await pilot.press("enter")
        await until_shown(pilot, "wet ones")
        assert sidebar.row is not None
        assert sidebar.row.key == "shelf wet ones"
        assert [shelf.query for shelf in app.workspace.store.shelves] == [
            "fandom:=Tidewrack -additional:=Letters"
        ]
        await pilot.press("X")
        await until(pilot, lambda: titles(app) == set(WORKS))
        await choose(pilot, sidebar, "wet ones")
        await pilot.press("enter")
        await until(pilot, lambda: titles(app) == {"High Water", "The Lamp"})
        await pilot.press("e", "end")
        await type_words(pilot, " 2")
        await pilot.press("enter")
        await until_shown(pilot, "wet ones 2")
        await choose(pilot, sidebar, "wet ones 2")
        await pilot.press("d")
        await until(pilot, lambda: app.workspace.store.shelves == ())
        await pilot.press("u")
        await until(pilot, lambda: [s.name for s in app.workspace.store.shelves] == ["wet ones 2"])
        app.saver.now()
    assert "wet ones 2" in app.workspace.store.path.read_text()


async def test_any_or_all_by_a_key_and_by_a_click(app: ReaderApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        sidebar = await until_counted(pilot, app)
        for name in ("Sea Glass", "Tidewrack"):
            await choose(pilot, sidebar, name)
            await pilot.press("space")
        await until_shown(pilot, "Fandom · all")
        assert titles(app) == {"The Lamp"}
        await pilot.press("o")
        await until_shown(pilot, "Fandom · any")
        assert titles(app) == set(WORKS)
        at = next(at for at, line in enumerate(shown_lines(app)) if "Fandom · any" in line)
        await pilot.click(offset=(shown_lines(app)[at].index("any") + 1, at))
        await until_shown(pilot, "Fandom · all")
        assert titles(app) == {"The Lamp"}


async def test_a_query_is_completed_and_what_is_wrong_with_it_is_pointed_at(app: ReaderApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await until_counted(pilot, app)
        await pilot.press("tab", "slash")
        await type_words(pilot, "fand")
        await pilot.press("tab")
        await type_words(pilot, "sea")
        await until_shown(pilot, "Sea Glass")
        await pilot.press("tab")
        await until(pilot, lambda: titles(app) == {"The Lamp", "Nine Ropes"})
        assert library(app).model.words == 'fandom:"Sea Glass"'
        await type_words(pilot, "nosuch:x")
        await until_shown(pilot, "There is no field “nosuch”")
        lines = shown_lines(app)
        at = next(at for at, line in enumerate(lines) if "▾ column" in line)
        assert lines[at].index("▾") == lines[at + 1].index("nosuch")


async def test_all_of_the_filter_can_be_taken_away_one_by_one(app: ReaderApp) -> None:
    async with app.run_test(size=(60, 24)) as pilot:
        sidebar = await until_counted(pilot, app)
        for name in HIDDEN:
            await choose(pilot, sidebar, name)
            await pilot.press("space", "space")
        await until_shown(pilot, " more")
        at = next(at for at, line in enumerate(shown_lines(app)) if " more" in line)
        await pilot.click(offset=(shown_lines(app)[at].index(" more") + 1, at))
        await until_shown(pilot, "Take away")
        assert all(f"−{name}" in shown_text(app) for name in HIDDEN)
        await pilot.press("4")
        await until(pilot, lambda: len(library(app).model.choices) == 3)


async def test_a_shelf_made_elsewhere_appears(app: ReaderApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await until_counted(pilot, app)
        app.workspace.store.change_shelves(lambda shelves: (*shelves, Shelf("from elsewhere", "lamp", EPOCH)))
        await until_shown(pilot, "from elsewhere")
