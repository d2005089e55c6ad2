"""What a reading leaves in the state, and finds there again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.folders import find_folders
from reader.layout.style import PageStyle
from reader.reading.keeping import Keeping
from reader.reading.reading import Reading
from reader.workspace import SAMPLE_ID, Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    workspace = Workspace(find_folders(tmp_path))
    yield workspace
    workspace.close()


@pytest.fixture
def keeping(workspace: Workspace) -> Keeping:
    info = workspace.work_info(SAMPLE_ID)
    return Keeping(Reading(info, workspace.catalogue, PageStyle(measure=50, height=20)), workspace.store)


def test_the_settings_of_one_work_last_and_go_when_taken_back(workspace: Workspace, keeping: Keeping) -> None:
    assert keeping.view() == {}
    keeping.set_view({"theme": "sepia", "measure": 60})
    assert keeping.view() == {"measure": 60, "theme": "sepia"}
    workspace.save()
    keeping.set_view(None)
    assert keeping.view() == {}
    workspace.save()
    kept = workspace.store.work(SAMPLE_ID).view
    assert kept is not None  # so that no other machine brings back what was there before


def test_settings_set_again_are_no_change(workspace: Workspace, keeping: Keeping) -> None:
    keeping.set_view(None)
    assert not workspace.store.dirty
    keeping.set_view({"measure": 60})
    workspace.save()
    keeping.set_view({"measure": 60})
    assert not workspace.store.dirty
