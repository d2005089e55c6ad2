from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.library.series_parts import missing_parts, next_of, part_numbers, part_of
from reader.work.model import SeriesPart, WorkInfo

PARTS = st.lists(st.integers(1, 40), max_size=12, unique=True)


def part(title: str, number: float | None, *, of: str = "The Salt Road") -> WorkInfo:
    return WorkInfo(title, title, ("ana",), (), series=(SeriesPart("Others", 1), SeriesPart(of, number)))


@given(PARTS)
def test_parts_and_what_is_missing_of_them_are_all_there_are(parts: list[int]) -> None:
    assert sorted([*parts, *missing_parts(parts)]) == list(range(1, max(parts, default=0) + 1))


def test_parts_without_a_number_and_slips_say_nothing_of_others() -> None:
    assert missing_parts([None, 2, 2.5]) == [1]
    assert missing_parts([1, 2019]) == []


def test_parts_are_named_in_runs() -> None:
    assert part_numbers([]) == ""
    assert part_numbers([3]) == "part 3"
    assert part_numbers([2, 3, 4, 7]) == "parts 2–4 and 7"
    assert part_numbers([1, 3, 5]) == "parts 1, 3 and 5"


def test_a_series_is_known_by_its_name_however_it_is_written() -> None:
    assert part_of(part("Tide", 2, of="the  SALT road"), "The Salt Road") == 2
    assert part_of(part("Tide", 2), "Another") is None


@given(PARTS, st.integers(1, 40))
def test_the_next_part_is_the_nearest_one_after(parts: list[int], here: int) -> None:
    works = [part(str(number), number) for number in parts]
    found = next_of(part("here", here), SeriesPart("The Salt Road", here), works)
    assert (found and int(found.title)) == min((number for number in parts if number > here), default=None)


def test_nothing_follows_a_part_without_a_number() -> None:
    assert next_of(part("here", None), SeriesPart("The Salt Road"), [part("other", 1)]) is None
