"""What is said after a batch of files."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.library.outcomes import Change, Outcome
from reader.library.results import Result
from reader.library.tally import Fate, Tally, fate_of, is_worth_a_line

ADDED = Result("/a", "added", "ao3:1", stored=Outcome(Change.ADDED, "ao3:1"))
UPDATED = Result("/a", "updated", "ao3:1", stored=Outcome(Change.UPDATED, "ao3:1", new=(4, 5)))
KNOWN = Result("/a", "same", "ao3:1")
ANOTHER = Result("/a", "same", "ao3:1", stored=Outcome(Change.SAME, "ao3:1", another=True))
OLDER = Result("/a", "same", "ao3:1", stored=Outcome(Change.SAME, "ao3:1", kept="older"))
SHORTER = Result("/a", "same", "ao3:1", stored=Outcome(Change.SAME, "ao3:1", kept="shorter", fewer=2))
SKIPPED = Result("/a", "skipped", detail="It was removed.")
FAILED = Result("/a", "failed", detail="It is no work.")
ALL = (ADDED, UPDATED, KNOWN, ANOTHER, OLDER, SHORTER, SKIPPED, FAILED)


def tally_of(results: list[Result]) -> Tally:
    tally = Tally()
    for result in results:
        tally.count(result)
    return tally


@given(st.lists(st.sampled_from(ALL)))
def test_every_file_is_counted_once_and_every_count_said(results: list[Result]) -> None:
    tally = tally_of(results)
    assert tally.total == len(results) == sum(tally[fate] for fate in Fate)
    said = tally.told()
    for fate in Fate:
        assert (f"{tally[fate]} {fate.value}" in said) is bool(tally[fate])


def test_it_is_said_in_words() -> None:
    assert tally_of([]).told() == "nothing to add"
    assert tally_of([ADDED, ADDED, UPDATED]).told() == "2 added, 1 updated (2 new chapters)"
    assert tally_of([UPDATED, UPDATED, ADDED]).news() == "2 works updated (4 new chapters), 1 added"
    assert tally_of([KNOWN, ANOTHER, OLDER, FAILED]).news() == ""


def test_only_what_was_left_out_is_worth_a_line() -> None:
    assert [result for result in ALL if is_worth_a_line(result)] == [SHORTER, SKIPPED, FAILED]
    assert [fate_of(result) for result in (ANOTHER, OLDER)] == [Fate.ANOTHER, Fate.SAME]
