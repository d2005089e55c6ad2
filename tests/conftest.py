"""How the laws are tried: the same cases in every run, so that a change is judged by what it changes, and as
long as a slow machine takes for one.

`--hypothesis-profile=searching` tries others, and more of them.
"""

from __future__ import annotations

import gc

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("searching", max_examples=1000, deadline=None)
settings.load_profile("steady")


def pytest_collection_finish() -> None:
    """Have the garbage collector pass over what the tests have loaded: it is there to the end."""
    gc.collect()
    gc.freeze()
