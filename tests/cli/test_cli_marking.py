from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from reader.state.records import new_bookmark
from reader.state.store import Store
from reader.work.locator import Locator

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said

    Reader = Callable[..., Said]


def mark(data: Path, work_id: str) -> None:
    """Put a bookmark into the state, as the app does."""
    store = Store(data, device="test")
    locator = Locator(1, "the first letter", "The First Letter", 60, "", "The lamp had been dark", "")
    bookmark = new_bookmark(
        kind="place", start=locator, text=locator.exact, now=datetime(2026, 11, 21, tzinfo=UTC)
    )
    store.change(work_id, lambda state: replace(state, bookmarks=(bookmark,)))
    store.save()


def test_an_empty_list_of_bookmarks_in_every_format(reader: Reader) -> None:
    assert reader("bookmarks").code == 0
    assert json.loads(reader("bookmarks", "--format", "json").out) == []
    assert reader("bookmarks", "reader:sample", "--format", "csv").code == 0


def test_bookmarks_come_in_every_format(reader: Reader, lighthouse: Path, data: Path) -> None:
    reader("add", str(lighthouse))
    work_id = json.loads(reader("list", "--json").out)[0]["id"]
    mark(data, work_id)

    markdown = reader("bookmarks", "nine", "letters").out
    (annotation,) = json.loads(reader("bookmarks", "--format", "json").out)
    head, row = reader("bookmarks", "--format", "csv").out.splitlines()

    assert "# Nine Letters to a Lighthouse" in markdown
    assert "> The lamp had been dark" in markdown
    assert annotation["type"] == "Annotation"
    assert head.startswith("work,title")
    assert row.startswith(work_id)


def test_bookmarks_of_a_removed_work_are_still_there(reader: Reader, lighthouse: Path, data: Path) -> None:
    reader("add", str(lighthouse))
    work_id = json.loads(reader("list", "--json").out)[0]["id"]
    mark(data, work_id)
    reader("remove", "letters")

    assert "The lamp had been dark" in reader("bookmarks").out
    assert "The lamp had been dark" in reader("bookmarks", work_id).out


def test_set_changes_status_and_own_tags(reader: Reader, lighthouse: Path) -> None:
    reader("add", str(lighthouse))

    assert reader("set", "nine letters", "--status", "paused", "--tag", "winter").code == 0
    assert json.loads(reader("list", 'my:"winter"', "--json").out)[0]["status"] == "paused"
    assert reader("set", "letters", "--untag", "winter").code == 0
    assert json.loads(reader("list", "my:winter", "--json").out) == []
    assert reader("set", "letters").code == 2
    assert reader("set", "letters", "--status", "burnt").code == 2
    assert reader("set", "zebra", "--status", "paused").code == 1


@pytest.mark.parametrize("option", ["--tag", "--untag"])
def test_a_tag_has_a_name_and_single_spaces(reader: Reader, option: str) -> None:
    assert reader("set", "reader:sample", option, " ").code == 2
    reader("set", "reader:sample", "--tag", " winter  reread")
    reader("set", "reader:sample", option, "winter reread ")
    assert len(json.loads(reader("list", "--json", 'my:"=winter reread"').out)) == (option == "--tag")


def test_another_machine_s_state_is_merged(
    reader: Reader, lighthouse: Path, data: Path, tmp_path: Path
) -> None:
    reader("add", str(lighthouse))
    work_id = json.loads(reader("list", "--json").out)[0]["id"]
    other = tmp_path / "other"
    other.mkdir()
    mark(other, work_id)

    assert reader("merge", str(other / "state.toml")).code == 0
    assert "The lamp had been dark" in reader("bookmarks").out
    assert reader("merge", str(tmp_path / "gone.toml")).code == 1
    (other / "state.toml").write_text("format = 7\n[works]\n", encoding="utf-8")
    assert reader("merge", str(other / "state.toml")).code == 1


def test_bookmarks_of_a_query_or_a_colour(reader: Reader, lighthouse: Path, data: Path) -> None:
    reader("add", str(lighthouse))
    work_id = json.loads(reader("list", "--json").out)[0]["id"]
    mark(data, work_id)

    assert "The lamp had been dark" in reader("bookmarks", "--where", "letters").out
    assert "The lamp had been dark" not in reader("bookmarks", "--where", "zebra").out
    assert "The lamp had been dark" in reader("bookmarks", "--colour", "yellow").out
    assert "The lamp had been dark" not in reader("bookmarks", "--colour", "blue").out
    assert reader("bookmarks", "--colour", "mauve").code == 2
    assert reader("bookmarks", "--where", "words:(").code == 2


def test_bookmarks_come_back_from_json(reader: Reader, lighthouse: Path, data: Path, tmp_path: Path) -> None:
    reader("add", str(lighthouse))
    work_id = json.loads(reader("list", "--json").out)[0]["id"]
    mark(data, work_id)
    file = tmp_path / "marks.json"
    file.write_text(reader("bookmarks", "--format", "json").out, encoding="utf-8")
    assert "there already" in reader("bookmarks", "--import", str(file)).out

    (annotation,) = json.loads(file.read_text(encoding="utf-8"))
    annotation["id"] = "urn:reader:b-77"
    annotation["target"]["styleClass"] = "blue"
    lost = json.loads(json.dumps(annotation))
    lost["id"] = "urn:reader:b-78"
    lost["target"]["selector"][1]["exact"] = "zebras danced upon the moon all winter"
    unknown = json.loads(json.dumps(annotation))
    unknown["target"] |= {"work": "ao3:999", "source": "ao3:999"}
    file.write_text(json.dumps([annotation, lost, unknown]), encoding="utf-8")
    said = reader("bookmarks", "--import", str(file))
    assert said.code == 1
    assert "not in the library" in said.err
    assert "not found, its quotation is kept" in said.out
    assert "2 bookmarks taken in" in said.out
    blue = reader("bookmarks", "--colour", "blue").out
    assert "The lamp had been dark" in blue
    assert "zebras danced" in blue


@pytest.mark.parametrize(
    "text", ["", "{", "[" * 100_000, "\x00", '{"a": 1}', "[1]", '[{"type": "Annotation"}]']
)
def test_a_file_that_is_no_bookmarks_is_refused_in_one_line(
    reader: Reader, tmp_path: Path, text: str
) -> None:
    file = tmp_path / "marks.json"
    file.write_text(text, encoding="utf-8")
    said = reader("bookmarks", "--import", str(file))
    assert said.code == 1
    assert len(said.err.splitlines()) == 1
    assert "marks.json" in said.err
