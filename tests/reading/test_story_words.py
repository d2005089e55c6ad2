"""Words of story around the page shown, against counting them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.folders import find_folders
from reader.layout.style import PageStyle
from reader.reading.reading import Place, Reading
from reader.reading.story_words import StoryWords
from reader.work.model import Role, count_words
from reader.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHINESE = "她把灯点亮，又一次，灯灭了。海上起了风，绳索开始歌唱。"
ENGLISH = "She lit it again, and again it went out; the ropes had begun to sing in the wind from the sea."


@pytest.fixture
def reading(tmp_path: Path) -> Iterator[Reading]:
    def chapter(number: int, paragraphs: int) -> str:
        text = CHINESE if number % 2 else ENGLISH
        return f"Chapter {number}\n\n" + f"{text}\n\n" * paragraphs

    file = tmp_path / "lamp.txt"
    file.write_text("".join(chapter(n, 30 * n) for n in range(1, 5)), encoding="utf-8")
    workspace = Workspace(find_folders(tmp_path / "data"))
    (result,) = workspace.add([file])
    yield Reading(workspace.work_info(result.id), workspace.catalogue, PageStyle(measure=60, height=20))
    workspace.close()


def test_page_after_page_makes_the_whole_story(reading: Reading) -> None:
    assert reading.chapter_count == 4
    words, end, seen = StoryWords(reading), 0.0, 0.0
    while True:
        page = words.on_page()
        assert page.start == pytest.approx(end)
        assert page.story <= page.seen + 1e-6
        end, seen = page.end, seen + page.seen
        if not reading.turn(1):
            break
    assert end == sum(chapter.words for chapter in reading.outline)
    assert words.left(words.on_page()) == (0, 0)


def test_what_is_left_is_near_what_a_count_of_it_says(reading: Reading) -> None:
    words = StoryWords(reading)
    for number in range(1, 5):
        reading.go(Place(number, reading.outline[number - 1].length // 2))
        rest = reading.chapter(number)
        after = sum(
            count_words(block.text[max(0, reading.page.end - start) :])
            for block, start in zip(rest.blocks, rest.starts, strict=True)
            if block.role is Role.STORY
        )
        in_chapter, in_work = words.left(words.on_page())
        assert in_chapter == pytest.approx(after, rel=0.02, abs=3)
        assert in_work == pytest.approx(in_chapter + sum(c.words for c in reading.outline[number:]))


def test_facing_pages_are_counted_together(reading: Reading) -> None:
    words = StoryWords(reading)
    left = words.on_page()
    reading.turn(1)
    right = words.on_page()
    reading.turn(-1)
    reading.facing = True
    assert words.on_page().start == left.start
    assert words.on_page().end == right.end
