"""Widths in cells, and clusters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.layout.strategies import CLUSTERS, texts

from reader.layout.cells import clusters, has_clusters, is_boundary, is_plain, offsets, visible, width


def test_every_plain_character_is_one_cell_and_stands_alone() -> None:
    plain = [chr(point) for point in range(0x3000) if is_plain(chr(point))]
    assert all(cell_len(character) == 1 for character in plain)
    assert not has_clusters("".join(plain))
    assert width("".join(plain)) == len(plain)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "It’s “fine”—really…",
        "naïve café, Łódź",
        "Ωμέγα",
        "«Да»",
        "10\xa0000 – 20\u202f000 €",
        "Tiếng Việt",
    ],
)
def test_prose_takes_the_fast_path(text: str) -> None:
    assert is_plain(text)


@pytest.mark.parametrize(
    "text", ["港", "e\u0301", "\x1b[1m", "a\tb", "co\xadop", "zero\u200bwidth", "\u2060", "\u202e", "🎉"]
)
def test_text_that_cells_must_be_counted_for_does_not(text: str) -> None:
    assert not is_plain(text)


@pytest.mark.parametrize("cluster", CLUSTERS)
def test_a_cluster_is_whole_among_others(cluster: str) -> None:
    assert list(clusters(f"a{cluster}{cluster}b")) == [
        (0, 1),
        (1, 1 + len(cluster)),
        (1 + len(cluster), 1 + 2 * len(cluster)),
        (1 + 2 * len(cluster), 2 + 2 * len(cluster)),
    ]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("abc", 3),
        ("港へ", 4),
        ("cafe\u0301", 4),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467", 2),
        ("\x1b[m", 2),
    ],
)
def test_width_is_that_of_a_terminal(text: str, cells: int) -> None:
    assert width(text) == cells


@given(texts())
def test_offsets_rise_and_a_cluster_counts_from_its_first_code_point(text: str) -> None:
    cells = offsets(text)
    assert len(cells) == len(text) + 1
    assert cells == sorted(cells)
    for start, end in clusters(text):
        assert set(cells[start + 1 : end + 1]) == {cells[end]}


@given(st.text(max_size=30))
def test_clusters_cover_any_text_and_meet_at_boundaries(text: str) -> None:
    found = list(clusters(text))
    assert "".join(text[start:end] for start, end in found) == text
    assert all(is_boundary(text, start) for start, _ in found)


@given(st.text(max_size=30))
def test_what_is_visible_has_the_width_that_is_counted(text: str) -> None:
    shown = [text[start:end].replace("\t", " ") for start, end in visible(text, 0, len(text))]
    assert sum(map(cell_len, shown)) == width(text)
    assert not any(character < " " or character == "\x7f" for part in shown for character in part)
