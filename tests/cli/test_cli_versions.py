from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.formats.ao3_page import Page, PageChapter, render

from reader.state.errors import StateError
from reader.state.store import Store
from reader.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said

    Reader = Callable[..., Said]

LAMP = PageChapter("<p>The lamp had been dark for a week when the letter came up the stairs.</p>", "The Lamp")
TIDE = PageChapter(
    "<p>Nobody in the village would row against a tide like that one, not for gold.</p>", "The Tide"
)
FIRST = Page((LAMP, TIDE), updated="2024-01-02", words=30)
NEWER = replace(
    FIRST,
    chapters=(LAMP, TIDE, PageChapter("<p>Ines did, and sang.</p>", "Ines")),
    updated="2024-02-02",
    words=34,
)
SHORTER = replace(FIRST, chapters=(TIDE,), updated="2024-03-02", words=15)


@pytest.fixture
def work(tmp_path: Path) -> Path:
    path = tmp_path / "salt.html"
    path.write_bytes(render(FIRST))
    return path


def test_what_came_of_a_file_is_said_in_words(reader: Reader, work: Path) -> None:
    assert reader("add", str(work)).out == "added: The Salt Road [ao3:1234567]\n1 added\n"
    work.write_bytes(render(NEWER))
    said = reader("add", str(work))
    assert (
        said.out == "updated: The Salt Road: 1 new chapter (Ines) [ao3:1234567]\n1 updated (1 new chapter)\n"
    )
    work.write_bytes(render(SHORTER))
    line, count = reader("add", str(work)).out.splitlines()
    assert line.startswith(
        "already there: The Salt Road: a shorter version, with 2 chapters fewer; the longer text stays"
    )
    assert "reader set --source" in line
    assert count == "1 shorter than the text kept"


def test_show_lists_the_sources_and_set_takes_one(reader: Reader, work: Path) -> None:
    reader("add", str(work))
    work.write_bytes(render(SHORTER))
    reader("add", str(work))
    said = reader("show", "salt", "road").out
    assert f"{work} " in said
    assert "its copy alone is there (in use)" in said

    assert reader("set", "salt road", "--source", "2").code == 0
    shown = json.loads(reader("show", "salt", "road", "--json").out)
    assert [chapter["title"] for chapter in shown["chapters"]] == ["The Tide"]
    assert [(s["path"], s["chapters"], s["in_use"], s["chosen"]) for s in shown["sources"]] == [
        (str(work), 1, True, True),
        (None, 2, False, False),
    ]
    assert "superseded versions" in reader("doctor").out
    assert reader("set", "salt road", "--source", "best").code == 0
    assert len(json.loads(reader("show", "salt", "road", "--json").out)["chapters"]) == 2


def test_a_superseded_source_is_let_go_and_no_other(reader: Reader, work: Path) -> None:
    reader("add", str(work))
    work.write_bytes(render(NEWER))
    reader("add", str(work))
    assert "let-go" in reader("show", "salt", "road").out
    said = reader("set", "salt road", "--let-go", "1")
    assert (said.code, said.err.count("\n")) == (1, 1)
    assert reader("set", "salt road", "--let-go", "2").code == 0
    (left,) = json.loads(reader("show", "salt", "road", "--json").out)["sources"]
    assert (left["path"], left["in_use"]) == (str(work), True)
    assert "superseded versions" not in reader("doctor").out


@pytest.mark.parametrize(("number", "code"), [("3", 1), ("0", 2), ("most", 2)])
def test_a_source_there_is_none_of_is_refused(reader: Reader, work: Path, number: str, code: int) -> None:
    reader("add", str(work))
    said = reader("set", "salt road", "--source", number)
    assert (said.code, said.err.count("\n")) == (code, 1)


def test_new_chapters_are_shown_until_they_are_seen(reader: Reader, work: Path, data: Path) -> None:
    reader("add", str(work))
    reader("set", "salt road", "--status", "finished")
    work.write_bytes(render(NEWER))
    reader("add", str(work))
    shown = json.loads(reader("list", "--json").out)[0]
    assert (shown["new_chapters"], shown["status"]) == (1, "reading")
    assert "1 chapter" in reader("show", "salt", "road").out
    assert Store(data, device="x").work("ao3:1234567").new_chapters is not None
    assert reader("set", "salt road", "--seen").code == 0
    assert json.loads(reader("list", "--json").out)[0]["new_chapters"] == 0


def test_a_batch_that_can_not_be_saved_still_says_what_was_done(
    reader: Reader, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def save(_: Workspace) -> bool:
        raise StateError("state.toml could not be saved: No space left on device")

    monkeypatch.setattr(Workspace, "save", save)
    said = reader("add", str(work))
    assert said.out.splitlines()[-1] == "1 added"
    assert (said.code, said.err.count("\n")) == (1, 1)
