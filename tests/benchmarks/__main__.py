"""Every benchmark after the other: `python -m tests.benchmarks`. A quiet machine gives truer figures."""

from __future__ import annotations

from tests.benchmarks import layout, library, reading


def main() -> None:
    """Measure layout, library and reading."""
    for benchmark in (layout, library, reading):
        print(f"\n== {benchmark.__name__.rpartition('.')[2]} ==")
        benchmark.main()


if __name__ == "__main__":
    main()
