"""Every benchmark after the other: `python -m tests.benchmarks`. A quiet machine gives truer figures."""

from __future__ import annotations

from tests.benchmarks import adding, filtering, layout, library, reading, setting, text_search


def main() -> None:
    """Measure layout, setting, library, filtering, search, adding and reading."""
    for benchmark in (layout, setting, library, filtering, text_search, adding, reading):
        print(f"\n== {benchmark.__name__.rpartition('.')[2]} ==")
        benchmark.main()


if __name__ == "__main__":
    main()
