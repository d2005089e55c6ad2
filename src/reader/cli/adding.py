"""`reader add`, `update` and `remove`: what comes into the library and what leaves it."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from reader.cli.output import complain, safe, shown_path
from reader.cli.progress import Progress
from reader.library.tally import Fate, Tally, fate_of, is_worth_a_line, word_for

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import SimpleNamespace

    from reader.library.importing import Result
    from reader.workspace import Workspace

_NAMED = 20
"""How many works are named one by one; of more the sum says enough."""
_ALLOCATIONS = 50_000
"""Objects made between two looks for garbage: parsing makes many and leaves hardly any, nor does loading."""


def add(arguments: SimpleNamespace, workspace: Workspace) -> int:
    """Take files, folders and archives into the library; 1 if anything failed."""
    gc.set_threshold(_ALLOCATIONS)
    return report(workspace.add(arguments.paths, progress := Progress()), progress)


def update(_: SimpleNamespace, workspace: Workspace) -> int:
    """Look again at the known folders and files for what is new, changed or gone."""
    if not workspace.settings.folders and not any(file.path for file in workspace.catalogue.files()):
        print("Nothing to look at yet: reader add FILE or reader add FOLDER makes it known.")
        return 0
    return report(workspace.update(progress := Progress()), progress)


def report(results: Iterable[Result], progress: Progress) -> int:
    """Go through results as they come: a line for each new work and each failure, and a sum at the end."""
    tally = Tally()
    named = 0
    try:
        with progress:
            for result in results:
                tally.count(result)
                if result.outcome == "failed":
                    progress.clear()
                    complain(f"{shown_path(result.path)}: {result.detail}")
                elif named < _NAMED and _says_something(result):
                    named += 1
                    progress.clear()
                    print(_line(result))
    except Exception:  # the disk may be full by now: what was done is said all the same
        if tally.total:
            print(tally.told())
        raise
    print(tally.told())
    return 1 if tally[Fate.FAILED] else 0


def _says_something(result: Result) -> bool:
    """Whether a result is news: an older file, or one more of the same text, is none."""
    return result.outcome in ("added", "updated") or is_worth_a_line(result)


def _line(result: Result) -> str:
    """What came of a file, in the words of the sum: "updated: The Salt Road: new text [ao3:1234567]"."""
    word = word_for(fate_of(result))
    if result.outcome in ("skipped", "gone"):
        return safe(f"{word}: {shown_path(result.path)}: {result.detail}")
    detail = f": {result.detail}" if result.detail else ""
    more = "; reader set --source takes the other" if result.outcome == "same" else ""
    return safe(f"{word}: {result.title}{detail}{more} [{result.id}]")


def remove(arguments: SimpleNamespace, workspace: Workspace) -> int:
    """Take one work out of the library."""
    entry = workspace.find(" ".join(arguments.work))
    workspace.remove(entry.info.id)
    print(safe(f"removed: {entry.info.title} [{entry.info.id}]"))
    return 0


def works_of(results: Iterable[Result]) -> list[str]:
    """The ids of the works among results, each once and in order, with a complaint for every other file."""
    ids: dict[str, None] = {}
    for result in results:
        if result.id and result.outcome != "failed":
            ids[result.id] = None
        else:
            complain(f"{shown_path(result.path)}: {result.detail}")
    return list(ids)
