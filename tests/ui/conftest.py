"""What most tests of screens begin with: a library that holds the sample work alone, and its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.ui.sample_screen import SAMPLE

import reader.ui.app
from reader.folders import find_folders
from reader.library import file_parsing_pool
from reader.ui.app import ReaderApp
from reader.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def _unsettled(monkeypatch: pytest.MonkeyPatch) -> None:
    """No app has the garbage of a whole run of tests collected, which takes longer than most tests."""
    monkeypatch.setattr(reader.ui.app, "_SETTLED", 3600.0)


@pytest.fixture(autouse=True)
def _parsed_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are parsed in this process: starting another takes longer than most tests."""
    monkeypatch.setattr(file_parsing_pool, "_MOST", 0)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A library with the sample."""
    workspace = Workspace(find_folders(tmp_path / "data"))
    assert workspace.catalogue.entry(SAMPLE)
    yield workspace
    workspace.close()


@pytest.fixture
def app(workspace: Workspace) -> ReaderApp:
    """The app, which begins with the sample's page."""
    return ReaderApp(workspace, SAMPLE)
