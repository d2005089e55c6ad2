"""Searching on a thread: in parts, as far as is wanted, and only what was asked last."""

from __future__ import annotations

import queue
import threading
from typing import TYPE_CHECKING

import pytest

from reader.library.text_search.searcher import Answer, TextSearcher
from reader.library.text_search.searching import Wanted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.library.conftest import MakeWork, Put

    from reader.library.catalogue import Catalogue

WORKS = 70
_SECONDS = 20


@pytest.fixture
def answers() -> queue.Queue[Answer]:
    return queue.Queue()


@pytest.fixture
def searcher(
    catalogue: Catalogue, put: Put, make_work: MakeWork, answers: queue.Queue[Answer]
) -> Iterator[TextSearcher]:
    for number in range(WORKS):
        put(make_work(f"ao3:{number}", "The lantern.", f"Lamp {number}."), f"/{number}", str(number))
    made = TextSearcher(catalogue.path, answers.put, Wanted())
    yield made
    made.close()
    made.join()


def found_until(answers: queue.Queue[Answer], question: int, works: int) -> list[str]:
    """The works of a question, once there are so many."""
    found: list[str] = []
    while len(found) < works:
        answer = answers.get(timeout=_SECONDS)
        assert answer.question == question
        assert not answer.problem
        found += [work.id for work in answer.found]
    return found


def test_as_many_works_as_are_wanted_are_found_and_the_rest_later(
    searcher: TextSearcher, answers: queue.Queue[Answer]
) -> None:
    question = searcher.ask("lantern", None, 3)
    first = answers.get(timeout=_SECONDS)
    assert (first.works, first.chapters, first.found) == (WORKS, WORKS, ())
    some = found_until(answers, question, 3)
    assert len(some) < WORKS
    with pytest.raises(queue.Empty):
        answers.get(timeout=0.05)
    searcher.go_on(WORKS)
    assert len({*some, *found_until(answers, question, WORKS - len(some))}) == WORKS


def test_only_what_was_asked_last_is_answered_in_the_end(
    searcher: TextSearcher, answers: queue.Queue[Answer]
) -> None:
    for number in range(WORKS - 1):
        searcher.ask(f"lamp {number} OR lantern", None, WORKS)
    last = searcher.ask("lamp 69", frozenset({"ao3:69", "ao3:1"}), WORKS)
    answer = answers.get(timeout=_SECONDS)
    while answer.question < last or not answer.found:
        assert not answer.problem
        answer = answers.get(timeout=_SECONDS)
    assert [found.id for found in answer.found] == ["ao3:69"]


def test_nothing_is_told_once_it_is_closed(searcher: TextSearcher, answers: queue.Queue[Answer]) -> None:
    searcher.ask("lantern", None, 1)
    searcher.close()
    searcher.join()
    told = answers.qsize()
    searcher.go_on(WORKS)
    assert answers.qsize() == told
    assert not [thread for thread in threading.enumerate() if thread.name == "text search"]


def test_a_catalogue_that_can_not_be_read_is_a_line(tmp_path: Path, answers: queue.Queue[Answer]) -> None:
    searcher = TextSearcher(tmp_path / "nowhere" / "library.db", answers.put, Wanted())
    searcher.ask("lantern", None, 1)
    problem = answers.get(timeout=_SECONDS).problem
    searcher.close()
    searcher.join()
    assert "can't be opened" in problem
