"""What is not loaded before the first page is on the screen: everyone would wait for it at every start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

from reader.folders import find_folders
from reader.layout.style import PageStyle
from reader.reading.keeping import Keeping
from reader.reading.reading import Reading
from reader.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

NOT_FOR_A_PAGE = {
    "reader.first_frame.keeping",
    "reader.ui.last_frames.frames",
    "reader.ui.terminal.painted",
    "reader.cli.output",
    "reader.layout.opportunities",
    "reader.layout.syllables",
    "reader.layout.total_fit",
    "reader.reading.finding",
    "reader.reading.text_folding",
    "reader.reading.footnotes",
    "reader.formats",
    "reader.reading.keeping",
    "reader.layout.tables",
    "reader.library.queries.evaluation",
    "reader.library.queries.facets",
    "reader.library.file_rows",
    "reader.library.importing",
    "reader.library.queries.query",
    "reader.library.text_search.searching",
    "reader.library.storing",
    "reader.reading.links",
    "reader.reading.pace",
    "reader.reading.reading_time",
    "reader.reading.story_words",
    "reader.state.devices",
    "reader.state.records",
    "reader.state.store",
    "reader.ui.library.model",
    "reader.ui.problems",
    "reader.ui.reading.marking",
    "reader.ui.reading.page_clock",
    "reader.reading.page_search",
    "reader.ui.reading.panel_rows",
    "reader.ui.reading.reading_panel",
    "reader.ui.reading.end_notes",
    "reader.ui.reading.following",
    "reader.ui.reading.goals",
    "reader.ui.reading.only_page",
    "reader.ui.reading.page_finding",
    "reader.ui.screens.help",
    "reader.ui.screens.library",
    "reader.ui.screens.note",
    "reader.ui.screens.too_small",
    "reader.ui.widgets.banner",
    "reader.ui.widgets.prompt",
    "reader.ui.widgets.side_panel",
    "reader.work.likeness",
    "reader.work.moved_places",
    "reader.work.paragraphs",
    "reader.work.titles",
    "reader.workspace.decisions",
    "reader.workspace.mirroring",
    "reader.workspace.taking_in",
    "reader.workspace.watched_store",
}
LIBRARIES_NOT_FOR_A_PAGE = {
    "argparse",
    "charset_normalizer",
    "filelock",
    "hashlib",
    "importlib.metadata",
    "lxml",
    "secrets",
    "tomli_w",
    "tomlkit",
    "tomllib",
}

RESUME = """
import json, os, sys
from reader.cli import main, terminal
from reader.ui.widgets.page import PageView

def first_row(self, y):
    if self._columns:
        os.write(1, json.dumps(sorted(sys.modules)).encode())
        os._exit(0)
    return draw(self, y)

terminal.has_screen = lambda: True
draw, PageView.render_line = PageView.render_line, first_row
sys.exit(main(["resume"]))
"""
"""`reader resume` up to when the first row of its page is drawn; then it prints which modules there are."""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data directory with a work that was begun."""
    file = tmp_path / "lamp.txt"
    file.write_text("The Lamp\n\n" + "She lit it again, and again it went out.\n\n" * 400, encoding="utf-8")
    workspace = Workspace(find_folders(tmp_path / "data"))
    (result,) = workspace.add([file])
    reading = Reading(workspace.work_info(result.id), workspace.catalogue, PageStyle())
    assert reading.turn(3)
    Keeping(reading, workspace.store).remember_place()
    assert workspace.save()
    workspace.close()
    return tmp_path / "data"


def test_going_on_with_a_work_loads_no_more_than_a_page_needs(data: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", RESUME],
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env={
            **os.environ,
            "READER_DATA_DIR": str(data),
            "TEXTUAL_DRIVER": "textual.drivers.headless_driver:HeadlessDriver",
        },
    )
    assert done.returncode == 0, done.stderr.decode()
    loaded = set(json.loads(done.stdout))

    assert "reader.layout.pages" in loaded
    assert sorted(loaded & (NOT_FOR_A_PAGE | LIBRARIES_NOT_FOR_A_PAGE)) == []


@pytest.mark.parametrize("module", sorted(NOT_FOR_A_PAGE))
def test_what_is_not_loaded_is_there_under_that_name(module: str) -> None:
    assert find_spec(module)
