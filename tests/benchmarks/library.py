"""How long the library takes: `python -m tests.benchmarks.library [FILES [WORKS]]`.

FILES downloads of 13,500 words (30 unless told) are added; a list of WORKS works (10,000) is loaded. Budgets
are those of the design; a work with more words takes longer to add.
"""

from __future__ import annotations

import gc
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from tests.benchmarks.archive_pages import made_page
from tests.benchmarks.figures import Figure, print_table
from tests.benchmarks.layout import make_chapter
from tests.library.zipf_library import fill

from reader.library.catalogue import Catalogue
from reader.library.codec import decode_blocks, encode_blocks
from reader.library.files.discovery import discover
from reader.library.importing import import_files
from reader.library.originals import Originals

if TYPE_CHECKING:
    from collections.abc import Callable

_RUNS = 9


def timed(name: str, do: Callable[[], object], runs: int = _RUNS) -> Figure:
    """How long something takes in each of a few runs."""
    values = []
    for _ in range(runs):
        gc.collect()
        begun = perf_counter()
        do()
        values.append((perf_counter() - begun) * 1000)
    return Figure(name, values)


def adding(folder: Path, files: int) -> None:
    """Add a folder of downloads, and look at it again."""
    shelf = folder / "shelf"
    shelf.mkdir()
    for number in range(files):
        (shelf / f"{number}.html").write_text(made_page(number, chapters=5, words=2700))
    size = sum(path.stat().st_size for path in shelf.iterdir()) / 1e6
    originals = Originals(folder / "originals")
    with Catalogue.open(folder / "added.db") as catalogue:
        times, begun = [], perf_counter()
        for result in import_files(catalogue, originals, discover([shelf])):
            if result.outcome != "added":
                raise SystemExit(f"{result.path}: {result.detail}")
            times.append((perf_counter() - begun) * 1000)
            begun = perf_counter()
        again = timed("looking at the whole folder again", lambda: _look_again(catalogue, originals, shelf))
        print_table(f"Adding {files} downloads, {size:.1f} MB", [Figure("a file", times), again])
        print(f"  {size * 1000 / sum(times):.1f} MB a second")


def _look_again(catalogue: Catalogue, originals: Originals, shelf: Path) -> None:
    for result in import_files(catalogue, originals, discover([shelf])):
        if result.outcome != "same":
            raise SystemExit(f"{result.path}: {result.detail}")


def listing(folder: Path, works: int) -> None:
    """Load a long list."""
    path = folder / "long.db"
    with Catalogue.open(path) as catalogue:
        fill(catalogue, works)
        print_table(
            f"A list of {works:,} works",
            [
                timed("opening the catalogue", lambda: Catalogue.open(path).close()),
                timed("the first 60 entries", lambda: catalogue.beginning(60)),
                timed("all entries", catalogue.entries),
                timed("a work by words of its title", lambda: catalogue.resolve("letters in winter 77")),
            ],
        )


def decoding() -> None:
    """Make the blocks of a long chapter again."""
    chapter = make_chapter(38_720)
    data, text = encode_blocks(chapter.blocks), chapter.text
    print_table(
        f"A chapter of 38,720 words in {len(chapter.blocks):,} blocks, {len(data):,} bytes beside its text",
        [timed("decoding", lambda: decode_blocks(data, text))],
    )


def main() -> None:
    """Print the tables."""
    given = [int(argument) for argument in sys.argv[1:3]]
    files, works = [*given, *(30, 10_000)[len(given) :]]
    with tempfile.TemporaryDirectory() as name:
        adding(Path(name), files)
        listing(Path(name), works)
    decoding()


if __name__ == "__main__":
    main()
