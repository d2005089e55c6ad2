"""Where tests of the program in a terminal begin: a reader who has opened the sample."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from tests.terminal.pseudo_terminal import READER, Terminal
from tests.terminal.sample_terminal import CTRL_Q, begin

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory in which the sample is begun, which no test changes."""
    folder = tmp_path_factory.mktemp("begun") / "data"
    with Terminal(READER, data_dir=folder) as terminal:
        terminal.wait("The Salt Road")
        terminal.settle()
        terminal.send("\r")
        begin(terminal)
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end().code == 0
    return folder


@pytest.fixture
def data_dir(begun: Path, tmp_path: Path) -> Path:
    """A data directory of the test's own in which the sample is begun."""
    return shutil.copytree(begun, tmp_path / "data")
