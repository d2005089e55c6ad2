from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.library.zipf_library import zipf_entries
from tests.ui.library_entries import LibraryApp, entry, fandom, shown_lines, shown_text

from reader.settings import Settings
from reader.ui.widgets.work_list import WorkList
from reader.ui.works.blurbs import BLURB_HEIGHT, blurb_lines
from reader.ui.works.words import rating_of, stars_of, times_words
from reader.work.model import TagKind

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from reader.library.entries import Entry
    from reader.ui.row_pieces import Piece

ENTRIES = zipf_entries(40)
ANY_TEXT = st.text(st.characters(exclude_categories=["Mn", "Me", "Cf", "Cs"]), max_size=80)
WHOLE = entry(
    "The Salt Road",
    (TagKind.RATING, "Teen And Up Audiences"),
    (TagKind.CATEGORY, "F/F"),
    (TagKind.WARNING, "Major Character Death"),
    (TagKind.RELATIONSHIP, "Ana/Ines"),
    fandom("Tidewrack"),
    words=14_394,
    progress=0.43,
    chapters_posted=4,
    chapters_total=9,
    complete=False,
    updated=date(2026, 5, 1),
    summary="Ana had sworn off the coast for good.",
)._replace(rating=4, times_read=2, own_tags=("winter reread",))


def text_of(lines: list[tuple[Piece, ...]]) -> list[str]:
    return ["".join(piece.text for piece in line) for line in lines]


@given(st.sampled_from(ENTRIES), ANY_TEXT, ANY_TEXT, st.integers(12, 200))
def test_a_blurb_keeps_to_its_lines_and_its_width(work: Entry, title: str, summary: str, width: int) -> None:
    info = work.info._replace(title=title, summary=summary)
    lines = blurb_lines(work._replace(info=info), width)
    assert len(lines) < BLURB_HEIGHT
    assert all(cell_len(line) <= width for line in text_of(lines))


def test_a_blurb_says_what_the_archive_says_and_what_the_reader_does() -> None:
    first, fandoms, tags, summary, facts = text_of(blurb_lines(WHOLE, 120))
    assert first.startswith("The Salt Road by marrowlight  ")
    assert first.endswith("  T  F/F  !  …")
    assert (fandoms, tags) == ("Tidewrack", "Major Character Death, Ana/Ines")
    assert summary == "Ana had sworn off the coast for good."
    assert facts == "14,394 words · 4/9 · 2026-05-01 · reading 43 % · ★★★★☆ · read twice · winter reread"


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("General Audiences", "G"),
        ("Teen And Up", "T"),
        ("Mature", "M"),
        ("Explicit", "E"),
        ("Not Rated", "NR"),
    ],
)
def test_a_rating_is_told_by_its_letter(name: str, letter: str) -> None:
    assert rating_of(entry("x", (TagKind.RATING, name))).text == letter
    assert rating_of(entry("x")).text == ""


def test_stars_and_times_are_said_only_where_there_are_any() -> None:
    assert [stars_of(count) for count in (None, 0, 1, 5, 9)] == ["", "", "★☆☆☆☆", "★★★★★", "★★★★★"]
    assert [times_words(count) for count in (0, 1, 2, 12)] == ["", "", "read twice", "read 12 times"]


def chosen_is_shown(app: LibraryApp) -> bool:
    chosen = app.library.query_one(WorkList).chosen
    return chosen is not None and any(f"▸ {chosen.info.title}" in line for line in shown_lines(app))


async def in_blurbs(pilot: Pilot[int]) -> None:
    await pilot.press("b")
    await pilot.pause()


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36), (180, 50)])
async def test_the_list_is_shown_in_blurbs_and_moved_in(size: tuple[int, int]) -> None:
    infos = (WHOLE.info._replace(id=f"w{n}", title=f"Work {n:03}") for n in range(300))
    app = LibraryApp([WHOLE._replace(info=info) for info in infos])
    async with app.run_test(size=size) as pilot:
        await in_blurbs(pilot)
        assert app.workspace.settings.list_view == "blurbs"
        assert "Ana had sworn off the coast" in shown_text(app)
        works = app.library.query_one(WorkList)
        for keys, cursor in ((("j", "down"), 2), (("G",), 299), (("k",), 298), (("g", "pagedown"), None)):
            await pilot.press(*keys)
            await pilot.pause()
            assert cursor in (works.cursor, None)
            assert chosen_is_shown(app)
        await in_blurbs(pilot)
        assert app.workspace.settings.list_view == "lines"
        assert chosen_is_shown(app)


async def test_a_click_anywhere_in_a_blurb_chooses_it() -> None:
    app = LibraryApp([entry(f"Work {n}", summary="Said of it.") for n in range(5)])
    app.workspace.settings = Settings(list_view="blurbs")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        row = next(at for at, line in enumerate(shown_lines(app)) if "Work 3" in line)
        await pilot.click(offset=(40, row + 3))
        await pilot.pause()
        assert any("▸ Work 3" in line for line in shown_lines(app))
        assert app.opened == []
