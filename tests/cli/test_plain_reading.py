"""Reading in lines: what is typed, what is shown, what is kept."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest

from reader.cli.plain_reading import read_in_lines
from reader.folders import find_folders
from reader.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PARAGRAPHS = 30
CHAPTERS = 3


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A library with a work of three chapters of thirty paragraphs, each with its number."""
    chapters = (
        f"Chapter {n}\n\n"
        + "\n\n".join(f"Paragraph {n}.{m} is here. " + "And on. " * 30 for m in range(PARAGRAPHS))
        for n in range(1, CHAPTERS + 1)
    )
    file = tmp_path / "lamp.txt"
    file.write_text("The Lamp\n\n" + "\n\n".join(chapters), encoding="utf-8")
    workspace = Workspace(find_folders(tmp_path / "data"))
    assert list(workspace.add([file]))
    yield workspace
    workspace.close()


def read(workspace: Workspace, typed: str, monkeypatch: pytest.MonkeyPatch, **how: int) -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    return read_in_lines(workspace, workspace.find("lamp").info.id, chapter=how.get("chapter"))


def shown(output: str) -> list[str]:
    """The numbers of the paragraphs shown."""
    return re.findall(r"Paragraph (\d+\.\d+) is", output)


ALL = [f"{n}.{m}" for n in range(1, CHAPTERS + 1) for m in range(PARAGRAPHS)]


def test_reading_on_shows_every_paragraph_once_and_whole(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("PAGER", raising=False)
    assert read(workspace, "\n" * 200, monkeypatch) == 0
    output = capsys.readouterr().out

    assert shown(output) == ALL
    assert output.count("And on.") == 30 * len(ALL)
    assert output.rstrip().endswith("This is the end.")
    assert "\x1b" not in output
    state = workspace.store.work(workspace.find("lamp").info.id)
    assert state.status
    assert state.position
    assert state.position.progress == 1


def test_it_goes_on_where_it_was_left(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("PAGER", raising=False)
    read(workspace, "\n\nq\n", monkeypatch)
    last = shown(capsys.readouterr().out)
    read(workspace, "", monkeypatch)
    again = shown(capsys.readouterr().out)
    assert again
    assert again[-1] == last[-1]


def test_chapters_marks_and_what_is_not_there(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("PAGER", raising=False)
    read(workspace, "9\nn\nm\nc\np\nb\nxyz\nq\n", monkeypatch, chapter=2)
    output = capsys.readouterr().out
    assert "There are chapters from 1 to 3." in output
    assert shown(output)[0] == "2.0"
    assert "3.0" in shown(output)
    assert "Marked." in output
    (mark,) = workspace.bookmarks()
    assert mark.bookmark.start.chapter == 3
    assert "Chapter 3, " in output


def test_a_pager_is_given_a_chapter_at_a_time(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PAGER", "cat -u")
    read(workspace, "\n\n\n\n", monkeypatch)
    assert shown(capfd.readouterr().out) == ALL

    monkeypatch.setenv("PAGER", "/nowhere/less")
    read(workspace, "q\n", monkeypatch, chapter=1)
    out, err = capfd.readouterr()
    assert "can't be started" in err
    assert shown(out)[0] == "1.0"
