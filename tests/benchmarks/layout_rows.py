"""Layout by itself: choosing breaks, warm and with a cold dictionary, and setting a chapter anew.

Times are those of the processor, which others who use it meanwhile change least.
"""

from __future__ import annotations

from functools import partial
from time import process_time
from typing import TYPE_CHECKING

from tests.benchmarks.layout import make_chapter
from tests.benchmarks.rows import Row
from tests.layout.line_quality import breaks, style_of

import reader.samples
from reader.formats.detect import read_work_and_format
from reader.formats.source import Source
from reader.layout import hyphenation, opportunities
from reader.layout.breaking import Room, choose_breaks
from reader.layout.cells import is_plain
from reader.layout.pages import lay_out
from reader.layout.style import PageStyle, Setting
from reader.work.model import BlockKind, Role, count_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LONG, _SHORT = 25_000, 5_000


def layout_rows(*, quick: bool) -> Iterator[Row]:
    """The times of the design."""
    runs = 5 if quick else 15
    style = style_of(66, whole=True, hyphenation=True)
    for words, warm in ((_LONG, 60), (_SHORT, 15)):
        text = _paragraphs(words)
        yield _row("breaks, justified, hyphenated", words, partial(_choose, text, style), runs, warm)
    text = _paragraphs(_LONG)
    cold = [_timed(partial(_choose, text, style), forget=True) for _ in range(runs)]
    yield Row("the same, cold dictionary", f"{_LONG:,} words", cold, median=110)
    chapter, room = make_chapter(_LONG), Room(63, 66)

    def greedy() -> None:
        for block in chapter.blocks:
            choose_breaks(block.text, 0, len(block.text), room, plain=is_plain(block.text))

    yield _row("breaks, ragged, greedy", _LONG, greedy, runs, 5)
    resized = make_chapter(_SHORT)
    pages = PageStyle(
        measure=66, height=36, setting=Setting.JUSTIFIED, whole=True, hyphenation=True, language="en"
    )
    yield _row("a chapter set anew: resize, measure", _SHORT, lambda: lay_out(resized, pages), runs, 50)


def _row(what: str, words: int, do: Callable[[], object], runs: int, budget: float) -> Row:
    do()
    return Row(what, f"{words:,} words", [_timed(do) for _ in range(runs)], median=budget)


def _timed(do: Callable[[], object], *, forget: bool = False) -> float:
    if forget:
        hyphenation._loaded.clear()
        opportunities.known_words.cache_clear()
    began = process_time()
    do()
    return (process_time() - began) * 1000


def _choose(paragraphs: list[str], style: PageStyle) -> None:
    for text in paragraphs:
        breaks(text, style)


def _paragraphs(words: int) -> list[str]:
    """So many words of the sample work, over and over."""
    from pathlib import Path

    path = Path(next(iter(reader.samples.__path__))) / "the-salt-road.html"
    work, _ = read_work_and_format(Source(path.name, path.read_bytes()))
    blocks = [block for chapter in work.chapters for block in chapter.blocks]
    texts = [b.text.strip() for b in blocks if b.kind is BlockKind.PARAGRAPH and b.role is Role.STORY]
    taken: list[str] = []
    while words > 0:
        for text in texts:
            if words > 0 and text and is_plain(text):
                taken.append(text)
                words -= count_words(text)
    return taken
