"""What the reader is told when nothing can be saved: at each mark, and at the end."""

from __future__ import annotations

import errno
import os
from functools import partial
from typing import TYPE_CHECKING

import pytest
from tests.ui.sample_screen import SAMPLE
from tests.ui.waiting import until

from reader.state.errors import StateError
from reader.state.store import Store
from reader.ui import app as app_module
from reader.ui.running import run

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.ui.app import ReaderApp
    from reader.workspace import Workspace

FULL = os.strerror(errno.ENOSPC)


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def save(self: Store) -> bool:
        raise StateError(f"{self.path} could not be saved: {FULL}")

    monkeypatch.setattr(Store, "save", save)


def _is_other(count: Callable[[], int], before: int) -> bool:
    return count() != before


@pytest.mark.usefixtures("full_disk")
async def test_each_mark_that_can_not_be_saved_is_spoken_of(app: ReaderApp) -> None:
    def said() -> int:
        return sum(FULL in notification.message for notification in app._notifications)

    async with app.run_test(size=(80, 24)) as pilot:
        for before in range(3):
            await pilot.press("space", "m")
            await until(pilot, partial(_is_other, said, before))
            assert said() == before + 1


@pytest.mark.usefixtures("full_disk")
def test_the_end_says_that_the_place_was_not_saved(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_a_page(self: ReaderApp) -> int:
        self.saver.now()
        return 0

    monkeypatch.setattr(app_module.ReaderApp, "run", read_a_page)

    with pytest.raises(StateError, match=FULL):
        run(workspace, SAMPLE)
