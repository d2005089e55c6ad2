"""The store keeps what the reader made, whoever else writes to the file meanwhile."""

from __future__ import annotations

import os
import threading
import tomllib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from reader.state.records import OwnTag, Position, SourceFile, Stamped, State, WorkState, new_bookmark
from reader.state.store import Store
from reader.work.locator import Locator

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

START = datetime(2026, 11, 21, 10, 3, 12, 481000, tzinfo=UTC)
PLACE = Locator(4, "the ledger", "The Ledger", 10233, "before it ", "“Ines,” she said,\nand more", " after")
WORK = "ao3:1234567"


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def open_store(tmp_path: Path, clock: Clock) -> Callable[..., Store]:
    return lambda device="kitchen-3f2a": Store(tmp_path / "data", device=device, now=clock)


def titled(title: str) -> Callable[[WorkState], WorkState]:
    return lambda work: replace(work, title=title)


def marked(note: str, at: datetime = START) -> Callable[[WorkState], WorkState]:
    mark = new_bookmark(kind="place", start=PLACE, text="Ines", note=note, now=at)
    return lambda work: replace(work, bookmarks=(*work.bookmarks, mark))


def placed(device: str, offset: int, at: datetime = START) -> Callable[[WorkState], WorkState]:
    position = Position(replace(PLACE, offset=offset), 0.4312, at)
    return lambda work: replace(work, positions={**work.positions, device: position})


def with_status(value: str, at: datetime = START) -> Callable[[WorkState], WorkState]:
    return lambda work: replace(work, status=Stamped(value, at))


def notes(store: Store, work: str = WORK) -> list[str]:
    return sorted(mark.note for mark in store.work(work).marks)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_nothing_is_written_before_there_is_something_to_keep(open_store: Callable[..., Store]) -> None:
    store = open_store()
    assert store.work(WORK) == WorkState(WORK)
    assert not store.work(WORK).known
    assert (store.notice, store.refusal, store.dirty, store.save()) == (None, None, False, False)
    assert not store.path.parent.exists()


def test_the_file_is_written_as_designed(open_store: Callable[..., Store]) -> None:
    store = open_store()
    passage = replace(
        new_bookmark(
            kind="passage", start=PLACE, end=replace(PLACE, offset=10240), text="“Ines,”", now=START
        ),
        id="b-7f3a9c21",
    )
    store.change(
        WORK,
        lambda work: replace(
            work,
            title="The Salt Road",
            sources=(SourceFile("/home/ana/The_Salt_Road.html", "ab12"),),
            status=Stamped("reading", START),
            tags=(OwnTag("winter reread", START),),
            positions={"kitchen-3f2a": Position(PLACE, 0.4312, START)},
            bookmarks=(passage,),
        ),
    )
    assert store.save()
    place = (
        'chapter_key = "the ledger"{0}chapter_title = "The Ledger"{0}offset = {1}{0}before = "before it "{0}'
        'exact = "“Ines,” she said,\\nand more"{0}after = " after"'
    )
    assert (
        store.path.read_text("utf-8")
        == f"""format = 1

[works."ao3:1234567"]
title = "The Salt Road"
sources = [{{path = "/home/ana/The_Salt_Road.html", sha256 = "ab12"}}]
aliases = []
status = {{is = "reading", changed = 2026-11-21T10:03:12.481Z}}
tags = [{{name = "winter reread", changed = 2026-11-21T10:03:12.481Z}}]

[works."ao3:1234567".positions.kitchen-3f2a]
chapter = 4
{place.format(chr(10), 10233)}
progress = 0.4312
at = 2026-11-21T10:03:12.481Z

[[works."ao3:1234567".bookmarks]]
id = "b-7f3a9c21"
kind = "passage"
start = {{chapter = 4, {place.format(", ", 10233)}}}
end = {{chapter = 4, {place.format(", ", 10240)}}}
text = "“Ines,”"
note = ""
colour = "yellow"
created = 2026-11-21T10:03:12.481Z
changed = 2026-11-21T10:03:12.481Z
"""
    )
    again = open_store()
    assert again.work(WORK) == store.work(WORK)
    assert list(again.ids()) == [WORK]


def test_two_windows_that_change_one_work_lose_nothing(open_store: Callable[..., Store]) -> None:
    one, two = open_store("one"), open_store("two")
    one.change(WORK, marked("before"))
    one.save()
    assert notes(two) == ["before"]
    one.change(WORK, marked("from one"))
    one.change(WORK, placed("one", 1))
    two.change(WORK, marked("from two"))
    two.change(WORK, placed("two", 2))
    two.change("other:1", titled("Another"))
    assert one.save()
    assert two.save()
    assert notes(two) == ["before", "from one", "from two"]
    assert one.refresh()
    assert not one.refresh()
    assert one.work(WORK) == two.work(WORK) == open_store().work(WORK)
    assert one.work("other:1").title == "Another"
    assert set(one.work(WORK).positions) == {"one", "two"}


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
        'format = 1\n[works."a"]\ntitle = "[works.\\"b\\"]\\n"\n[top]\nkept = 1\n[works."a".view]\nx = 1\n',
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
    assert after["works"]["a"].get("view") == before["works"]["a"].get("view")


UNKNOWN = """format = 1
searches = ["ship:ana/ines"]

[works."ao3:1234567"]
title = "The Salt Road"
sources = [{path = "a.html", sha256 = "ab", size = 7}]
aliases = []
status = {is = "reading", changed = 2026-11-21T10:03:12.481Z, by = "hand"}
tags = [{name = "winter", changed = 2026-11-02T08:00:00.000Z, colour = "blue"}]
view = {measure = 70}

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
    assert work["view"] == {"measure": 70}
    assert work["bookmarks"][0]["shade"] == 0.5
    assert work["bookmarks"][0]["start"]["page"] == 3
    assert work["unreadable"]["bookmarks"] == [{"text": "no id"}]
    assert work["positions"]["broken"]["unreadable"] == {"offset": "far"}


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


def test_a_clock_that_goes_back_makes_no_change_old(open_store: Callable[..., Store], clock: Clock) -> None:
    store = open_store()
    store.change(WORK, with_status("reading"))
    store.change(WORK, placed("elsewhere", 1, START + timedelta(hours=1)))
    store.change(WORK, marked("old"))
    clock.now = earlier = START - timedelta(days=300)
    store.change(WORK, with_status("finished", earlier))
    store.change(WORK, placed("kitchen-3f2a", 2, earlier))
    store.change(WORK, lambda work: replace(work, bookmarks=()))
    work = store.work(WORK)
    assert work.status == Stamped("finished", START + timedelta(milliseconds=1))
    assert work.position == work.positions["kitchen-3f2a"]
    assert work.position is not None
    assert work.position.at == START + timedelta(hours=1, milliseconds=1)
    assert work.bookmarks[0].deleted == START + timedelta(milliseconds=1)


def test_a_deletion_is_remembered_for_a_year(open_store: Callable[..., Store], clock: Clock) -> None:
    store, other = open_store(), open_store()
    store.change(WORK, marked("gone"))
    store.save()
    other.change(WORK, lambda work: replace(work, tags=(OwnTag("x", START),)))
    clock.now = START + timedelta(hours=1)
    store.change(WORK, lambda work: replace(work, bookmarks=()))
    store.save()
    assert "deleted = 2026-11-21T11:03:12.481Z" in store.path.read_text("utf-8")
    other.save()
    assert notes(open_store()) == []
    clock.now = START + timedelta(days=400)
    store.change(WORK, with_status("reading", clock.now))
    store.save()
    assert "deleted" not in store.path.read_text("utf-8")


def test_a_deletion_taken_back_wins_over_the_deletion(open_store: Callable[..., Store]) -> None:
    store, other = open_store(), open_store()
    store.change(WORK, marked("back"))
    store.change(WORK, lambda work: replace(work, bookmarks=()))
    store.save()
    assert notes(other) == []
    store.change(
        WORK, lambda work: replace(work, bookmarks=tuple(replace(b, deleted=None) for b in work.bookmarks))
    )
    other.change(WORK, with_status("paused"))
    store.save()
    other.save()
    assert notes(open_store()) == notes(other) == ["back"]


def test_a_work_is_known_by_every_id_it_had(open_store: Callable[..., Store]) -> None:
    store, other = open_store(), open_store()
    store.change("sha256:old", marked("under the old id"))
    store.save()
    other.change("sha256:old", marked("late, under the old id"))
    store.change("ao3:new", lambda work: replace(work, title="New", aliases=("sha256:old",)))
    assert notes(store, "ao3:new") == notes(store, "sha256:old") == ["under the old id"]
    assert list(store.ids()) == ["ao3:new"]
    store.save()
    assert 'works."sha256:old"' not in store.path.read_text("utf-8")
    other.save()
    fresh = open_store()
    assert notes(fresh, "sha256:old") == ["late, under the old id", "under the old id"]
    assert fresh.work("sha256:old").id == "ao3:new"
    assert list(fresh.ids()) == ["ao3:new"]


def test_ids_that_claim_each_other_end_in_one(open_store: Callable[..., Store]) -> None:
    store = open_store()
    store.path.parent.mkdir()
    store.path.write_text(
        'format = 1\n[works."a"]\ntitle = "A"\naliases = ["b"]\n[works."b"]\ntitle = "B"\naliases = ["a"]\n'
    )
    assert store.work("a") == store.work("b")
    store.change("b", with_status("reading"))
    store.save()
    assert open_store().work("a").status == open_store().work("b").status != None  # noqa: E711 - both, and there


def test_another_machines_state_is_taken_in_as_it_is(open_store: Callable[..., Store]) -> None:
    store = open_store()
    store.change(WORK, placed("kitchen-3f2a", 5))
    older = placed("phone", 3, START - timedelta(days=1))(WorkState(WORK))
    assert store.take_in(State({WORK: older, "x:1": WorkState("x:1", title="X")})) == 2
    assert store.take_in(State({WORK: older})) == 0
    assert store.work(WORK).positions["phone"] == older.positions["phone"]
    assert store.work(WORK).position == store.work(WORK).positions["kitchen-3f2a"]
    store.save()
    assert open_store().work("x:1").title == "X"


def test_changes_made_while_a_save_writes_are_kept_for_the_next(
    open_store: Callable[..., Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store()
    store.change(WORK, marked("first"))
    real = os.fsync
    met: list[WorkState] = []

    def fsync(descriptor: int) -> None:
        if not met:
            met.append(store.change(WORK, marked("second")))
            store.refresh()
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    store.save()
    assert notes(open_store()) == ["first"]
    assert notes(store) == ["first", "second"]
    assert store.dirty
    store.save()
    assert not store.dirty
    assert notes(open_store()) == ["first", "second"]


def test_many_threads_change_and_save_at_once(open_store: Callable[..., Store]) -> None:
    store, other = open_store(), open_store()

    def work(which: Store, name: str) -> None:
        for number in range(8):
            which.change(WORK, marked(f"{name}{number}"))
            which.save()

    threads = [
        threading.Thread(target=work, args=(which, name))
        for name, which in (("a", store), ("b", store), ("c", other))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert notes(open_store()) == sorted(f"{name}{number}" for name in "abc" for number in range(8))
    assert not store.dirty


def test_reading_one_work_of_a_sound_file_parses_no_other(
    open_store: Callable[..., Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store()
    for number in range(300):
        store.change(f"ao3:{number}", marked("x" * 500))
    store.save()
    parsed: list[int] = []
    real = tomllib.loads

    def loads(text: str) -> dict[str, Any]:
        parsed.append(len(text))
        return real(text)

    monkeypatch.setattr(tomllib, "loads", loads)
    fresh = open_store()
    assert notes(fresh, "ao3:7") == ["x" * 500]
    fresh.change("ao3:7", with_status("reading"))
    fresh.save()
    assert len(parsed) == 1
    assert parsed[0] < 2000
