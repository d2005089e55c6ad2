"""How the laws are tried: the same cases in every run, so that a change is judged by what it changes, and as
long as a slow machine takes for one.

`--hypothesis-profile=searching` tries others, and more of them.
"""

from __future__ import annotations

import gc
import os
import sys
from itertools import count
from operator import itemgetter
from typing import TYPE_CHECKING

from hypothesis import settings

if TYPE_CHECKING:
    import pytest

settings.register_profile("steady", max_examples=30, derandomize=True, deadline=None)
settings.register_profile("searching", max_examples=1000, deadline=None)
settings.load_profile("steady")

# Even where Python is told to keep nothing, or each worker would compile all tests anew: a tenth of a run.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

_TESTS_A_COLLECTION = 100
"""Tests between two collections of garbage: left to itself the collector takes a tenth of the time."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the long ones, and spread those that wait among those that work: no processor is idle."""
    terminal = [item for item in items if item.nodeid.startswith("tests/terminal/")]
    screens = [item for item in items if item.nodeid.startswith("tests/ui/")]
    others = [item for item in items if not item.nodeid.startswith(("tests/terminal/", "tests/ui/"))]
    placed = [(at / len(kind), item) for kind in (screens, others) for at, item in enumerate(kind)]
    items[:] = [*terminal, *(item for _, item in sorted(placed, key=itemgetter(0)))]


def pytest_collection_finish() -> None:
    """Have the garbage collector pass over what the tests have loaded, and wait until it is asked."""
    gc.collect()
    gc.freeze()
    gc.disable()


_counted = count(1)


def pytest_runtest_teardown() -> None:
    """Collect what some tests have left."""
    if next(_counted) % _TESTS_A_COLLECTION == 0:
        gc.collect()


def pytest_xdist_auto_num_workers() -> int:
    """Two workers a processor: about half of the time of a screen's test is waiting."""
    return 2 * (os.cpu_count() or 1)
