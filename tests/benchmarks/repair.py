"""How well run-together paragraphs are parted again: `python -m tests.benchmarks.repair FOLDER`.

Takes the HTML works of a folder (any work that Reader reads, with other suffixes given after it), joins the
paragraphs of each chapter with nothing between, parts them again, and prints precision and recall of the true
boundaries for each work and all, and the time it took. The goal is a precision of 0.98 and a recall of 0.96.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from reader.formats.detect import read_work_and_format
from reader.formats.source import Source, UnreadableError
from reader.work.model import BlockKind
from reader.work.paragraphs import boundaries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.work.model import Work

_JOINED = (BlockKind.PARAGRAPH, BlockKind.SCENE_BREAK)


@dataclass(frozen=True, slots=True)
class Score:
    """Boundaries counted, and the time spent finding them."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    characters: int = 0
    seconds: float = 0.0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.right + other.right,
            self.wrong + other.wrong,
            self.missed + other.missed,
            self.characters + other.characters,
            self.seconds + other.seconds,
        )

    def line(self, name: str) -> str:
        """One row of the table."""
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.right + self.missed)
        speed = self.characters / 1e6 / self.seconds if self.seconds else 0.0
        counts = f"{self.right:6} right {self.wrong:4} wrong {self.missed:4} missed"
        return f"{name[:36]:36} precision {precision:.4f}  recall {recall:.4f}  {counts}  {speed:5.1f} MB/s"


def score_paragraphs(paragraphs: Sequence[str]) -> Score:
    """The score for one chapter, given its true paragraphs."""
    flat = "".join(paragraphs)
    true = set(accumulate(len(paragraph) for paragraph in paragraphs)) - {0, len(flat)}
    began = perf_counter()
    found = set(boundaries(flat))
    seconds = perf_counter() - began
    return Score(len(found & true), len(found - true), len(true - found), len(flat), seconds)


def score_work(work: Work) -> Score:
    """The score for all chapters of a work. Lists, tables and headings have no lost boundaries to find."""
    chapters = (
        [b.text for b in chapter.story() if b.text and b.kind in _JOINED] for chapter in work.chapters
    )
    return sum((score_paragraphs(paragraphs) for paragraphs in chapters), Score())


def main(arguments: Sequence[str]) -> int:
    """Prints the table; exit code 2 without a folder."""
    if not arguments:
        print("usage: python -m tests.benchmarks.repair FOLDER [SUFFIX…]", file=sys.stderr)
        return 2
    suffixes = set(arguments[1:]) or {".html", ".htm", ".xhtml"}
    total = Score()
    for path in sorted(Path(arguments[0]).rglob("*")):
        if path.suffix.lower() not in suffixes:
            continue
        try:
            work, _ = read_work_and_format(Source(path.name, path.read_bytes(), repair=False))
            score = score_work(work)
        except UnreadableError as error:
            print(f"{path.name}: {error}", file=sys.stderr)
            continue
        print(score.line(path.name))
        total += score
    print(total.line("all"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
