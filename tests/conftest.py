"""How the laws are tried: the same cases in every run, so that a change is judged by what it changes, and as
long as a slow machine takes for one.

`--hypothesis-profile=searching` tries others, and more of them.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Generator

settings.register_profile("steady", max_examples=30, derandomize=True, deadline=None)
settings.register_profile("searching", max_examples=1000, deadline=None)
settings.load_profile("steady")

# Even where Python is told to keep nothing, or each worker would compile all tests anew: a tenth of a run.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

_OBJECTS_A_COLLECTION = 1_000_000
"""Objects between two collections of garbage, some 250 MB: the collector by itself takes a tenth of a run."""


def pytest_configure(config: pytest.Config) -> None:
    """Have each worker begin with other files, so that each compiles a part of them for all.

    And have it end without freeing, one by one, all that the tests have left, which takes most of a second.
    """
    worker: dict[str, Any] | None = getattr(config, "workerinput", None)
    if worker is None:
        return
    atexit.register(os._exit, 0)
    files = [path for named in config.args for path in _files_in(named)]
    begin = len(files) * int(worker["workerid"].removeprefix("gw")) // worker["workercount"]
    config.args[:] = files[begin:] + files[:begin]


@pytest.hookimpl(wrapper=True)
def pytest_sessionstart(session: pytest.Session) -> Generator[None, None, None]:
    """While the workers load, work out once which characters texts are made of: it takes each a second.

    Hypothesis keeps it in its folder, where they find it.
    """
    yield
    if session.config.pluginmanager.has_plugin("dsession"):
        st.text().validate()


def _files_in(named: str) -> list[str]:
    """The files of tests in a folder; what is no folder is itself."""
    folder = Path(named)
    return sorted(map(str, folder.rglob("test_*.py"))) if folder.is_dir() else [named]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the long ones, and spread those that wait among those that work: no processor is idle.

    The files are in one order for all workers, wherever each began.
    """
    items.sort(key=lambda item: item.path)
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


def pytest_runtest_teardown() -> None:
    """Collect what some tests have left, and pass over what is still there for good."""
    if gc.get_count()[0] > _OBJECTS_A_COLLECTION:
        gc.collect()
        gc.freeze()


def pytest_xdist_auto_num_workers() -> int:
    """Two workers a processor: about half of the time of a screen's test is waiting."""
    return 2 * (os.cpu_count() or 1)
