"""Breaks that took long to choose are chosen once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.folders import find_folders
from reader.layout import opportunities
from reader.layout.style import PageStyle, Setting
from reader.reading.reading import Reading
from reader.workspace import SAMPLE_ID, Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STYLE = PageStyle(
    measure=50, height=20, setting=Setting.JUSTIFIED, whole=True, hyphenation=True, language="en"
)


class Shelf:
    """Breaks kept in memory. It changes: it counts what was saved."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.saved = 0

    def load(self, key: str) -> bytes:
        return self.kept.get(key, b"")

    def save(self, key: str, data: bytes) -> None:
        self.saved += 1
        self.kept[key] = data


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = Workspace(find_folders(tmp_path / "data"))
    yield opened
    opened.close()


def open_sample(workspace: Workspace, shelf: Shelf, style: PageStyle = STYLE) -> Reading:
    return Reading(workspace.work_info(SAMPLE_ID), workspace.catalogue, style, shelf)


def test_a_chapter_opened_again_is_the_same_without_choosing(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf()
    first = open_sample(workspace, shelf)
    lines = first.lines()
    list(first.prepare())
    list(first.prepare())
    assert shelf.saved == 1

    monkeypatch.setattr(opportunities, "opportunities", lambda *_, **__: pytest.fail("chosen again"))
    assert open_sample(workspace, shelf).lines() == lines


def test_kept_breaks_serve_pages_of_any_height(workspace: Workspace) -> None:
    shelf = Shelf()
    first = open_sample(workspace, shelf)
    first.lines()
    list(first.prepare())
    again = open_sample(workspace, shelf)
    again.style = again.style._replace(height=31)
    again.lines()
    list(again.prepare())
    assert len(shelf.kept) == 1


def test_what_is_damaged_is_chosen_anew(workspace: Workspace) -> None:
    shelf = Shelf()
    first = open_sample(workspace, shelf)
    lines = first.lines()
    list(first.prepare())
    shelf.kept = dict.fromkeys(shelf.kept, b"rubbish!")
    assert open_sample(workspace, shelf).lines() == lines


def test_breaks_found_line_by_line_are_not_kept(workspace: Workspace) -> None:
    shelf = Shelf()
    reading = open_sample(workspace, shelf, PageStyle())
    reading.lines()
    list(reading.prepare())
    assert not shelf.kept
