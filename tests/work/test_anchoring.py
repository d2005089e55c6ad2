"""Places are found again after what authors do to their works; `tests/benchmarks/anchoring.py` at length."""

from __future__ import annotations

import pytest
from tests.benchmarks.anchoring import Tally, measured, met
from tests.benchmarks.edited_works import first_version
from tests.benchmarks.made_works import prose

from reader.work.locator import Match


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    plain = first_version(
        (title, prose(900, seed=seed).split("\n\n")) for seed, title in enumerate(["Rope", "Lamp", "Tide"])
    )
    untitled = first_version(("", prose(700, seed=seed).split("\n\n")) for seed in range(40, 44))
    return measured([plain, untitled], places=60)


def test_the_goals_are_met_for_every_kind_of_edit(tallies: dict[str, Tally]) -> None:
    assert len(tallies) > 10
    assert [name for name, result in tallies.items() if not met(name, result)] == []


def test_every_answer_is_given_by_some_edit(tallies: dict[str, Tally]) -> None:
    answers = sum((result.untouched + result.touched for result in tallies.values()), Tally().untouched)
    assert {match for match, _ in answers} >= set(Match) - {Match.APPROXIMATE}


def test_a_missed_goal_is_told() -> None:
    result = Tally()
    result.untouched[Match.MOVED, False] += 2
    result.untouched[Match.MOVED, True] += 98
    assert not met("typos corrected", result)
    assert not met("words changed", result)
    wrong = Tally(false_exact=1)
    assert not met("typos corrected", wrong)
    assert not met("everything at once", wrong)
