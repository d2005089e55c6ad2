"""A store in a folder of its own, with a clock that stands until it is moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.state.changes import START

from reader.state.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def open_store(tmp_path: Path, clock: Clock) -> Callable[..., Store]:
    return lambda device="kitchen-3f2a": Store(tmp_path / "data", device=device, now=clock)
