"""A folder with works, and a data directory that is not there yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.workspace.data_directory import opened
from tests.workspace.followed_work import Followed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXTS = {
    "harbour.txt": "The Harbour Bell\n\nIt rang twice in the fog. Nobody had touched the rope.\n",
    "orchard.txt": "An Orchard in Winter\n\nThe ladders were still out. Snow lay on every rung but one.\n",
}


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder with two works."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def followed(data: Path, tmp_path: Path) -> Iterator[Followed]:
    """A work whose file is `tmp_path`/salt.html, not there yet."""
    with opened(data) as workspace:
        yield Followed(workspace, tmp_path / "salt.html")
