"""A reading of the sample work, from its first page to its last and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.folders import find_folders
from reader.layout.glyphs import OTHERS
from reader.layout.style import PageStyle
from reader.reading.reading import Place, Reading
from reader.work.model import BlockKind, Role
from reader.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLE = "reader:sample"
heights = st.integers(3, 70)
measures = st.integers(12, 120)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    opened = Workspace(find_folders(tmp_path_factory.mktemp("data")))
    yield opened
    opened.close()


@pytest.fixture
def reading(workspace: Workspace) -> Reading:
    return new_reading(workspace)


def new_reading(workspace: Workspace, measure: int = 66, height: int = 20) -> Reading:
    style = PageStyle(measure=measure, height=height)
    return Reading(workspace.work_info(SAMPLE), workspace.catalogue, style)


def shown_words(reading: Reading) -> list[str]:
    """The words of the page's text, without what layout adds; a word broken over lines comes in two.

    Raised figures are as they are in the text.
    The cells of a table's row stand side by side, line by line: they are put in the order of the text.
    """
    text = reading.chapter(reading.anchor.chapter).text
    runs = [run for line in reading.lines() for run in line.runs if run.start >= 0]
    runs = [
        run._replace(text=text[run.start :][: len(run.text)]) if run.style & OTHERS else run for run in runs
    ]
    if any(run.kind is BlockKind.TABLE_ROW for run in runs):
        runs.sort(key=lambda run: run.start)
    return "\n".join(run.text for run in runs).split()


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (100, 30), (200, 60)])
def test_paging_through_shows_every_character_once_and_in_order(
    workspace: Workspace, columns: int, rows: int
) -> None:
    reading = new_reading(workspace, measure=min(66, columns - 4), height=rows - 4)
    seen = shown_words(reading)
    while reading.turn(1):
        seen += shown_words(reading)

    whole = [reading.chapter(number).text for number in range(1, reading.chapter_count + 1)]
    assert reading.at_end
    assert "".join(seen) == "".join("".join(text.split()) for text in whole)


def test_turning_back_comes_through_the_same_pages(reading: Reading) -> None:
    there = [reading.page]
    while reading.turn(1):
        there.append(reading.page)
    back = [reading.page]
    while reading.turn(-1):
        back.append(reading.page)

    assert there == back[::-1]
    assert reading.anchor.chapter == 1


@given(sizes=st.lists(st.tuples(measures, heights), min_size=1, max_size=4), turns=st.integers(0, 60))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_resize_there_and_back_shows_the_very_page(
    workspace: Workspace, sizes: list[tuple[int, int]], turns: int
) -> None:
    reading = new_reading(workspace)
    reading.turn(turns)
    before, anchor = reading.page, reading.anchor
    for measure, height in sizes:
        reading.style = reading.style._replace(measure=measure, height=height)
        page = reading.page
        assert page.start <= anchor.offset < page.end
        assert reading.anchor == anchor
    reading.style = reading.style._replace(measure=66, height=20)

    assert reading.page == before


@given(share=st.floats(0, 1))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_share_of_the_story_leads_to_where_that_much_lies_behind(
    workspace: Workspace, share: float
) -> None:
    reading = new_reading(workspace)

    assert reading.progress_at(reading.at_share(share)) == pytest.approx(share, abs=1e-4)


def test_chapters_begin_where_so_much_of_the_story_lies_behind(reading: Reading) -> None:
    starts = [reading.progress_at(reading.chapter_start(n)) for n in range(1, reading.chapter_count + 1)]
    assert reading.chapter_shares() == pytest.approx(starts)
    assert starts[0] == 0.0 < starts[-1] < 1.0


def test_progress_grows_from_page_to_page_up_to_all(reading: Reading) -> None:
    shares = [reading.progress]
    while reading.turn(1):
        shares.append(reading.progress)

    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_matter_is_no_progress(reading: Reading) -> None:
    assert all(block.role is not Role.STORY for block in reading.chapter(1).blocks[:3])
    assert reading.progress == 0.0


def test_a_chapter_back_from_its_middle_is_its_start(reading: Reading) -> None:
    reading.turn_chapters(2)
    reading.turn(2)
    reading.turn_chapters(-1)
    assert reading.anchor == Place(3, 0)

    reading.turn_chapters(-1)
    assert reading.anchor == Place(2, 0)
    assert not reading.turn_chapters(-5) or reading.anchor == Place(1, 0)


def test_the_end_of_the_work_turns_no_further(reading: Reading) -> None:
    reading.go(reading.work_end())
    anchor = reading.anchor

    assert not reading.turn(1)
    assert not reading.turn_chapters(1)
    assert reading.anchor == anchor


def test_scenes_are_walked_over_chapters_and_back(reading: Reading) -> None:
    starts = [reading.anchor]
    while reading.turn_scenes(1):
        starts.append(reading.anchor)
    breaks = sum(
        block.kind is BlockKind.SCENE_BREAK
        for number in range(1, reading.chapter_count + 1)
        for block in reading.chapter(number).blocks
    )

    assert breaks / 2 <= len(starts) - reading.chapter_count <= breaks
    assert starts == sorted(starts, key=lambda place: (place.chapter, place.offset))
    while reading.turn_scenes(-1):
        pass
    assert reading.anchor == Place(1, 0)


def test_jumps_are_retraced_and_repeated(reading: Reading) -> None:
    reading.turn(3)
    before = reading.anchor
    reading.jump(Place(4, 100))
    reading.jump(Place(2, 0))

    assert reading.back()
    assert reading.anchor == Place(4, 100)
    assert reading.back()
    assert reading.anchor == before
    assert not reading.back()
    assert reading.forward()
    assert reading.forward()
    assert reading.anchor == Place(2, 0)
    assert not reading.forward()


def test_a_place_is_found_by_its_locator(reading: Reading) -> None:
    reading.turn(25)
    found, _ = reading.find(reading.locator())

    assert found == reading.anchor


def test_neighbours_are_laid_out_in_slices(reading: Reading) -> None:
    reading.turn_chapters(2)
    slices = sum(1 for _ in reading.prepare())

    assert slices
    assert sum(1 for _ in reading.prepare()) == 0, "nothing is left to do"
