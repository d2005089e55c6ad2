"""The library as it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.scrollbar import ScrollBar

from reader.first_frame.keeping import Frame
from reader.ui.last_frames.taken import Taken, rows_of
from reader.ui.screens.library import LibraryScreen
from reader.ui.widgets.clickable_line import ClickableLine
from reader.ui.widgets.library_foot import LibraryFoot
from reader.ui.widgets.quiet_lines import QuietLine
from reader.ui.widgets.tag_pane import TagPane
from reader.ui.widgets.tag_sidebar import TagSidebar
from reader.ui.widgets.work_details import WorkDetails
from reader.ui.widgets.work_list import WorkHeads, WorkList
from reader.ui.widgets.work_pane import WorkPane
from reader.workspace.mirror_stamp import stamp_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.entries import Entry

_AT_FIRST = frozenset(
    {
        ClickableLine,
        Horizontal,
        LibraryFoot,
        LibraryScreen,
        QuietLine,
        TagPane,
        TagSidebar,
        WorkDetails,
        WorkHeads,
        WorkList,
        WorkPane,
    }
)
"""What the library shows when it has just come up, and scroll bars; no question, no banner and no toast."""


def taken_library(screen: LibraryScreen) -> Taken | None:
    """The library, if the next start would show the same works with the same one chosen.

    What a start never shows, words said for a moment and kinds of tags that were opened, is left out.
    """
    if not _is_as_at_start(screen):
        return None
    _show_as_at_start(screen)
    size = screen.app.size
    rows = rows_of(screen._compositor.render_strips(), screen.app)  # noqa: SLF001  # Textual has no public name for it
    if len(rows) != size.height:
        return None
    folders, entries = screen.workspace.folders, screen.model.entries
    return Taken(
        Frame("", size.width, rows),
        lambda: _is_shown_again(screen, entries),
        (folders.tag_table, folders.remembered),
        tuple,
    )


def _is_as_at_start(screen: LibraryScreen) -> bool:
    is_shown = screen.app.screen is screen  # and nothing is over it
    if not (is_shown and screen.query(WorkList)):  # or it never came so far
        return False
    placed = screen._compositor.visible_widgets  # noqa: SLF001  # as above
    model, shown = screen.model, [widget for widget, (region, _) in placed.items() if region]
    is_plain = not (
        screen._layout_required  # noqa: SLF001  # it is about to look otherwise
        or model.is_filtered
        or model.filters.hidden
        or model.filters.either
        or len(model.entries) < model.total
        or screen.selection.works.ids
        or screen.gathering.parts()
        or screen.workspace.notice
        or {type(widget) for widget in shown if not isinstance(widget, ScrollBar)} - _AT_FIRST
        or any(widget.mouse_over or widget.grabbed for widget in shown if isinstance(widget, ScrollBar))
    )
    return is_plain and screen.query_one(WorkList).has_focus and screen.query_one(TagPane).is_counted


def _show_as_at_start(screen: LibraryScreen) -> None:
    screen.line.show_as_at_start()
    screen.query_one(TagPane).show_as_at_start()
    works = screen.query_one(WorkList)
    works.show_first(works.first_visible)


def _is_shown_again(screen: LibraryScreen, entries: Sequence[Entry]) -> bool:
    """Whether what is so now is what the screen showed: others may have changed it at the last moment."""
    workspace = screen.workspace
    catalogue = workspace.catalogue
    if screen.tagging.is_behind or catalogue.mirror.stamp != stamp_of(workspace.folders.state):
        return False
    return not catalogue.changed_outside() or catalogue.entries(brief=True) == entries
