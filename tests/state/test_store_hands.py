"""Edits by hand and keys of later versions are taken in, kept, and never undone."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from tests.state.changes import WORK, marked, notes, placed, titled, with_status

from reader.state.records import Stamped

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.state.store import Store


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_hand_edits_are_taken_in_and_not_undone_by_a_save(open_store: Callable[..., Store]) -> None:
    store = open_store()
    store.change(WORK, marked("first"))
    store.change(WORK, marked("second"))
    store.change(WORK, titled("The Salt Road"))
    store.change("other:1", titled("Another"))
    store.save()
    edit(store.path, 'note = "first"', 'note = "by hand"')
    edit(store.path, 'title = "Another"', 'title = "Renamed"\nshelf = "top"')
    assert store.refresh()
    assert notes(store) == ["by hand", "second"]
    edit(store.path, 'note = "by hand"', 'note = "by hand again"')
    store.change(WORK, placed("kitchen-3f2a", 7))
    store.save()
    assert notes(open_store()) == ["by hand again", "second"]
    assert open_store().work("other:1").title == "Renamed"
    assert open_store().work(WORK).position == store.work(WORK).position


def test_a_bookmark_removed_by_hand_stays_removed(open_store: Callable[..., Store]) -> None:
    store = open_store()
    store.change(WORK, marked("gone"))
    store.save()
    text = store.path.read_text("utf-8")
    store.path.write_text(text[: text.index("[[works")], "utf-8")
    store.change(WORK, with_status("paused"))
    store.save()
    assert notes(open_store()) == []


def test_toml_of_any_shape_is_understood(open_store: Callable[..., Store]) -> None:
    store = open_store()
    store.path.parent.mkdir()
    store.path.write_bytes(
        b"\xef\xbb\xbfformat = 1\r\n# mine\r\n[works]\r\n  [works.plain]\r\n  title = '''Long\r\nname'''\r\n"
        b"  status = 'finished'\r\n  tags = ['winter']\r\n[top]\r\nkept = true\r\n"
    )
    assert store.work("plain").title == "Long\nname"
    assert store.work("plain").status == Stamped("finished", datetime(1970, 1, 1, tzinfo=UTC))
    assert store.work("plain").own_tags == ("winter",)
    store.change(WORK, titled("New"))
    store.save()
    data = tomllib.loads(store.path.read_text("utf-8"))
    assert data["top"] == {"kept": True}
    assert data["works"]["plain"]["title"] == "Long\nname"


@pytest.mark.parametrize(
    "text",
    [
        'format = 1\n[works."a"]\ntitle = """\n[works."b"]\n"""\n',
        "format = 1\n[works.\"a\"]\ntitle = '''\n[works.\"b\"]\n'''\n",
        'format = 1\n[works."a"]\ntitle = "[works.\\"b\\"]\\n"\n[top]\nkept = 1\n[works."a".shape]\nx = 1\n',
        'format = 1\n[works."a"]\n  title = "[works.\\"b\\"]\\n"\n  [top]\n  kept = true\n',
        'works."a".title = "[works.\\"b\\"]\\n"\n',
    ],
)
def test_what_only_looks_like_a_work_is_none(text: str, open_store: Callable[..., Store]) -> None:
    store = open_store()
    store.path.parent.mkdir()
    store.path.write_text(text, "utf-8")
    store.change("c", titled("New"))
    store.save()
    assert store.notice is None
    again = open_store()
    assert set(again.ids()) == {"a", "c"}
    assert again.work("a").title == '[works."b"]\n'
    before, after = tomllib.loads(text), tomllib.loads(store.path.read_text("utf-8"))
    assert after.get("top") == before.get("top")
    assert after["works"]["a"].get("shape") == before["works"]["a"].get("shape")


UNKNOWN = """format = 1
searches = ["ship:ana/ines"]

[works."ao3:1234567"]
title = "The Salt Road"
sources = [{path = "a.html", sha256 = "ab", size = 7}]
aliases = []
status = {is = "reading", changed = 2026-11-21T10:03:12.481Z, by = "hand"}
tags = [{name = "winter", changed = 2026-11-02T08:00:00.000Z, colour = "blue"}]
shape = {wide = 70}
view = {is = "wide", changed = 2026-11-02T08:00:00.000Z}

[works."ao3:1234567".positions.kitchen-3f2a]
offset = 5
mood = "calm"

[works."ao3:1234567".positions.broken]
offset = "far"

[[works."ao3:1234567".bookmarks]]
id = "b-1"
start = {offset = 7, page = 3}
shade = 0.5

[[works."ao3:1234567".bookmarks]]
text = "no id"
"""


def test_what_is_not_known_is_kept_everywhere(open_store: Callable[..., Store]) -> None:
    store = open_store()
    store.path.parent.mkdir()
    store.path.write_text(UNKNOWN, "utf-8")
    store.change(WORK, placed("kitchen-3f2a", 9))
    store.save()
    data: dict[str, Any] = tomllib.loads(store.path.read_text("utf-8"))
    work = data["works"][WORK]
    assert data["searches"] == ["ship:ana/ines"]
    assert work["sources"][0]["size"] == 7
    assert work["status"]["by"] == "hand"
    assert work["tags"][0]["colour"] == "blue"
    assert work["shape"] == {"wide": 70}
    assert work["unreadable"]["view"]["is"] == "wide"
    assert work["bookmarks"][0]["shade"] == 0.5
    assert work["bookmarks"][0]["start"]["page"] == 3
    assert work["unreadable"]["bookmarks"] == [{"text": "no id"}]
    assert work["positions"]["broken"]["unreadable"] == {"offset": "far"}


def test_settings_of_one_work_may_be_written_without_a_stamp(open_store: Callable[..., Store]) -> None:
    store = open_store()
    store.path.parent.mkdir()
    text = 'format = 1\n[works."a"]\nview = {theme = "sepia", measure = 70, odd = [1]}\n'
    store.path.write_text(text, "utf-8")
    assert store.work("a").settings_here == {"theme": "sepia", "measure": 70, "odd": [1]}
    store.change("a", titled("New"))
    store.save()
    assert open_store().work("a").settings_here == {"theme": "sepia", "measure": 70, "odd": [1]}


def test_a_bookmark_copied_by_hand_is_one_of_its_own(open_store: Callable[..., Store]) -> None:
    store = open_store()
    store.change(WORK, marked("one"))
    store.save()
    text = store.path.read_text("utf-8")
    block = text[text.index("[[works") :]
    store.path.write_text(text + "\n" + block.replace('"one"', '"copy"'), "utf-8")
    store.change(WORK, marked("two"))
    store.save()
    assert notes(open_store()) == ["copy", "one", "two"]
