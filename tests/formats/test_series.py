from __future__ import annotations

import pytest

from reader.formats.series import read_one_series, read_series
from reader.work.model import SeriesPart


def test_series_from_links_keep_titles_with_commas_and_parts() -> None:
    text = "Part 2 of Salt, Part 1 of Rope,\n Part 14 of The Harbour Years"
    links = [("Salt, Part 1 of Rope", "https://a/series/1"), ("The Harbour Years", "https://a/series/2")]
    assert read_series(text, links) == (
        SeriesPart("Salt, Part 1 of Rope", 2.0, "https://a/series/1"),
        SeriesPart("The Harbour Years", 14.0, "https://a/series/2"),
    )


def test_series_from_text_alone() -> None:
    assert read_series("Part 2 of Salt and Rope, Part 14 of The Harbour Years") == (
        SeriesPart("Salt and Rope", 2.0),
        SeriesPart("The Harbour Years", 14.0),
    )
    assert read_series("nothing of the kind") == ()


@pytest.mark.parametrize(
    ("text", "series"),
    [
        ("The Harbour Years", SeriesPart("The Harbour Years")),
        ("Salt [and] Rope [2.5]", SeriesPart("Salt [and] Rope", 2.5)),
        ("Part 3 of Salt,\n Part 1", SeriesPart("Salt, Part 1", 3.0)),
        ("Salt [2b]", SeriesPart("Salt [2b]")),
        ("[2]", SeriesPart("[2]")),
    ],
)
def test_one_series_however_its_part_is_written(text: str, series: SeriesPart) -> None:
    assert read_one_series(text) == series
