"""Works in the palette: found by words of titles and authors, and opened from wherever one is."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.ui.waiting import until, until_shown

from reader.formats.assembly import ChapterDraft, assemble
from reader.settings.theme_names import theme_file
from reader.state.records import Shelf
from reader.ui.palette.rows import WorkChoice, palette_pieces, shelf_row, theme_row
from reader.ui.palette.works import PaletteWorks
from reader.ui.screens.library import LibraryScreen
from reader.ui.screens.reading import ReadingScreen
from reader.work.model import Block, BlockKind, WorkInfo
from reader.work.names import fold
from reader.workspace.titles import TitledWork, titled_works

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.ui.app import ReaderApp
    from reader.workspace import Workspace

NAMES = st.text("aeLß åéʼ日-", max_size=10)
WORKS = st.lists(st.tuples(NAMES, st.lists(NAMES, max_size=2)), max_size=8).map(
    lambda some: [TitledWork(f"t:{at}", title, tuple(authors)) for at, (title, authors) in enumerate(some)]
)


@given(WORKS, NAMES)
def test_found_are_the_works_with_all_words_and_no_others(works: Sequence[TitledWork], typed: str) -> None:
    found = {
        row.choice.id for row in PaletteWorks(works).matching(typed) if isinstance(row.choice, WorkChoice)
    }
    words = fold(typed).split()
    wanted = {
        work.id
        for work in works
        if words and all(word in f"{fold(work.title)}\n{fold(' '.join(work.authors))}" for word in words)
    }
    assert found == wanted


@given(WORKS, st.integers(4, 100))
def test_a_row_of_a_work_fits(works: Sequence[TitledWork], width: int) -> None:
    rows = [
        *PaletteWorks(works).matching("a"),
        shelf_row("winter", "status:unread"),
        theme_row("dark", "dark"),
    ]
    for row in rows:
        assert sum(cell_len(piece.text) for piece in palette_pieces(row, width)) == width


def test_titles_that_begin_so_come_first() -> None:
    titles = ("On the Salt Road", "Basalt", "Salt Road, The", "The Salt Road")
    works = PaletteWorks(TitledWork(title, title, ("ana",)) for title in titles)
    assert [row.name for row in works.matching("salt r")] == [
        "Salt Road, The",
        "On the Salt Road",
        "The Salt Road",
    ]
    assert works.matching("salt")[-1].name == "Basalt"
    assert [row.note for row in works.matching("ana basalt")] == ["ana"]


@pytest.fixture
def ledger(workspace: Workspace) -> str:
    """A second work in the library."""
    chapter = ChapterDraft("", (Block(BlockKind.PARAGRAPH, "The ledger was shut."),))
    work = assemble(WorkInfo("test:ledger", "The Ledger", ("oxbow",)), (chapter,))
    added = datetime(2026, 1, 1, tzinfo=UTC)
    workspace.catalogue.put(work, path="/ledger", format="html", sha256="0", added=added)
    return work.info.id


async def test_a_work_is_opened_from_the_page_of_another(app: ReaderApp, ledger: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p", *"oxbow")
        await until_shown(pilot, "The Ledger")
        await pilot.press("enter")
        await until_shown(pilot, "The ledger was shut")
        assert isinstance(app.screen, ReadingScreen)


async def test_a_shelf_and_a_theme_are_chosen_by_name(app: ReaderApp, ledger: str) -> None:
    shelf = Shelf("Oxbows", "author:oxbow", datetime(2026, 1, 1, tzinfo=UTC))
    app.workspace.store.change_shelves(lambda shelves: (*shelves, shelf))
    own = theme_file(app.workspace.folders.config, "moss")
    own.parent.mkdir(parents=True)
    own.write_text('paper = "#102010"\n', encoding="utf-8")
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("ctrl+p", *"theme light", "enter")
        await pilot.pause()
        assert app.workspace.settings.theme == "light"
        await pilot.press("ctrl+p", *"theme moss", "enter")
        await pilot.pause()
        assert app.workspace.settings.theme == "moss", "one of the reader's own"
        await pilot.press("ctrl+p", *"oxbows", "enter")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and app.screen.model.words != "")
        await until_shown(pilot, "The Ledger")


def test_hidden_works_are_not_offered(workspace: Workspace, ledger: str) -> None:
    assert ledger in {work.id for work in titled_works(workspace)}
    workspace.remember_setting("hide", ["author:oxbow"])
    assert ledger not in {work.id for work in titled_works(workspace)}
