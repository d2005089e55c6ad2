"""What is made ready between keys: turning a page or a chapter then makes no line and lays nothing out."""

from __future__ import annotations

import pytest
from tests.reading.made_work import MadeWork

from reader.layout.pages import ChapterLayout
from reader.reading.page_lines import PageLines

TEXT = "The lamp was lit before anybody had thought of asking whose it was. " * 6
WORK = MadeWork([[TEXT] * 4, [TEXT], [TEXT] * 5])


@pytest.mark.parametrize("facing", [False, True])
def test_what_turning_shows_is_ready(facing: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    reading = WORK.reading(measure=40, height=8)
    reading.facing = facing
    turns = 0
    while not reading.at_end:
        reading.columns()
        for _ in reading.prepare():
            pass
        here = reading.anchor
        for move in (reading.turn, reading.turn_chapters):
            for times in (1, -1):
                with monkeypatch.context() as patched:
                    patched.setattr(ChapterLayout, "lines", lambda *_: pytest.fail("not ready"))
                    move(times)
                    reading.columns()
                reading.go(here)
        turns += reading.turn(1)

    assert turns > 4


def test_lines_are_made_once_and_few_are_kept() -> None:
    layout = WORK.reading(measure=40, height=4).layout(3)
    lines = PageLines()
    first = lines.of(layout, 0)

    assert lines.of(layout, 0) is first
    assert not lines.make(layout, 0)
    for index in range(1, len(layout.pages)):
        assert lines.of(layout, index) == layout.lines(index)
    assert len(layout.pages) > 14
    assert lines.make(layout, 0), "it was let go"
