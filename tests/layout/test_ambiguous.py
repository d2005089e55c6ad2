"""Characters whose width Unicode leaves to the terminal, where they are wide; what stands for others."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from tests.layout.strategies import chapters, styles, texts

from reader.layout.cells import has_clusters, is_plain, set_wide_ambiguous, width
from reader.layout.frames import _frame
from reader.layout.kept_breaks import breaks_key
from reader.layout.pages import lay_out
from reader.layout.signs import DRAWN, SIGNS
from reader.layout.stand_ins import plain, replaced
from reader.layout.style import PageStyle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.work.model import Chapter

PROSE = st.text(st.sampled_from("“”‘’—–… aéßжΩñ.港▸─★"))


@pytest.fixture(scope="module", autouse=True)
def wide() -> Iterator[None]:
    """Ambiguous characters take two cells."""
    set_wide_ambiguous(wide=True)
    _frame.cache_clear()  # an app says it before it lays anything out
    yield
    set_wide_ambiguous(wide=False)
    _frame.cache_clear()


@contextmanager
def narrow() -> Iterator[None]:
    """They take one for a while."""
    set_wide_ambiguous(wide=False)
    try:
        yield
    finally:
        set_wide_ambiguous(wide=True)


@given(PROSE)
def test_ambiguous_characters_take_two_cells_save_those_that_are_drawn(text: str) -> None:
    twice = sum(east_asian_width(c) in "AW" and c not in DRAWN for c in text)
    assert width(text) == cell_len(text) == len(text) + twice
    assert is_plain(text) <= (not twice)


@given(PROSE, st.integers(0, 30))
def test_rich_cuts_where_we_count(text: str, cells: int) -> None:
    assert width(set_cell_size(text, cells)) == cells
    left, right = Segment(text).split_cells(cells)
    assert width(left.text) + width(right.text) == width(text) or cells > width(text)


@given(texts())
def test_clusters_are_what_they_are_at_any_width(text: str) -> None:
    there = has_clusters(text)
    with narrow():
        assert has_clusters(text) == there
        assert cell_len("“é”") == width("“é”") == 3


@given(chapters(), styles())
def test_no_line_is_wider_than_the_measure(chapter: Chapter, style: PageStyle) -> None:
    layout = lay_out(chapter, style)
    for index in range(len(layout.pages)):
        for line in layout.lines(index):
            column = 0
            for run in line.runs:
                assert run.column >= column
                assert run.width == cell_len(run.text + run.tail)
                column = run.column + run.width
            assert column <= style.measure or all(len(run.text) == 1 for run in line.runs)


@given(chapters())
def test_breaks_are_kept_apart_by_the_width_of_characters(chapter: Chapter) -> None:
    here = breaks_key(chapter, PageStyle())
    with narrow():
        assert breaks_key(chapter, PageStyle()) != here


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_stands_for_a_character_is_ascii_in_as_many_cells(text: str) -> None:
    with narrow():
        for character in text:
            shown = plain(character)
            assert shown.isascii()
            assert character.isascii() or len(shown) == width(character)
        assert replaced(text) == "".join(map(plain, text))


def test_every_sign_is_one_cell_and_so_is_what_stands_for_it() -> None:
    with narrow():
        assert {sign: width(sign) for sign in SIGNS} == dict.fromkeys(SIGNS, 1)
        assert {len(shown) for shown in SIGNS.values()} == {1}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("“Łódź” — naïve…", '"Lodz" - naive~'),
        ("Straße, Ø", "Strase, O"),
        ("море 港", "???? ??"),
        ("\udcff\ud800", "\\xff\\ud800"),
    ],
)
def test_letters_lose_what_is_above_them(text: str, shown: str) -> None:
    with narrow():
        assert replaced(text) == shown
