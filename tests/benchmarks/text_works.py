"""Works with as much text as wanted, in words as frequent as those of English; the same ones every time.

A pool of paragraphs is drawn word by word from a vocabulary by Zipf's law, and chapters are drawn from the
pool: a hundred megabytes in seconds. Each work has a name of its own in every chapter.
"""

from __future__ import annotations

import random
from datetime import UTC, datetime
from itertools import accumulate
from typing import TYPE_CHECKING

from reader.formats.assembly import ChapterDraft, assemble
from reader.work.model import Block, BlockKind, WorkInfo

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.library.catalogue import Catalogue
    from reader.work.model import Work

_COMMON = (
    "the and to of a in was he that it his her she with had for as on at said they him but not be you from"
    " have would could were all out one up back what then into when there like so if down their been over"
    " only them about by who just eyes hand before more time which no some still know after little than do"
    " even here never away through our now around made way something looked face long door voice turned"
    " harbour lamp water night window quiet lantern letter island weather salt rope ledger tide kettle"
).split()
_STARTS = "b br c ch cl d dr f fl g gr h j k l m n p pl qu r s sh st t th tr v w".split()
_MIDDLES = "a e i o u ai ea oo ou ie".split()
_ENDS = "n r l s t d m ck nd st ng th rk ll ss".split()
_VOCABULARY = 40_000
_POOL = 12_000
"""Paragraphs that chapters are drawn from."""


def vocabulary(chance: random.Random) -> list[str]:
    """So many different words, the most frequent first."""
    words = dict.fromkeys(_COMMON)
    while len(words) < _VOCABULARY:
        syllables = chance.choice((1, 2, 2, 3))
        word = "".join(chance.choice(_STARTS) + chance.choice(_MIDDLES) for _ in range(syllables))
        words[word + chance.choice(_ENDS)] = None
    return list(words)


def _paragraphs(chance: random.Random) -> Iterator[str]:
    words = vocabulary(chance)
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    for _ in range(_POOL):
        drawn = chance.choices(words, cum_weights=weights, k=chance.randint(12, 120))
        ends = range(chance.randint(6, 18), len(drawn), chance.randint(7, 17))
        for end in ends:
            drawn[end - 1] += chance.choice((".", ".", ".", "?", "!", ",", ";"))
            drawn[end] = drawn[end].capitalize()
        text = " ".join(drawn).capitalize() + "."
        yield f"“{text}”" if chance.random() < 0.4 else text


def name_in(number: int) -> str:
    """A name that is in each chapter of one work and in no other work."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    return "Zo" + "".join(letters[number // 26**place % 26] for place in range(4)) + "el"


def text_works(works: int, size: int, seed: int = 1) -> Iterator[Work]:
    """So many works of so many code points in all, most of them short and a few very long."""
    chance = random.Random(seed)
    pool = tuple(Block(BlockKind.PARAGRAPH, text) for text in _paragraphs(chance))
    mean = sum(len(block.text) for block in pool) / len(pool)
    shares = [chance.paretovariate(1.2) for _ in range(works)]
    a_share = size / sum(shares) / mean
    for number, share in enumerate(shares):
        yield _work(number, chance.choices(pool, k=max(1, round(share * a_share))), chance)


def _work(number: int, blocks: Sequence[Block], chance: random.Random) -> Work:
    name = Block(BlockKind.PARAGRAPH, f"{name_in(number)} had come back.")
    length = chance.randint(20, 90)
    parts = [blocks[start : start + length] for start in range(0, len(blocks), length)]
    drafts = [ChapterDraft(f"Part {at}", (name, *part)) for at, part in enumerate(parts, 1)]
    info = WorkInfo(f"ao3:{number}", f"Work {number}", (f"author {number % 300}",), language="English")
    return assemble(info, tuple(drafts))


def put_works(catalogue: Catalogue, works: Iterator[Work]) -> None:
    """Put works into a catalogue as an import does, each in a transaction of its own."""
    added = datetime(2026, 1, 1, tzinfo=UTC)
    for number, work in enumerate(works):
        path = f"/shelf/{number}.html"
        catalogue.put(work, path=path, format="ao3", sha256=f"{number:064x}", added=added)
