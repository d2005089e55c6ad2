"""What most tests of screens begin with: a library that holds the sample work alone, and its page."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from tests.ui.parsed_styles import parsed_once
from tests.ui.sample_screen import SAMPLE
from textual.css.stylesheet import Stylesheet

from reader.folders import find_folders
from reader.library import file_parsing_pool
from reader.ui import settling
from reader.ui.app import ReaderApp
from reader.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def _unsettled(monkeypatch: pytest.MonkeyPatch) -> None:
    """No app has the garbage of a whole run of tests collected, which takes longer than most tests."""
    monkeypatch.setattr(settling, "_SETTLED", 3600.0)


@pytest.fixture(autouse=True)
def _parsed_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are parsed in this process: starting another takes longer than most tests."""
    monkeypatch.setattr(file_parsing_pool, "_MOST", 0)


@pytest.fixture(scope="session", autouse=True)
def _styles_parsed_once() -> Iterator[None]:
    """Every app has the same style sheets: parsing them takes a tenth of a short test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parsed_once(Stylesheet._parse_rules))
        yield


@pytest.fixture(scope="session")
def with_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory whose library holds the sample, which no test changes."""
    folder = tmp_path_factory.mktemp("sample") / "data"
    workspace = Workspace(find_folders(folder))
    assert workspace.catalogue.entry(SAMPLE)
    workspace.close()
    return folder


@pytest.fixture
def workspace(with_sample: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A library with the sample."""
    workspace = Workspace(find_folders(shutil.copytree(with_sample, tmp_path / "data")))
    assert workspace.catalogue.entry(SAMPLE)
    yield workspace
    workspace.close()


@pytest.fixture
def app(workspace: Workspace) -> ReaderApp:
    """The app, which begins with the sample's page."""
    return ReaderApp(workspace, SAMPLE)
