"""How long layout takes, in milliseconds: `python -m tests.benchmarks.layout`.

The text is made up of words as long as those of prose, in paragraphs as short as those of dialogue; the
figures are medians.
"""

from __future__ import annotations

from random import Random
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from reader.layout.breaking import Room, choose_breaks
from reader.layout.cells import is_plain
from reader.layout.pages import ChapterLayout, lay_out, lay_out_in_steps
from reader.layout.style import PageStyle, Setting
from reader.work.model import Block, BlockKind, Chapter, Role, Span, Style

if TYPE_CHECKING:
    from collections.abc import Callable

_LETTERS = "eeeeeettttaaaooiinnsshhrrddlluucmwfgypbvk"
_STYLE = PageStyle(measure=66, height=36)
_JUSTIFIED = PageStyle(
    measure=66, height=36, setting=Setting.JUSTIFIED, whole=True, hyphenation=True, language="en"
)
_TIMES = 15
_BUDGETS = {("breaks", 25_000): 5.0, ("lay_out", 25_000): 20.0}


def make_chapter(words: int, make: Callable[[Random, int], str] | None = None, *, seed: int = 7) -> Chapter:
    """A chapter of so many words with emphasis, of paragraphs made as they are told to, else like prose."""
    make = make or _sentence
    random = Random(seed)
    blocks = [Block(BlockKind.HEADING, "A Harbour", role=Role.TITLE, level=2)]
    left = words
    while left > 0:
        count = min(left, random.choice((6, 12, 20, 45, 80, 110)))
        left -= count
        text = make(random, count)
        spans = (Span(5, 12, Style.EMPHASIS),) if len(text) > 20 and random.random() < 0.3 else ()
        blocks.append(Block(BlockKind.PARAGRAPH, text, spans))
        if random.random() < 0.02:
            blocks.append(Block(BlockKind.SCENE_BREAK, ""))
    return Chapter(1, "A Harbour", "a harbour", tuple(blocks))


def _sentence(random: Random, count: int) -> str:
    words = [
        "".join(random.choices(_LETTERS, k=random.choice((1, 2, 3, 3, 4, 4, 5, 6, 8)))) for _ in range(count)
    ]
    words[0] = "“" + words[0].capitalize()
    words[-1] += ".”"
    if count > 15:
        words[9] += "—" + words[8]
        words[11] += "-" + words[10] + "’s"
    return " ".join(words)


def _ideographs(random: Random, count: int) -> str:
    """Twice as many characters, with commas."""
    return "".join(chr(random.randrange(0x4E00, 0x8000)) if n % 12 else "，" for n in range(1, 2 * count + 1))


def _hebrew(random: Random, count: int) -> str:
    words = ["".join(random.choices("אבגדהוזחטיכלמנסעפצקרשת", k=random.randint(2, 7))) for _ in range(count)]
    return " ".join(words[:-1]) + f" ({words[-1]}), {random.randint(10, 99)}."


def _median(work: Callable[[], object]) -> float:
    times = []
    for _ in range(_TIMES):
        began = perf_counter()
        work()
        times.append((perf_counter() - began) * 1000)
    return median(times)


def _breaks(chapter: Chapter) -> None:
    room = Room(63, 66)
    for block in chapter.blocks:
        choose_breaks(block.text, 0, len(block.text), room, plain=is_plain(block.text))


def _materialise(layout: ChapterLayout) -> None:
    for index in range(len(layout.pages)):
        layout.lines(index)


def _find_pages(layout: ChapterLayout) -> None:
    for position in range(0, layout.pages[-1].end, layout.pages[-1].end // 1000):
        layout.page_at(position)


def _worst_step(chapter: Chapter, style: PageStyle = _STYLE) -> float:
    steps, worst = lay_out_in_steps(chapter, style), 0.0
    while True:
        began = perf_counter()
        done = next(steps, StopIteration) is StopIteration
        worst = max(worst, (perf_counter() - began) * 1000)
        if done:
            return worst


def _report(name: str, words: int, milliseconds: float) -> None:
    budget = _BUDGETS.get((name, words))
    verdict = "" if budget is None else f"   budget {budget:g}" + ("" if milliseconds <= budget else "  OVER")
    print(f"{name:<28}{words:>8,} words {milliseconds:9.3f} ms{verdict}")


def _report_all(words: int) -> None:
    chapter = make_chapter(words)
    layout = lay_out(chapter, _STYLE)
    _report("breaks", words, _median(lambda: _breaks(chapter)))
    _report("lay_out", words, _median(lambda: lay_out(chapter, _STYLE)))
    _report("longest step", words, median(_worst_step(chapter) for _ in range(_TIMES)))
    _report("lines of a page", words, _median(lambda: _materialise(layout)) / len(layout.pages))
    justified = lay_out(chapter, _JUSTIFIED)
    _report("lay_out, justified", words, _median(lambda: lay_out(chapter, _JUSTIFIED)))
    _report("longest step, justified", words, median(_worst_step(chapter, _JUSTIFIED) for _ in range(_TIMES)))
    _report(
        "lines of a justified page", words, _median(lambda: _materialise(justified)) / len(justified.pages)
    )
    _report("page_at", words, _median(lambda: _find_pages(layout)) / 1000)


def _report_script(name: str, words: int, make: Callable[[Random, int], str]) -> None:
    """With everything switched on."""
    chapter, style = make_chapter(words, make), _JUSTIFIED._replace(turned=True)
    layout = lay_out(chapter, style)
    _report(f"lay_out, {name}", words, _median(lambda: lay_out(chapter, style)))
    _report(f"lines of a page, {name}", words, _median(lambda: _materialise(layout)) / len(layout.pages))


def main() -> None:
    """Print the figures."""
    _report_all(5_000)
    _report_all(25_000)
    _report_script("Chinese", 25_000, _ideographs)
    _report_script("Hebrew", 25_000, _hebrew)


if __name__ == "__main__":
    main()
