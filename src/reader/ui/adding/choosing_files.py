"""Choosing what to add: in a browser of folders, among the downloads, or as an empty library suggests."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from reader.ui.keys.in_force import keys_in_force
from reader.ui.widgets.work_pane import WorkPane
from reader.workspace.sample import SAMPLE_ID

if TYPE_CHECKING:
    from pathlib import Path

    from reader.ui.library.model import LibraryModel
    from reader.ui.screens.library import LibraryScreen

_SAMPLE, _NOTHING = "sample", "nothing"
"""What a library holds in which there is nothing of the reader's own."""


class ChoosingFiles:
    """Asks for files to be added. It changes: it knows which first steps are shown."""

    def __init__(self, screen: LibraryScreen) -> None:
        self._screen = screen
        self._steps_wanted: str | None = None

    def browse(self) -> None:
        """Look through folders, from the one looked at last."""
        from reader.folders import absolute, downloads_folder  # only when asked for
        from reader.ui.screens.browser import BrowserScreen
        from reader.workspace.remembered import BROWSED, Remembered

        workspace = self._screen.workspace
        remembered = Remembered(workspace.folders.remembered)
        begin = remembered.words(BROWSED) or str(downloads_folder() or absolute("~"))
        browser = BrowserScreen(workspace.settings, begin)

        def add(paths: list[Path] | None) -> None:
            remembered.keep(BROWSED, browser.folder)
            if paths:
                self._screen.adding.add(paths)

        self._screen.app.push_screen(browser, add)

    async def ask_downloads(self) -> None:
        """Ask whether to add what was downloaded."""
        from reader.folders import downloads_folder, shown

        folder = downloads_folder()
        if folder is None:
            self._screen.say("There is no folder of downloads")
        else:
            await self._screen.questions.ask_paths(f"{shown(folder)}/")

    # -- First steps ------------------------------------------------------------------------------------

    def show_first_steps(self) -> None:
        """Show what to do as long as there is nothing of the reader's own in the library."""
        entries = self._screen.model.entries
        wanted = (_SAMPLE if entries else _NOTHING) if _is_empty(self._screen.model) else None
        if wanted == self._steps_wanted:
            return
        self._steps_wanted = wanted
        self._screen.query("FirstSteps").remove()
        if wanted is None:
            self._screen.remove_class("-first-steps")
        else:
            # Not a coroutine, which would never be awaited where the screen goes first.
            self._screen.run_worker(self._put_first_steps, exclusive=True, group="first steps")  # type: ignore[arg-type]  # methods

    async def _put_first_steps(self) -> None:
        from reader.folders import downloads_folder
        from reader.library.files.folder_view import count_works
        from reader.ui.adding.first_steps import first_steps
        from reader.ui.widgets.first_steps import FirstSteps

        folder = downloads_folder()
        works = await asyncio.to_thread(count_works, str(folder)) if folder else 0
        screen = self._screen
        await screen.query("FirstSteps").remove()
        if self._steps_wanted and screen.is_mounted:
            keymap = keys_in_force(screen.workspace.settings)
            lines = first_steps(keymap, folder, works, sample=self._steps_wanted == _SAMPLE)
            screen.add_class("-first-steps")
            await screen.query_one(WorkPane).mount(FirstSteps(lines), before="#details")


def _is_empty(model: LibraryModel) -> bool:
    """Whether the library holds nothing, or only the sample that nobody has begun."""
    if model.is_filtered or model.total > 1:
        return False
    return all(work.info.id == SAMPLE_ID and work.last_read is None for work in model.entries)
