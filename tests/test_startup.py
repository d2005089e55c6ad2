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
    "reader.ui.passages.marking",
    "reader.ui.page.clock",
    "reader.reading.page_search",
    "reader.ui.panel.rows",
    "reader.ui.panel.showing",
    "reader.ui.reading.end_notes",
    "reader.ui.reading.following",
    "reader.ui.reading.goals",
    "reader.ui.page.only_page",
    "reader.ui.reading.finding",
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
NOT_FOR_THE_LIBRARY = {
    "reader.layout.pages",
    "reader.library.codec",
    "reader.library.outcomes",
    "reader.library.queries.evaluation",
    "reader.library.tally",
    "reader.reading.reading",
    "reader.settings.tag_table",
    "reader.state.store",
    "reader.ui.adding.adder",
    "reader.ui.adding.arrivals",
    "reader.ui.keys.sentences",
    "reader.ui.library.acting",
    "reader.ui.library.filtering",
    "reader.ui.library.hiding",
    "reader.ui.library.opening",
    "reader.ui.library.questions",
    "reader.ui.library.removing",
    "reader.ui.library.shelving",
    "reader.ui.library.tagging",
    "reader.ui.library.undoing",
    "reader.ui.question",
    "reader.ui.page.chapter_ticks",
    "reader.ui.screens.reading",
    "reader.ui.widgets.adding",
    "reader.ui.widgets.progress_line",
    "reader.ui.widgets.prompt",
    "reader.ui.works.blurbs",
    "reader.work.model",
}
NEVER_BEFORE_THE_FIRST_FRAME = {
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

START = """
import json, os, sys
from reader.cli import main, terminal
from reader.ui.widgets.{module} import {widget} as Widget

def first_row(self, y):
    if self.{filled}:
        os.write(1, json.dumps(sorted(sys.modules)).encode())
        os._exit(0)
    return draw(self, y)

terminal.has_screen = lambda: True
draw, Widget.render_line = Widget.render_line, first_row
sys.exit(main({words}))
"""
"""A start up to when the first row of what is wanted is drawn; then it prints which modules there are."""
RESUME = START.format(module="page", widget="PageView", filled="_columns", words=["resume"])
LIBRARY = START.format(module="work_list", widget="WorkList", filled="entries", words=[])


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


def loaded(start: str, data: Path) -> set[str]:
    """The modules there are once the first row is drawn."""
    done = subprocess.run(
        [sys.executable, "-c", start],
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
    return set(json.loads(done.stdout))


def test_going_on_with_a_work_loads_no_more_than_a_page_needs(data: Path) -> None:
    modules = loaded(RESUME, data)
    assert "reader.layout.pages" in modules
    assert sorted(modules & (NOT_FOR_A_PAGE | NEVER_BEFORE_THE_FIRST_FRAME)) == []


def test_the_library_loads_no_more_than_its_first_frame_shows(data: Path) -> None:
    modules = loaded(LIBRARY, data)
    assert "reader.ui.screens.library" in modules
    assert sorted(modules & (NOT_FOR_THE_LIBRARY | NEVER_BEFORE_THE_FIRST_FRAME)) == []


@pytest.mark.parametrize("module", sorted(NOT_FOR_A_PAGE | NOT_FOR_THE_LIBRARY))
def test_what_is_not_loaded_is_there_under_that_name(module: str) -> None:
    assert find_spec(module)
