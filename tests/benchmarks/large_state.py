"""Whether a large state slows the start, a page turn or a save: 2,000 works with 4,000 bookmarks.

Run with `python -m tests.benchmarks.large_state`. The program is measured in a pseudo-terminal with the state
of one work, and with that of all of them; the store by itself.
"""

from __future__ import annotations

import random
import shutil
import tempfile
import time
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.figures import Figure, print_table
from tests.benchmarks.made_works import chaptered_text
from tests.benchmarks.reading import APP_BEGINS, BARE, PAGE, first_page, measure_turns, prepare
from tests.library.zipf_library import fill
from tests.terminal.pseudo_terminal import READER

from reader.folders import find_folders
from reader.state.records import Position, SourceFile, Stamped, WorkState, new_bookmark
from reader.state.store import Store
from reader.work.locator import Locator
from reader.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

WORKS = 2_000
_BEGUN = datetime(2025, 1, 1, tzinfo=UTC)
_WORDS = "the tide took back what the road had been lent and nobody on the quay said anything of it".split()


def made_work(number: int, chance: random.Random) -> WorkState:
    """A work that was read: a place, a status, and two bookmarks of a sentence each."""
    at = _BEGUN + timedelta(hours=number)

    def words(count: int) -> str:
        return " ".join(chance.choices(_WORDS, k=count))

    def locator() -> Locator:
        chapter = chance.randint(1, 30)
        quote = words(6), words(6), words(6)
        return Locator(chapter, f"chapter {chapter}", words(3).title(), chance.randrange(20_000), *quote)

    marks = tuple(
        new_bookmark(kind="passage", start=locator(), end=locator(), text=words(25), note=words(5), now=at)
        for _ in range(2)
    )
    return WorkState(
        id=f"ao3:{1_000_000 + number}",
        title=words(4).title(),
        sources=(SourceFile(f"/home/ana/fic/{number}.html", f"{chance.getrandbits(256):064x}", at),),
        status=Stamped("reading", at),
        positions={"kitchen-3f2a": Position(locator(), chance.random(), at)},
        bookmarks=marks,
    )


def enlarge(data_dir: Path) -> None:
    """Put the works into the state in a data directory, and each with a line of text into its catalogue."""
    with closing(Workspace(find_folders(data_dir))) as workspace:
        fill(workspace.catalogue, WORKS)
    store = Store(data_dir, device="kitchen-3f2a")
    chance = random.Random(1)
    for number in range(WORKS):
        made = made_work(number, chance)
        store.change(made.id, lambda work, made=made: replace(made, aliases=work.aliases))  # type: ignore[misc]
    store.save()


def timed(times: int, do: Callable[[], object], before: Callable[[], object] = lambda: None) -> list[float]:
    """Milliseconds that something took, each time after something that is not measured."""
    values = []
    for _ in range(times):
        before()
        start = time.perf_counter()
        do()
        values.append((time.perf_counter() - start) * 1000)
    return values


def measure_store(data_dir: Path) -> None:
    """The store by itself: what a start, a save and a change by others cost."""
    size = (data_dir / "state.toml").stat().st_size
    ids = [f"ao3:{1_000_000 + number}" for number in range(WORKS)]
    chance = random.Random(2)
    store = Store(data_dir, device="kitchen-3f2a")
    other = Store(data_dir, device="attic-1111")
    synced = data_dir / "synced.toml"

    def change(which: Store) -> None:
        work = chance.choice(ids)
        now = Stamped("paused", datetime.now(UTC))
        which.change(work, lambda state: replace(state, status=now))

    def others() -> None:
        change(other)
        other.save()

    def a_hand() -> None:
        """Write the file so that nothing is known of it; it is written as Reader writes it all the same."""
        others()
        text = store.path.read_text(encoding="utf-8")
        synced.write_text(text.replace('note = "', 'note = "x', 1), encoding="utf-8")
        synced.replace(store.path)

    def no_backups_today() -> None:
        for backup in (data_dir / "backups").glob("*"):
            backup.unlink()
        change(store)

    figures = [
        Figure("read one work", timed(10, lambda: Store(data_dir, device="d").work(ids[700]))),
        Figure("change and save one", timed(50, store.save, lambda: change(store))),
        Figure("the same, first of a day: with a backup", timed(5, store.save, no_backups_today)),
        Figure("take in what another window saved", timed(20, store.refresh, others)),
        Figure("take in what a hand or another machine wrote", timed(10, store.refresh, a_hand)),
    ]
    print_table(f"A state of {size / 1e6:.1f} MB: {WORKS:,} works, {2 * WORKS:,} bookmarks", figures)
    backup = next((data_dir / "backups").glob("*.gz"))
    print(f"  a backup takes {backup.stat().st_size / 1000:.0f} kB")


def measure_start(small: Path, large: Path, runs: int) -> None:
    """Start with a state of one work and with all, in turn; and where another machine has changed it."""
    names = ("bare Textual app", "one work", "2,000 works", "2,000, changed elsewhere")
    figures: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(runs):
        figures["bare Textual app"].append(first_page(BARE, "a bare page", None).elapsed)
        figures["one work"].append(_start(small))
        figures["2,000 works"].append(_start(large))
        _change_elsewhere(large)
        figures["2,000, changed elsewhere"].append(_start(large))
    made = [Figure(name, values) for name, values in figures.items()]
    print_table("First page of reader resume, by the state", made, against=made[0])


def _change_elsewhere(data_dir: Path) -> None:
    """Have another machine change one work, and its file come as a synchroniser brings it."""
    synced = data_dir / "synced.toml"
    text = (data_dir / "state.toml").read_text(encoding="utf-8")
    first, *rest = text.split('note = "', 1)
    synced.write_text('note = "x'.join((first, *rest)), encoding="utf-8")
    synced.replace(data_dir / "state.toml")


def _start(data_dir: Path) -> float:
    return first_page((*READER, "resume"), PAGE, data_dir, app_begins=APP_BEGINS).elapsed


def main() -> None:
    """Measure all of it."""
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder) / "small", Path(folder) / "large"
        file = Path(folder) / "A Measured Tale.txt"
        file.write_text(chaptered_text([8_000, 8_000, 20_000, 8_000]), encoding="utf-8")
        prepare(small, file)
        shutil.copytree(small, large)
        enlarge(large)
        _start(large)  # it mirrors the state, which the next one need not
        measure_start(small, large, runs=7)
        for name, data_dir in (("one work", small), ("2,000 works", large)):
            print(f"\nWith a state of {name}:", end="")
            measure_turns(data_dir, 120, 40, turns=500)
        measure_store(large)


if __name__ == "__main__":
    main()
