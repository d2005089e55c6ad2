"""Whether places are found again in edited works: `python -m tests.benchmarks.anchoring [FILE OR FOLDER…]`.

Edits works at random (made ones, or those given) and prints for each kind of edit the share of places found
at the right place, of those whose own words were left alone and of those whose words were changed, and what
was answered. The goals: 0.99 of the untouched, 0.95 of those a tenth of whose words changed, and no wrong
place said to be exact. For a thorough revision, all at once, there is no goal but the last.

The right place is the very code point, where the words are untouched; where they were changed it is at most
so many code points away as a few words have. A place whose text was removed is in no share, but none may be
said to be where it was. Places of which all that is kept stood in the work twice are passed over: nobody
could say which of the two was meant.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from tests.benchmarks.edited_works import EDITS, Version, first_version
from tests.benchmarks.made_works import prose, repetitive_prose

from reader.formats.detect import read_work_and_format
from reader.formats.source import Source, UnreadableError
from reader.work.anchoring import find
from reader.work.locator import EXACT, Found, Locator, Match, make_locator
from reader.work.model import Block, BlockKind, Chapter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PLACES = 300
"""Places of each work that are looked for after each edit."""
_NEAR = 16
"""Code points from the right place that are right too where the words were changed."""
_TURNED = str.maketrans("“”‘’", "\"\"''")


@dataclass(slots=True)
class Tally:
    """What became of the places of one kind of edit. It changes: places are added."""

    untouched: Counter[tuple[Match, bool]] = field(default_factory=Counter)
    """By the answer and whether it was right."""
    touched: Counter[tuple[Match, bool]] = field(default_factory=Counter)
    false_exact: int = 0
    seconds: float = 0.0
    places: int = 0

    def add(self, other: Tally) -> None:
        """Add those of another work."""
        self.untouched += other.untouched
        self.touched += other.touched
        self.false_exact += other.false_exact
        self.seconds += other.seconds
        self.places += other.places

    def line(self, name: str) -> str:
        """One row of the table."""
        every = self.untouched + self.touched
        answers = " ".join(f"{_answered(every, match):>13}" for match in Match)
        milliseconds = 1000 * self.seconds / max(1, self.places)
        return (
            f"{name:20} {_share(self.untouched):>14} {_share(self.touched):>14} {self.false_exact:5}  "
            f"{answers}  {milliseconds:6.2f} ms"
        )


def share(answers: Counter[tuple[Match, bool]]) -> float | None:
    """The share that was right; None where there were no places."""
    total = answers.total()
    return sum(count for (_, right), count in answers.items() if right) / total if total else None


def _share(answers: Counter[tuple[Match, bool]]) -> str:
    right = share(answers)
    return "–" if right is None else f"{right:.4f} ({answers.total()})"


def _answered(answers: Counter[tuple[Match, bool]], match: Match) -> str:
    right, wrong = answers[match, True], answers[match, False]
    return f"{right}+{wrong}" if wrong else str(right or "–")


def sampled_places(version: Version, chance: random.Random, count: int) -> list[tuple[Locator, int]]:
    """Places where words and paragraphs begin, each with the number of its code point."""
    everything = "\n\n".join(chapter.text for chapter in version.chapters)
    where = [
        (number, block, at)
        for number, chapter in enumerate(version.chapters)
        for block, paragraph in enumerate(chapter.paragraphs)
        for at in (0, *_word_starts(paragraph.text))
        if paragraph.text
    ]
    texts = {}
    places = []
    for number, block, at in chance.sample(where, min(count, len(where))):
        chapter, mark = version.chapters[number], version.outline[number]
        if number not in texts:
            lines = [paragraph.text for paragraph in chapter.paragraphs]
            texts[number] = Chapter(
                number + 1, chapter.title, mark.key, tuple(Block(BlockKind.PARAGRAPH, line) for line in lines)
            )
        offset = sum(len(paragraph.text) + 1 for paragraph in chapter.paragraphs[:block]) + at
        locator = make_locator(texts[number], offset, version.text(number + 1))
        if _stands_once(locator, everything):
            places.append((locator, chapter.paragraphs[block].origins[at]))
    return places


def _stands_once(locator: Locator, text: str) -> bool:
    words = locator.before + locator.exact + locator.after
    first = text.find(words)
    return text.find(words, first + 1) < 0


def _word_starts(text: str) -> Iterator[int]:
    return (at + 1 for at, character in enumerate(text[:-1]) if character == " ")


def tally(places: Sequence[tuple[Locator, int]], edited: Version) -> Tally:
    """Look for places in an edited version."""
    now = edited.places()
    result = Tally()
    for locator, origin in places:
        began = perf_counter()
        found = find(locator, edited)
        result.seconds += perf_counter() - began
        result.places += 1
        true = now.get(origin)
        right = true is not None and _is_right(found, true, locator, edited)
        if found.match is Match.EXACT and not right:
            result.false_exact += 1
        if true is not None:
            counted = result.untouched if _is_untouched(locator, true, edited) else result.touched
            counted[found.match, right] += 1
    return result


def _is_untouched(locator: Locator, true: tuple[int, int], edited: Version) -> bool:
    """Whether the quote stands at its right place, be it with other quotation marks."""
    number, offset = true
    there = edited.text(number)[offset : offset + EXACT].translate(_TURNED)
    return there.split() == locator.exact.translate(_TURNED).split()


def _is_right(found: Found, true: tuple[int, int], locator: Locator, edited: Version) -> bool:
    near = 0 if _is_untouched(locator, true, edited) else _NEAR
    return found.chapter == true[0] and abs(found.offset - true[1]) <= near


def made_versions() -> Iterator[Version]:
    """Works with titles and without, and such as say the same things again and again."""
    titles = ["The Salt Road", "A Quiet Kettle", "The Ledger", "Low Tide", "Winter", "What She Said", "Home"]
    yield first_version((title, prose(2500, seed=seed).split("\n\n")) for seed, title in enumerate(titles))
    yield first_version(("", prose(1500, seed=seed).split("\n\n")) for seed in range(20, 32))
    yield first_version(("", repetitive_prose(2000, seed=seed).split("\n\n")) for seed in range(40, 48))
    yield first_version(
        (title, repetitive_prose(2500, seed=seed).split("\n\n")) for seed, title in enumerate(titles, 60)
    )


def versions_of(path: Path) -> Iterator[Version]:
    """The works in a file or folder that can be read."""
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if not file.is_file():
            continue
        try:
            work, _ = read_work_and_format(Source(file.name, file.read_bytes()))
        except UnreadableError as error:
            print(f"{file.name}: {error}", file=sys.stderr)
            continue
        yield first_version((c.title, [block.text for block in c.blocks]) for c in work.chapters)


def measured(versions: Sequence[Version], *, seed: int = 1, places: int = _PLACES) -> dict[str, Tally]:
    """The tally of each kind of edit by its name, over all works."""
    tallies: dict[str, Tally] = {}
    for number, version in enumerate(versions):
        chance = random.Random(seed * 1000 + number)
        sampled = sampled_places(version, chance, places)
        for edit in EDITS:
            edited = Version(edit(list(version.chapters), chance))
            tallies.setdefault(edit.__name__.replace("_", " "), Tally()).add(tally(sampled, edited))
    return tallies


def main(arguments: Sequence[str] = ()) -> int:
    """Prints the table; exit code 1 when a goal is missed."""
    versions = [version for path in arguments for version in versions_of(Path(path))] or list(made_versions())
    tallies = measured(versions)
    answers = " ".join(f"{match.value:>13}" for match in Match)
    print(f"{'edit':20} {'untouched':>14} {'touched':>14} false  {answers}   each")
    for name, result in tallies.items():
        print(result.line(name))
    missed = [name for name, result in tallies.items() if not met(name, result)]
    print(f"missed: {', '.join(missed)}" if missed else "all goals are met")
    return 1 if missed else 0


def met(name: str, result: Tally) -> bool:
    """Whether the goals are met for a kind of edit."""
    untouched, touched = share(result.untouched), share(result.touched)
    if result.false_exact or name == "everything at once":
        return not result.false_exact
    return (untouched is None or untouched >= 0.99) and (
        name != "words changed" or touched is None or touched >= 0.95
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
