"""The store keeps what the reader made, in the file as designed, with stamps that only grow."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from tests.state.changes import PLACE, START, WORK, marked, notes, placed, with_status

from reader.state.records import OwnTag, Position, SourceFile, Stamped, WorkState, new_bookmark

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from reader.state.store import Store


AS_DESIGNED = """format = 1

[works."ao3:1234567"]
title = "The Salt Road"
sources = [{path = "/home/ana/The_Salt_Road.html", sha256 = "ab12"}]
aliases = []
status = {is = "reading", changed = 2026-11-21T10:03:12.481Z}
tags = [{name = "winter reread", changed = 2026-11-21T10:03:12.481Z}]

[works."ao3:1234567".positions.kitchen-3f2a]
chapter = 4
chapter_key = "the ledger"
chapter_title = "The Ledger"
offset = 10233
before = "before it "
exact = "“Ines,” she said,\\nand more"
after = " after"
progress = 0.4312
at = 2026-11-21T10:03:12.481Z

[[works."ao3:1234567".bookmarks]]
id = "b-7f3a9c21"
kind = "passage"
start = {chapter = 4, chapter_key = "the ledger", chapter_title = "The Ledger", offset = 10233, \
before = "before it ", exact = "“Ines,” she said,\\nand more", after = " after"}
end = {chapter = 4, chapter_key = "the ledger", chapter_title = "The Ledger", offset = 10240, \
before = "before it ", exact = "“Ines,” she said,\\nand more", after = " after"}
text = "“Ines,”"
note = ""
colour = "yellow"
created = 2026-11-21T10:03:12.481Z
changed = 2026-11-21T10:03:12.481Z
"""


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
            kind="passage", start=PLACE, end=PLACE._replace(offset=10240), text="“Ines,”", now=START
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
    assert store.path.read_text("utf-8") == AS_DESIGNED
    again = open_store()
    assert again.work(WORK) == store.work(WORK)
    assert list(again.ids()) == [WORK]


def test_a_clock_that_goes_back_makes_no_change_old(open_store: Callable[..., Store], clock: Any) -> None:
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


def test_a_deletion_is_remembered_for_a_year(open_store: Callable[..., Store], clock: Any) -> None:
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
