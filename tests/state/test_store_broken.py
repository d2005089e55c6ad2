"""A broken file is set aside and never written over; reading goes on with what is good."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.state.stores import give_title, open_store, with_titles

if TYPE_CHECKING:
    from pathlib import Path

BROKEN = {
    "not TOML": b"<html>",
    "cut short": b'format = 1\n\n[works."ao3:1"]\ntitle = "The Sal',
    "a key twice": b'format = 1\n\n[works."ao3:1"]\ntitle = "a"\ntitle = "b"\n',
    "a work twice": b'format = 1\n\n[works."ao3:1"]\ntitle = "a"\n\n[works."ao3:1"]\ntitle = "b"\n',
    "not UTF-8": b'format = 1\n\n[works."ao3:1"]\ntitle = "\xff\xfe"\n',
    "empty": b"",
    "zeros": b"\0" * 400,
    "works of no shape": b"format = 1\nworks = 3\n",
    "a work of no shape": b'format = 1\nworks."ao3:1" = 3\n',
    "conflict markers": b'format = 1\n<<<<<<< HEAD\n[works."ao3:1"]\ntitle = "a"\n>>>>>>>\n',
    "nested deeply": b"format = 1\nx = " + b"[" * 3000,
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_is_set_aside_and_the_backup_used(content: bytes, tmp_path: Path) -> None:
    path = with_titles(tmp_path, "The Salt Road", "The Salt Road")
    other = open_store(tmp_path)
    for title in ("Low Tide", "Low Tide, again"):
        give_title(other, "ao3:7", title)
        other.save()
    path.write_bytes(content)
    store = open_store(tmp_path)
    notice = store.notice
    assert notice is not None
    aside = tmp_path / "state.toml.broken-2026-11-21T10-03-12"
    assert aside.read_bytes() == content
    assert str(path) in notice
    assert aside.name in notice
    assert "state.toml.bak" in notice
    assert store.refusal is None
    assert "\n" not in notice
    assert store.work("ao3:7").title == "Low Tide"
    assert store.work("ao3:1").title in ("The Salt Road", "b")
    give_title(store, "ao3:2", "New")
    store.save()
    again = open_store(tmp_path)
    assert again.notice is None
    assert again.work("ao3:2").title == "New"
    assert aside.read_bytes() == content


def test_what_is_still_readable_in_a_broken_file_is_not_lost(tmp_path: Path) -> None:
    path = with_titles(tmp_path, "Old")
    store = open_store(tmp_path)
    give_title(store, "ao3:2", "Newest")
    store.save()
    with path.open("a", encoding="utf-8") as file:
        file.write("\n[[[\n")
    store = open_store(tmp_path)
    assert store.work("ao3:1").title == "Old"
    assert store.notice


def test_broken_files_never_take_each_others_place(tmp_path: Path) -> None:
    path = with_titles(tmp_path, "One", "Two")
    for number in range(3):
        path.write_text(f"broken {number}")
        assert open_store(tmp_path).notice
    assert sorted(file.read_text() for file in tmp_path.glob("*.broken-*")) == [
        f"broken {n}" for n in range(3)
    ]


def test_a_broken_backup_is_passed_over(tmp_path: Path) -> None:
    path = with_titles(tmp_path, "One", "Two", "Three")
    path.write_text("broken")
    (tmp_path / "state.toml.bak").unlink()
    (tmp_path / "state.toml.bak").write_text("broken too")
    store = open_store(tmp_path)
    assert store.work("ao3:1").title == "One"
    assert "state-2026-11-21.toml.gz" in (store.notice or "")


def test_without_any_backup_the_state_begins_anew(tmp_path: Path) -> None:
    (tmp_path / "state.toml").write_text("broken")
    store = open_store(tmp_path)
    assert "no backup" in (store.notice or "")
    assert list(store.ids()) == []
    give_title(store, "ao3:1", "New")
    assert store.save()


def test_a_break_far_inside_a_big_file_is_noticed_before_it_is_written_over(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    for number in range(300):
        store.change(f"ao3:{number}", lambda record: replace(record, title="x" * 400))
    store.save()
    give_title(store, "ao3:0", "The Salt Road")
    store.save()
    broken = store.path.read_text().replace('[works."ao3:150"]\n', '[works."ao3:150"]\ntitle = oops\n')
    store.path.write_text(broken)
    late = open_store(tmp_path)
    assert late.work("ao3:7").title == "x" * 400
    give_title(late, "ao3:7", "Changed")
    late.save()
    assert late.notice
    (aside,) = tmp_path.glob("*.broken-*")
    assert aside.read_text() == broken
    assert open_store(tmp_path).work("ao3:7").title == "Changed"
    assert open_store(tmp_path).work("ao3:150").title == "x" * 400


def test_a_file_broken_while_reader_runs_costs_no_change(tmp_path: Path) -> None:
    path = with_titles(tmp_path, "One", "Two")
    store = open_store(tmp_path)
    give_title(store, "ao3:2", "Not saved yet")
    path.write_text("broken")
    assert store.save()
    assert store.notice
    again = open_store(tmp_path)
    assert again.work("ao3:1").title == "Two"
    assert again.work("ao3:2").title == "Not saved yet"

    give_title(store, "ao3:3", "Changed")
    path.write_text("broken again")
    assert store.refresh()
    assert store.work("ao3:3").title == "Changed"
    assert store.work("ao3:1").title == "Two"


def test_a_break_in_the_work_being_changed_costs_no_change(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    for number in range(300):
        store.change(f"ao3:{number}", lambda record: replace(record, title="x" * 400))
    store.save()
    give_title(store, "ao3:299", "The Salt Road")
    store.save()
    give_title(store, "ao3:7", "Changed")
    give_title(store, "ao3:8", "Changed too")
    path = store.path
    path.write_text(path.read_text().replace('[works."ao3:7"]\n', '[works."ao3:7"]\ntitle = oops\n'))
    assert store.refresh()
    assert store.save()
    assert store.notice
    titles = [open_store(tmp_path).work(f"ao3:{number}").title for number in (7, 8, 299)]
    assert titles == ["Changed", "Changed too", "The Salt Road"]
