"""One batch of files added to a workspace: the state saved on the way, fruitful folders remembered."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from reader.folders import absolute
from reader.library.files.discovery import discover
from reader.library.known_files import files_outside, newly_gone
from reader.workspace.sample import SAMPLE_ID, put_sample
from reader.workspace.taking_in import take_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.library.catalogue import Catalogue
    from reader.library.files.candidates import Candidate
    from reader.library.importing import Result
    from reader.workspace.workspace import Workspace

_SAVE_EVERY = 1.0
"""Seconds between two savings of the state while files are added: what an update brought is in the catalogue
by then, and is not told again to a state that a crash has kept from learning it."""


def add(
    workspace: Workspace,
    catalogue: Catalogue,
    paths: list[Path],
    progress: Callable[[int, int], None] | None,
    cancelled: Callable[[], bool] | None,
    *,
    apart: bool,
    besides: Sequence[Candidate] = (),
) -> Iterator[Result]:
    """Take in what is at these absolute paths, and some files besides.

    Folders that held works are known from then on.
    """
    folders = {path for path in paths if os.path.isdir(path)}  # noqa: PTH112  # Path.is_dir can raise
    fruitful: set[Path] = set()
    results = take_in(
        catalogue,
        workspace.originals,
        workspace.store,
        [*discover(paths, cancelled), *besides],
        progress,
        cancelled,
        apart=apart,
    )
    try:
        for result in _saving_between(results, workspace.save):
            if result.id:
                fruitful |= folders & {*Path(result.path).parents}
            yield result
    finally:
        workspace.save()
        if new := _newly_known(fruitful, map(absolute, workspace.settings.folders)):
            workspace.remember_setting("folders", [*workspace.settings.folders, *new])
        put_sample(catalogue, workspace.store.work(SAMPLE_ID))


def look_again(
    workspace: Workspace,
    progress: Callable[[int, int], None] | None,
    cancelled: Callable[[], bool] | None,
    *,
    apart: bool,
) -> Iterator[Result]:
    """Take in what is new in the known folders and in files added from elsewhere, and tell what is gone.

    Of a folder that is gone, it is said what to do.
    """
    known = [absolute(folder) for folder in workspace.settings.folders]
    paths = {str(folder) for folder in known}
    gone: set[str] = set()
    with workspace.own_catalogue(sample=False) as catalogue:
        files = files_outside(catalogue, paths)
        for result in add(workspace, catalogue, known, progress, cancelled, apart=apart, besides=files):
            if result.outcome == "failed" and result.path in paths and not os.path.lexists(result.path):
                gone.add(result.path)
                forget = f"To forget it, take it out of folders in {workspace.folders.settings}."
                yield replace(result, detail=f"This folder is gone; its works stay. {forget}")
            else:
                yield result
        yield from newly_gone(catalogue, gone)


def _saving_between(results: Iterable[Result], save: Callable[[], object]) -> Iterator[Result]:
    """The results as they come, with a save after one of them every few seconds."""
    saved = monotonic()
    for result in results:
        yield result
        if monotonic() - saved > _SAVE_EVERY:
            save()
            saved = monotonic()


def _newly_known(folders: Iterable[Path], known: Iterable[Path]) -> list[str]:
    """The folders to remember, in order: those that are neither known nor in one that is."""
    taken = set(known)
    return [str(folder) for folder in sorted(folders) if not {folder, *folder.parents} & taken]
