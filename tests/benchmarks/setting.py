"""How evenly paragraphs are set, greedily and as a whole: `python -m tests.benchmarks.setting`.

Uneven is the mean squared deviation of gaps from the mean gap of their paragraph, loose that from one cell; a
gap counts as its line's average, lines left ragged count as if they were spread, last lines don't. Gaps can
only grow, so that a paragraph's breaks change little of the cells it lacks, but much of how these are shared.
Wide are lines with a gap over two cells, ragged those that can't be spread. Long paragraphs are those of more
than six lines, dialogue those that begin with a quotation mark. Milliseconds are for choosing the breaks of
all paragraphs whose words are known.

The least loose breaks are those that are best at that and nothing else: no way of breaking lines comes below
their figure. Rivers are gaps of two cells or more right under another, in a hundred lines, against cells that
are handed out from the left.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING
from unittest.mock import patch

from tests.layout.line_quality import Quality, breaks, least_loose_breaks, quality, style_of
from tests.layout.rivers import wide_under_wide

import reader.samples
from reader.formats.detect import read_work_and_format
from reader.formats.source import Source
from reader.layout import hyphenation, opportunities, tails
from reader.layout.cells import is_plain
from reader.work.model import BlockKind, Role, count_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.layout.gaps import Gap
    from reader.layout.style import PageStyle
    from reader.work.model import Block

_MEASURES = (40, 66, 80)
_TIMES = 7
_LONG = 6
_SAMPLES = Path(__file__).parents[3] / "shared" / "samples" / "seeds"
_WORDS = 25_000
_BUDGET_WARM, _BUDGET_COLD = 60.0, 110.0


@dataclass(frozen=True, slots=True)
class _Text:
    name: str
    paragraphs: list[str]

    @property
    def dialogue(self) -> list[str]:
        return [text for text in self.paragraphs if text[0] in "\"“'‘«—"]

    def long(self, measure: int) -> list[str]:
        return [text for text in self.paragraphs if len(text) > _LONG * measure]

    def first(self, words: int) -> _Text:
        """So many words from its beginning."""
        taken = []
        for text in self.paragraphs:
            taken.append(text)
            words -= count_words(text)
            if words <= 0:
                break
        return _Text(self.name, taken)


def _paragraphs(blocks: Iterable[Block]) -> list[str]:
    return [
        block.text.strip()
        for block in blocks
        if block.kind is BlockKind.PARAGRAPH and block.role is Role.STORY and block.text.strip()
        if is_plain(block.text)
    ]


def _read(path: Path) -> _Text:
    work, _ = read_work_and_format(Source(path.name, path.read_bytes()))
    return _Text(path.stem[:13], [text for chapter in work.chapters for text in _paragraphs(chapter.blocks)])


def _texts() -> list[_Text]:
    own = Path(next(iter(reader.samples.__path__))) / "the-salt-road.html"
    paths = [own, *sorted(_SAMPLES.glob("*.txt"))[:1]]
    return [_read(path) for path in paths]


def _milliseconds(paragraphs: list[str], style: PageStyle, *, cold: bool = False) -> float:
    """How long it takes to choose all breaks; cold, with no dictionary loaded and no word known."""
    times = []
    for _ in range(_TIMES):
        if cold:
            hyphenation._loaded.clear()
            opportunities.known_words.cache_clear()
        began = perf_counter()
        for text in paragraphs:
            breaks(text, style)
        times.append((perf_counter() - began) * 1000)
    return median(times)


def _row(name: str, found: Quality, milliseconds: float | None, against: Quality | None) -> None:
    share = 100 / max(found.lines, 1)
    figures = [
        f"uneven {found.deviation:.3f}",
        f"loose {found.looseness:.3f}",
        f"wide {share * found.wide:4.1f} %",
        f"ragged {share * found.ragged:3.1f} %",
        f"hyphens {share * found.hyphens:4.1f}/100",
        " " * 8 if milliseconds is None else f"{milliseconds:5.1f} ms",
    ]
    if against and against.deviation:
        uneven, loose = found.deviation / against.deviation, found.looseness / against.looseness
        figures.append(f"{uneven:.2f} and {loose:.2f} × greedy")
    print(f"    {name:<17} {'  '.join(figures)}")


def _compare(name: str, paragraphs: list[str], measure: int, *, divided: bool, timed: bool) -> None:
    if not paragraphs:
        return
    greedy, whole = (style_of(measure, whole=whole, hyphenation=divided) for whole in (False, True))
    against = quality(paragraphs, greedy)
    _row(f"{name}, greedy", against, _milliseconds(paragraphs, greedy) if timed else None, None)
    found = quality(paragraphs, whole)
    _row(f"{name}, whole", found, _milliseconds(paragraphs, whole) if timed else None, against)
    if name == "long":
        _row("long, least loose", quality(paragraphs, whole, least_loose_breaks), None, against)


def _rivers(text: _Text, measure: int) -> None:
    style = style_of(measure, whole=True, hyphenation=True)
    found = wide_under_wide(text.paragraphs, style)
    with patch.object(tails, "spread", _from_the_left):
        against = wide_under_wide(text.paragraphs, style)
    print(f"  measure {measure}, rivers: {found:.1f}, from the left {against:.1f}")


def _from_the_left(gaps: Sequence[Gap], lacking: int, row: int, above: dict[int, int]) -> list[int]:
    each, odd = divmod(lacking, len(gaps))
    return [each + (index < odd) for index in range(len(gaps))]


def _report(text: _Text) -> None:
    words = sum(map(count_words, text.paragraphs))
    print(f"\n{text.name}: {words:,} words in {len(text.paragraphs):,} paragraphs")
    for measure in _MEASURES:
        for divided in (False, True):
            print(f"  measure {measure}, {'hyphens' if divided else 'no hyphens'}")
            _compare("all", text.paragraphs, measure, divided=divided, timed=True)
            _compare("long", text.long(measure), measure, divided=divided, timed=False)
            _compare("dialogue", text.dialogue, measure, divided=divided, timed=False)
        _rivers(text, measure)


def _budgets(text: _Text) -> None:
    """The times of the design, for as many words as it names."""
    style = style_of(66, whole=True, hyphenation=True)
    words = sum(map(count_words, text.paragraphs))
    for name, budget in (("warm", _BUDGET_WARM), ("cold", _BUDGET_COLD)):
        time = _milliseconds(text.paragraphs, style, cold=name == "cold")
        over = "  OVER" if time > budget else ""
        print(f"{text.name}: {words:,} words, hyphens, whole, {name}: {time:.1f} ms, budget {budget:g}{over}")


def main() -> None:
    """Print the figures."""
    texts = [text.first(_WORDS) for text in _texts()]
    for text in texts:
        _report(text)
    print()
    own = texts[0]
    _budgets(_Text(f"{own.name} over and over", own.paragraphs * 3).first(_WORDS))
    for text in texts[1:]:
        _budgets(text)


if __name__ == "__main__":
    main()
