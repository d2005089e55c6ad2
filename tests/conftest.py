"""How the laws are tried: the same cases in every run, so that a change is judged by what it changes, and as
long as a slow machine takes for one.

`--hypothesis-profile=searching` tries others, and more of them.
"""

from __future__ import annotations

import gc
import os

from hypothesis import settings

settings.register_profile("steady", max_examples=60, derandomize=True, deadline=None)
settings.register_profile("searching", max_examples=1000, deadline=None)
settings.load_profile("steady")


_SELDOM = (50_000, 20, 20)
"""After how much the garbage collector looks again: by default it takes a quarter of the time."""


def pytest_collection_finish() -> None:
    """Have the garbage collector pass over what the tests have loaded: it is there to the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_SELDOM)


def pytest_xdist_auto_num_workers() -> int:
    """Two workers a processor: half of the time of a screen's test is waiting."""
    return 2 * (os.cpu_count() or 1)
