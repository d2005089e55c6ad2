"""The page that was shown last, as the next start is to show it first."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from rich.color import ColorSystem
from rich.console import COLOR_SYSTEMS
from textual.geometry import Region
from textual.strip import Strip

from reader.first_frame.keeping import Frame, keep
from reader.library.entries import CatalogueError
from reader.settings.theme_names import theme_file
from reader.state.errors import StateError
from reader.ui.screens.reading import ReadingScreen
from reader.ui.widgets.page import PageView
from reader.ui.widgets.quiet_lines import ProgressLine, QuietLine
from reader.workspace import WorkspaceError
from reader.workspace.mirror_stamp import mirrored_place
from reader.workspace.views import view_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textual.geometry import Size
    from textual.screen import Screen

    from reader.first_frame.keeping import Row
    from reader.settings import Settings
    from reader.ui.app import ReaderApp
    from reader.work.locator import Locator
    from reader.workspace import Workspace

_MAY_FAIL = (CatalogueError, StateError, WorkspaceError)
"""What keeps nobody from leaving: the next start begins without a page then."""


class _Shown(NamedTuple):
    """What is shown of a work, as far as it decides what a page looks like."""

    work: str
    version: tuple[str, bool] | None
    place: Locator | None
    size: Size
    settings: Settings
    view: Mapping[str, object]


class LastFrame:
    """Keeps the page for the next start. It changes: it remembers one from leaving it until the app ends."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._workspace = app.workspace
        self._rows: list[Row] = []
        self._of: _Shown | None = None

    def take(self, screen: Screen[Any]) -> None:
        """Remember the page of a screen that is shown no more, if the next start will begin with it."""
        self._of = None
        if isinstance(screen, ReadingScreen) and screen.is_there and screen.visit is None:
            with suppress(*_MAY_FAIL):
                self._take(screen)

    def _take(self, screen: ReadingScreen) -> None:
        work = screen.work
        if work.only_page.is_on != self._workspace.settings.only_page:
            return
        shown = self._shown(work.reading.info.id)
        if (shown.place, shown.version) != (work.reading.locator(), work.version):
            return
        line = screen.query_one(ProgressLine)
        line.say("")
        line.on_leave()
        work.whereabouts.show(at_first=True)
        reading = work.reading
        numbers = tuple(index + 1 for index in reading.pages)
        screen.query_one(PageView).show(reading.columns(), work.area.geometry, numbers=numbers)
        self._rows = list(_rows(screen))
        if len(self._rows) == shown.size.height:
            self._of = shown

    def _shown(self, work_id: str) -> _Shown:
        workspace, entry = self._workspace, self._workspace.entry(work_id)
        return _Shown(
            work_id,
            (entry.sha256, entry.repaired) if entry else None,
            workspace.place(work_id),
            self._app.size,
            workspace.settings,
            view_of(workspace, work_id),
        )

    def keep(self) -> None:
        """Keep it in a file, now that everything is saved; the catalogue is closed by that."""
        if self._of is not None:
            with suppress(*_MAY_FAIL):
                self._keep(self._of)

    def _keep(self, of: _Shown) -> None:
        workspace = self._workspace
        if self._shown(of.work) != of or workspace.resume_target() != of.work:
            return
        mirrored = mirrored_place(workspace.catalogue, workspace.folders.state, of.work)
        if mirrored != of.place:  # the state was changed elsewhere, and the next start has to read it
            return
        files = list(_files_read(workspace, of.work))
        workspace.close()
        folders, catalogue = workspace.folders, workspace.folders.catalogue
        log = catalogue.with_name(f"{catalogue.name}-wal")
        theme = theme_file(folders.config, of.settings.theme)  # a theme of the reader's own
        needs = [catalogue, log, folders.settings, theme, folders.state]
        if folders.shared is not None:
            needs.append(folders.data / folders.state.name)  # it would be merged
        frame = Frame(of.work, of.size.width, self._rows)
        keep(frame, folders.data, needs=needs, state=folders.state, files=files)


def _rows(screen: ReadingScreen) -> Iterator[Row]:
    """The rows of the screen as far as it has nothing on it but the page and its lines."""
    title, page, place = (
        screen.query_one(QuietLine),
        screen.query_one(PageView),
        screen.query_one(ProgressLine),
    )
    colours = COLOR_SYSTEMS.get(screen.app.console.color_system or "", ColorSystem.TRUECOLOR)
    y = 0
    for widget in (title, page, place):
        region = widget.region
        if not widget.display or not region.height:
            continue
        if (region.x, region.y, region.width) != (0, y, screen.app.size.width):
            return
        y += region.height
        for strip in widget.render_lines(Region(0, 0, *region.size)):
            yield _runs(strip, colours)


def _runs(strip: Strip, colours: ColorSystem) -> Row:
    runs: list[tuple[str, str]] = []
    for text, style, _ in strip:
        look = Strip.render_ansi(style, colours) if style else ""
        if runs and runs[-1][0] == look:
            runs[-1] = (look, runs[-1][1] + text)
        elif text:
            runs.append((look, text))
    return runs


def _files_read(workspace: Workspace, work_id: str) -> Iterator[Path]:
    """Where the file lies that the text of a work was read from, as long as it is as it was then."""
    files = workspace.catalogue.files(work_id)
    used = {file.sha256 for file in files if file.in_use}
    for file in files:
        if file.path is None or file.sha256 not in used:
            continue
        path = Path(os.fsdecode(file.path))
        with suppress(OSError):
            status = path.stat()
            if (status.st_size, status.st_mtime_ns) == (file.size, file.modified) and str(path).isprintable():
                yield path
