from __future__ import annotations

from collections import Counter
from itertools import islice

from tests.library.zipf_library import zipf_entries, zipf_works

from reader.work.model import TagKind


def test_a_work_has_as_many_tags_as_on_an_archive() -> None:
    numbers = [len(info.tags) for info in zipf_works(1000)]
    assert min(numbers) == 15
    assert 35 <= max(numbers) <= 40


def test_few_tags_are_everywhere_and_most_in_one_work() -> None:
    used = Counter(name for info in zipf_works(3000) for name in info.names(TagKind.ADDITIONAL))
    ranked = [number for _, number in used.most_common()]
    assert ranked[0] > 8 * ranked[20] > 30
    assert sum(number == 1 for number in ranked) > len(ranked) / 2


def test_the_same_works_come_every_time() -> None:
    assert list(islice(zipf_works(500), 50)) == list(zipf_works(50))
    assert zipf_entries(50) == zipf_entries(50)
