"""The page that was shown last."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textual.geometry import Region

from reader.first_frame.keeping import Frame
from reader.ui.last_frames.taken import Taken, rows_of
from reader.ui.widgets.page import PageView
from reader.ui.widgets.progress_line import ProgressLine
from reader.ui.widgets.quiet_lines import QuietLine
from reader.workspace.mirror_stamp import mirrored_place
from reader.workspace.views import view_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textual.geometry import Size
    from textual.strip import Strip

    from reader.settings import Settings
    from reader.ui.app import ReaderApp
    from reader.ui.screens.reading import ReadingScreen
    from reader.work.locator import Locator
    from reader.workspace import Workspace


class _Shown(NamedTuple):
    """What is shown of a work, as far as it decides what a page looks like."""

    work: str
    version: tuple[str, bool] | None
    place: Locator | None
    size: Size
    settings: Settings
    view: Mapping[str, object]


def taken_page(screen: ReadingScreen) -> Taken | None:
    """The page of a screen that is shown no more, if the next start would begin with it."""
    work, app = screen.work, screen.app
    if not screen.is_there or screen.visit is not None:
        return None
    if work.only_page.is_on != app.workspace.settings.only_page:
        return None
    shown = _shown(app, work.reading.info.id)
    if (shown.place, shown.version) != (work.reading.locator(), work.version):
        return None
    line = screen.query_one(ProgressLine)
    line.say("")
    line.on_leave()
    work.whereabouts.show(at_first=True)
    reading = work.reading
    numbers = tuple(index + 1 for index in reading.pages)
    screen.query_one(PageView).show(reading.columns(), work.area.geometry, numbers=numbers)
    rows = rows_of(_strips(screen), app)
    if len(rows) != shown.size.height:
        return None
    return Taken(
        Frame(shown.work, shown.size.width, rows),
        lambda: _is_begun_with(app, shown),
        (),
        lambda: _files_read(app.workspace, shown.work),
    )


def _shown(app: ReaderApp, work_id: str) -> _Shown:
    workspace, entry = app.workspace, app.workspace.entry(work_id)
    return _Shown(
        work_id,
        (entry.sha256, entry.repaired) if entry else None,
        workspace.place(work_id),
        app.size,
        workspace.settings,
        view_of(workspace, work_id),
    )


def _is_begun_with(app: ReaderApp, shown: _Shown) -> bool:
    """Whether the next start shows this. Where the state was changed elsewhere, it has to read that first."""
    workspace = app.workspace
    if _shown(app, shown.work) != shown or workspace.resume_target() != shown.work:
        return False
    return mirrored_place(workspace.catalogue, workspace.folders.state, shown.work) == shown.place


def _strips(screen: ReadingScreen) -> Iterator[Strip]:
    """The rows of the screen as far as it has nothing on it but the page and its lines."""
    title, page, place = (
        screen.query_one(QuietLine),
        screen.query_one(PageView),
        screen.query_one(ProgressLine),
    )
    y = 0
    for widget in (title, page, place):
        region = widget.region
        if not widget.display or not region.height:
            continue
        if (region.x, region.y, region.width) != (0, y, screen.app.size.width):
            return
        y += region.height
        yield from widget.render_lines(Region(0, 0, *region.size))


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
