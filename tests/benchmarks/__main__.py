"""Every figure that the design has a budget for, in one run: `python -m tests.benchmarks [PART…] [--quick]`.

Prints a table in Markdown and draws growth into screenshots/growth.svg. What can be compared is measured
beside a bare Textual app, other readers of EPUB and calibre in the same run. A quiet machine gives truer
figures; all parts take about half an hour, `--quick` some minutes.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.adding_rows import adding_rows
from tests.benchmarks.growth import growth_rows, of_words, of_works
from tests.benchmarks.growth_plot import svg
from tests.benchmarks.layout_rows import layout_rows
from tests.benchmarks.library_rows import library_rows
from tests.benchmarks.other_readers import other_readers
from tests.benchmarks.reading_rows import reading_rows
from tests.benchmarks.rows import markdown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.rows import Row

_PARTS = ("reading", "layout", "library", "adding", "growth")
_PLOT = Path(__file__).parents[2] / "screenshots" / "growth.svg"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m tests.benchmarks", description="Measure Reader.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"one of {', '.join(_PARTS)}; all")
    parser.add_argument("--quick", action="store_true", help="fewer runs, smaller inputs")
    parser.add_argument("--cache", type=Path, help="where other readers are, or are installed")
    parser.add_argument("--alone", action="store_true", help="without other readers")
    parser.add_argument("--plot", type=Path, default=_PLOT, help="where growth is drawn")
    arguments = parser.parse_args()
    if unknown := set(arguments.parts) - set(_PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    return arguments


def _rows(part: str, folder: Path, arguments: argparse.Namespace) -> Iterator[Row]:
    quick = arguments.quick
    match part:
        case "reading":
            cache = arguments.cache or Path(tempfile.gettempdir()) / "reader-benchmarks"
            others = [] if arguments.alone else other_readers(cache)
            yield from reading_rows(folder, others, quick=quick)
        case "layout":
            yield from layout_rows(quick=quick)
        case "library":
            yield from library_rows(folder, quick=quick)
        case "adding":
            yield from adding_rows(folder, quick=quick)
        case "growth":
            works, words = of_works(folder, quick=quick), of_words(folder, quick=quick)
            panels = [("works in the library", works), ("words in the work", words)]
            arguments.plot.write_text(svg(panels), encoding="utf-8")
            yield from growth_rows(works, "works")
            yield from growth_rows(words, "words")


def main() -> int:
    """Measure, and print the table; 1 where a budget is not met."""
    arguments = _arguments()
    rows: list[Row] = []
    for part in arguments.parts or _PARTS:
        print(f"measuring: {part}", file=sys.stderr)
        with tempfile.TemporaryDirectory() as folder:
            rows += _rows(part, Path(folder), arguments)
    print(markdown(rows))
    return 1 if False in [row.is_met for row in rows] else 0


if __name__ == "__main__":
    sys.exit(main())
