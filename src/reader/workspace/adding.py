"""One batch of files added to a workspace: the state saved on the way, fruitful folders remembered."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from reader.folders import absolute
from reader.workspace.sample import SAMPLE_ID, put_sample
from reader.workspace.taking_in import newly_known, saving_between, take_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.library.catalogue import Catalogue
    from reader.library.importing import Result
    from reader.workspace.workspace import Workspace


def add(
    workspace: Workspace,
    catalogue: Catalogue,
    paths: list[Path],
    progress: Callable[[int, int], None] | None,
    cancelled: Callable[[], bool] | None,
) -> Iterator[Result]:
    """Take in what is at these absolute paths; folders that held works are known from then on."""
    folders = {path for path in paths if os.path.isdir(path)}  # noqa: PTH112  # Path.is_dir can raise
    fruitful: set[Path] = set()
    results = take_in(catalogue, workspace.originals, workspace.store, paths, progress, cancelled)
    try:
        for result in saving_between(results, workspace.save):
            if result.id:
                fruitful |= folders & {*Path(result.path).parents}
            yield result
    finally:
        workspace.save()
        if new := newly_known(fruitful, map(absolute, workspace.settings.folders)):
            workspace.remember_setting("folders", [*workspace.settings.folders, *new])
        put_sample(catalogue, workspace.store.work(SAMPLE_ID))
