"""The reading screen: a page between two quiet lines, and a panel beside it on demand."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.containers import Horizontal
from textual.screen import Screen

from reader.keeping import Keeping
from reader.layout.style import PageStyle
from reader.page_links import Links
from reader.reading import Reading
from reader.ui.asking import Asking
from reader.ui.commands import bindings
from reader.ui.marking import Marking
from reader.ui.motions import MOTION_BY_ID, READING_GROUPS
from reader.ui.page_area import PageArea
from reader.ui.page_search import PageSearch
from reader.ui.panels import Panel
from reader.ui.reading_panel import ReadingPanel
from reader.ui.reading_words import chapter_words, goal, place_words, share_words
from reader.ui.widgets.banner import Banner
from reader.ui.widgets.page import Highlight, Highlighted, PageView
from reader.ui.widgets.quiet_lines import ProgressLine, QuietLine
from reader.work.locator import Match
from reader.work.tags import language_code

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from reader.reading import Place
    from reader.ui.app import ReaderApp
    from reader.ui.widgets.prompt import Prompt
    from reader.ui.widgets.side_panel import SidePanel
    from reader.workspace import Workspace

_IDLE_AFTER = 0.05
"""Seconds without a page turn after which neighbouring chapters are laid out."""
_SHORT_WIDTH = 72
"""Below so many columns the line above the page leaves out the chapter's title."""


class ReadingScreen(Screen[None]):
    """One work, page by page."""

    BINDINGS: ClassVar = bindings(command for _, commands in READING_GROUPS for command in commands)
    COMMAND_GROUPS: ClassVar = READING_GROUPS
    AUTO_FOCUS = None
    app: ReaderApp

    def __init__(self, workspace: Workspace, work_id: str) -> None:
        super().__init__()
        self.workspace = workspace
        self._count = ""
        self.asking = Asking(self)
        self._open(work_id)

    def _open(self, work_id: str) -> None:
        """Begin a reading of the text as it is now, at the place in the state."""
        settings = self.workspace.settings
        info = self.workspace.work_info(work_id)
        style = PageStyle(
            measure=settings.measure,
            indent=settings.indent,
            notes=settings.notes,
            language=language_code(info.language) or "",
        )
        self.reading = Reading(info, self.workspace.catalogue, style)
        self.area = PageArea(self.reading, settings.measure)
        self.keeping = Keeping(self.reading, self.workspace.store)
        self.links = Links(self.reading)
        self.search = PageSearch(self.reading)
        self.panel = ReadingPanel(self, self.reading, self.keeping)
        self.marking = Marking(
            self.keeping,
            self.app.saver,
            say=self._say,
            refuse=lambda words: self.notify(words, severity="error", markup=False),
            shown=self._marks_changed,
        )
        self._match = self.keeping.resume()

    def compose(self) -> ComposeResult:
        """A line, the page with its panel, a line."""
        if self.workspace.notice:
            yield Banner(self.workspace.notice)
        yield QuietLine(id="title-line")
        with Horizontal(id="desk"):
            yield PageView(id="page")
        yield ProgressLine(id="place-line")

    def on_mount(self) -> None:
        """Remember that the work was opened, unless its place was lost: then only a move may replace it."""
        if self._match is Match.APPROXIMATE:
            self._say("The text has changed: this is about as far as you had read")
        else:
            self.call_after_refresh(self._remember)
        if any(mark.match is Match.APPROXIMATE for mark in self.keeping.marks()):
            self._say("Some bookmarks were not found in this version of the text")
        self.app.settle()

    # -- Showing ----------------------------------------------------------------------------------------

    def on_page_view_area_changed(self, event: PageView.AreaChanged) -> None:
        """Set the pages for the new area; the place stays."""
        self.area.resize(event.width, event.height)
        self.show_page()

    def show_page(self) -> None:
        """Show the page that holds the place, and what stands around it."""
        reading = self.reading
        self.query_one(PageView).show(reading.lines(), reading.style.measure, self._highlights())
        short = self.size.width < _SHORT_WIDTH
        self.query_one("#title-line", QuietLine).show(reading.info.title, chapter_words(reading, short=short))
        marks = len(self.keeping.marks())
        self.query_one(ProgressLine).show(
            place_words(reading), share_words(reading, marks), reading.progress, reading.chapter_shares()
        )
        self._prepare()

    def _say(self, words: str) -> None:
        self.query_one(ProgressLine).say(words)

    @work(exclusive=True, group="prepare")
    async def _prepare(self) -> None:
        """Lay out the neighbouring chapters in slices between keys, once the page is on the screen."""
        await asyncio.sleep(_IDLE_AFTER)
        for _ in self.reading.prepare():
            await asyncio.sleep(0)

    def _highlights(self) -> tuple[Highlighted, ...]:
        marks = [
            Highlighted(mark.place.offset, mark.shown_end, Highlight.MARK)
            for mark in self.keeping.marks_on_page()
        ]
        matches = [Highlighted(*stretch, Highlight.MATCH) for stretch in self.search.on_page()]
        chosen = self.links.chosen_stretch()
        link = [Highlighted(*chosen, Highlight.CHOSEN)] if chosen else []
        return (*marks, *matches, *link)

    # -- Moving -----------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """Digits before a motion count it."""
        digit = event.character or ""
        if digit.isascii() and digit.isdigit() and (self._count or digit != "0"):
            self._count = (self._count + digit)[-4:]
            event.stop()

    def action_move(self, motion: str) -> None:
        count, self._count = int(self._count) if self._count else None, ""
        self._moved(MOTION_BY_ID[motion].move(self.reading, count))

    def _moved(self, moved: bool = True) -> None:
        if moved:
            self._remember()
            self.links.forget()
            self.show_page()

    def _remember(self) -> None:
        self.keeping.remember_place()
        self.app.saver.soon()

    def _jump(self, place: Place | None) -> None:
        if place is not None:
            self._moved(self.reading.jump(place))

    def on_page_view_turned(self, event: PageView.Turned) -> None:
        self._moved(self.reading.turn(event.pages))

    def on_progress_line_clicked(self, event: ProgressLine.Clicked) -> None:
        self._jump(self.reading.at_share(event.share))

    # -- Links ------------------------------------------------------------------------------------------

    def action_next_link(self) -> None:
        if self.links.choose_next():
            self.show_page()

    def action_follow_link(self) -> None:
        if link := self.links.chosen_link():
            self._follow(link)

    def on_page_view_link_clicked(self, event: PageView.LinkClicked) -> None:
        self._follow(event.link)

    def _follow(self, link: str) -> None:
        if link.startswith("#"):
            place = self.links.target(link)
            self._jump(place)
            if place is None:
                self._say("That link leads nowhere in this work")
        else:
            self.app.open_url(link)
            self._say(f"Opened outside: {link}")

    # -- The panel --------------------------------------------------------------------------------------

    async def action_show_contents(self) -> None:
        await self.panel.toggle(Panel.CONTENTS, self.query_one("#desk"))

    async def action_show_bookmarks(self) -> None:
        await self.panel.toggle(Panel.BOOKMARKS, self.query_one("#desk"))

    async def action_show_tags(self) -> None:
        await self.panel.toggle(Panel.TAGS, self.query_one("#desk"))

    async def on_side_panel_picked(self, event: SidePanel.Picked) -> None:
        if event.panel is Panel.TAGS:
            kind, _, name = event.key.partition(":")
            await self.app.filter_library(kind, name)
            return
        await self.panel.close()
        if event.panel is Panel.CONTENTS:
            self._jump(self.reading.chapter_start(int(event.key)))
        else:
            marks = {mark.bookmark.id: mark.place for mark in self.keeping.marks()}
            self._jump(marks.get(event.key))

    # -- Marks ------------------------------------------------------------------------------------------

    def _marks_changed(self) -> None:
        self.panel.refresh_marks()
        self.show_page()

    async def on_side_panel_deleted(self, event: SidePanel.Deleted) -> None:
        await self.marking.delete(event.key)

    async def action_toggle_mark(self) -> None:
        await self.marking.toggle()

    async def action_mark_with_note(self) -> None:
        if self.marking.allowed():
            await self.asking.ask("note", "A note on this place")

    async def action_undo(self) -> None:
        await self.marking.undo()

    # -- Going and finding ------------------------------------------------------------------------------

    async def action_go_to(self) -> None:
        await self.asking.ask("go to", "a page, 40% or ch 7")

    async def action_find_text(self) -> None:
        await self.asking.ask("find", "find in this work", self.search.words)

    async def on_prompt_left(self, _: Prompt.Left) -> None:
        await self.asking.stop()

    async def on_prompt_answered(self, event: Prompt.Answered) -> None:
        await self.asking.stop()
        if event.purpose == "note":
            await self.marking.mark(event.words)
        elif event.purpose == "find":
            self._show_match(self.search.start(event.words))
        elif event.words.strip():
            place = goal(event.words, self.reading)
            self._jump(place)
            if place is None:
                self._say("Type a page (12), a share (40%) or a chapter (ch 7)")

    def action_find_next(self) -> None:
        self._show_match(self.search.next(1))

    def action_find_previous(self) -> None:
        self._show_match(self.search.next(-1))

    def _show_match(self, place: Place | None) -> None:
        if self.search.words:
            self._say(self.search.summary(place))
        if place is None:
            self.show_page()
        else:
            self._jump(place)

    # -- The look of the page ---------------------------------------------------------------------------

    def action_narrow_measure(self) -> None:
        self._measured(self.area.widen(-1))

    def action_widen_measure(self) -> None:
        self._measured(self.area.widen(1))

    def action_reset_measure(self) -> None:
        self._measured(self.area.reset())

    def _measured(self, measure: int) -> None:
        self.workspace.remember_setting("measure", measure)
        self.show_page()

    def action_toggle_notes(self) -> None:
        self.reading.restyle(notes=not self.reading.style.notes)
        self.workspace.remember_setting("notes", self.reading.style.notes)
        self.show_page()
        self._say("Notes shown" if self.reading.style.notes else "Notes hidden")

    async def action_toggle_repair(self) -> None:
        work_id, off = self.reading.info.id, self.keeping.repair_is_off
        entry = self.workspace.entry(work_id)
        if entry is None or not (off or entry.repaired):
            self._say("No paragraphs were put back in this work")
            return
        self.keeping.remember_place()
        if not self.workspace.set_repair(work_id, off):
            self._say("The file this work was read from is gone, so its text stays as it is")
            return
        await self.panel.close()
        self._open(work_id)
        page = self.query_one(PageView)
        self.area.resize(page.size.width, page.page_height)
        self.show_page()
        self._say("Lost paragraphs put back" if off else "The text as it came, without paragraphs put back")

    # -- Leaving ----------------------------------------------------------------------------------------

    async def action_leave_mode(self) -> None:
        self._count = ""
        if await self.asking.stop() or await self.panel.close():
            return
        if self.search.stop():
            self.show_page()

    async def action_leave(self) -> None:
        await self.app.saver.saved()
        await self.app.leave_reading()
