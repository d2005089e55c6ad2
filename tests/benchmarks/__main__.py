"""Every benchmark after the other: `python -m tests.benchmarks`. A quiet machine gives truer figures."""

from __future__ import annotations

from tests.benchmarks import adding, filtering, large_state, layout, library, reading, setting, text_search


def main() -> None:
    """Measure layout, setting, library, filtering, search, adding, reading and a large state."""
    for benchmark in (layout, setting, library, filtering, text_search, adding, reading, large_state):
        print(f"\n== {benchmark.__name__.rpartition('.')[2]} ==")
        benchmark.main()


if __name__ == "__main__":
    main()
