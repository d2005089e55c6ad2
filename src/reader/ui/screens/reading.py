"""The reading screen: a page between two quiet lines, and a panel beside it on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.screen import Screen

from reader.ui.asking import Asking
from reader.ui.commands.command import bindings
from reader.ui.commands.reading import READING_COMMANDS, READING_GROUPS, READING_HELP
from reader.ui.panel.panels import Panel
from reader.ui.reading.open_work import OpenWork
from reader.ui.reading.text_versions import TextVersions
from reader.ui.reading.waking import Waking
from reader.ui.screens.terminal_sized import TerminalSized
from reader.ui.widgets.page import PageView
from reader.ui.widgets.progress_line import ProgressLine
from reader.ui.widgets.quiet_lines import QuietLine
from reader.work.locator import Match

if TYPE_CHECKING:
    from collections.abc import Awaitable, Iterator

    from textual import events
    from textual.app import ComposeResult

    from reader.reading.reading import Place, Reading
    from reader.reading.sought import FoundPassage
    from reader.ui.app import ReaderApp
    from reader.ui.search.visiting import Visit
    from reader.ui.widgets.prompt import Prompt
    from reader.ui.widgets.side_panel import SidePanel
    from reader.workspace import Workspace

_LINES = 2
"""The rows above and below the page."""


class ReadingScreen(TerminalSized, Screen[None]):
    """One work, page by page."""

    BINDINGS: ClassVar = bindings(command for _, commands in READING_GROUPS for command in commands)
    COMMAND_GROUPS: ClassVar = READING_HELP
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012  # Textual declares it so
    AUTO_FOCUS = None
    app: ReaderApp

    def __init__(self, workspace: Workspace, work_id: str, passage: FoundPassage | None = None) -> None:
        """With a passage the work is opened there, to be looked at."""
        super().__init__()
        self.workspace = workspace
        self._count = ""
        self._preparing: Iterator[None] = iter(())
        self.asking = Asking(self)
        self.waking = Waking(self)
        self.work = OpenWork(self, work_id)
        self.visit = self._begin_visit(passage) if passage else None
        self.versions = TextVersions(self)

    def _begin_visit(self, passage: FoundPassage) -> Visit:
        from reader.ui.search.visiting import Visit  # not needed to go on reading

        visit = Visit(self, passage)
        visit.begin()
        return visit

    @property
    def reading(self) -> Reading:
        """The reading of the work."""
        return self.work.reading

    def compose(self) -> ComposeResult:
        """A line, the page with its panel, a line."""
        yield QuietLine(id="title-line")
        with Horizontal(id="desk"):
            yield PageView(id="page")
        yield ProgressLine(id="place-line")

    def on_mount(self) -> None:
        """Have the page ready for the first frame; it is set anew only if its area turns out another."""
        if not self.is_there:
            return
        width, height = self.app.size
        only_page = self.workspace.settings.only_page
        if only_page:
            self.work.only_page.begin()
        self.work.area.resize(width, height if only_page else height - _LINES)
        self.show_page()
        if self.work.match is Match.APPROXIMATE and self.visit is None:
            self.say("The text has changed: this is about as far as you had read")
        self._update_timer.resume()  # it begins with a pause, which the first key need not wait for
        self.call_after_refresh(self.waking.go_on)
        self.versions.watch()

    @property
    def is_there(self) -> bool:
        """Whether it has its widgets: keys come before it does, and much comes after it was left."""
        return self.display and bool(self.query(PageView))  # undisplayed while it is taken apart

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "do" and self.work.is_choosing:  # the keys are the passage's
            return False
        return self.is_mounted and self.is_there

    async def take_up(self) -> None:
        """Now that the page is shown, read the state: say what is wrong with it, and show the marks.

        That the work was opened is remembered, unless its place was lost: then only a move may replace it.
        """
        if not self.is_attached:  # left already
            return
        self.waking.is_done = True
        await self.app.saver.settings.watch()
        await self.app.notices.show(self)
        if words := self.work.first_words:
            self.say(words)
        if self.visit is not None:
            self.visit.mark()
            if self.visit.placing:
                await self.work.passage.begin(placing=self.visit.placing)
        elif self.work.match is not Match.APPROXIMATE or self.waking.has_moved:
            self._remember()
        if self.work.keeping.marks():
            self.show_page()
        else:
            self.work.whereabouts.show()
        self.app.settling.soon()

    def on_screen_suspend(self) -> None:
        """The page is covered, or left for the library."""
        self.work.whereabouts.look()

    def on_screen_resume(self) -> None:
        """The page is in sight again."""
        self.work.whereabouts.look()

    def on_unmount(self) -> None:
        """Keep the time read."""
        self.app.idle.stop(self._preparing)
        self.work.whereabouts.leave()

    # -- Showing ----------------------------------------------------------------------------------------

    def on_page_view_area_changed(self, event: PageView.AreaChanged) -> None:
        """Set the pages for the new area; the place stays."""
        if self.work.area.resize(event.width, event.height):
            self.show_page()

    def show_page(self) -> None:
        """Show the page that holds the place, and what stands around it."""
        if not self.is_there:
            return
        reading = self.reading
        numbers = tuple(index + 1 for index in reading.pages)
        page = self.query_one(PageView)
        page.show(reading.columns(), self.work.area.geometry, self.work.highlights(), numbers)
        self.work.whereabouts.show()
        self._preparing = self.reading.prepare()
        self.app.idle.begin(self._preparing)

    def say(self, words: str) -> None:
        """Say something for a moment below the page."""
        for line in self.query(ProgressLine):
            line.say(words)

    # -- Doing and moving -------------------------------------------------------------------------------

    @property
    def count(self) -> int | None:
        """The number typed before the key of the command that is carried out."""
        return int(self._count) if self._count else None

    def on_key(self, event: events.Key) -> None:
        """Digits before a motion count it."""
        digit = event.character or ""
        if digit.isascii() and digit.isdigit() and (self._count or digit != "0"):
            self._count = (self._count + digit)[-4:]
            event.stop()

    def take_count(self) -> int | None:
        """The number typed before the key, which counts once."""
        count, self._count = self.count, ""
        return count

    def action_do(self, command: str) -> Awaitable[None] | None:
        """Carry out one of the screen's commands, named by its id; Textual awaits what it returns."""
        doing = READING_COMMANDS[command].run(self)
        self._count = ""
        return doing

    def moved(self, moved: bool = True) -> None:
        """Show and remember where the reading is now; nothing if it has not moved."""
        if moved:
            self.say("")  # anything said was about the place before
            self._remember()
            self.work.forget_link()
            self.show_page()

    def _remember(self) -> None:
        if self.work.texts.whole and not (self.visit and self.visit.moved()):
            if self.waking.is_done:
                self.work.keep_place()
            else:
                self.waking.owe()
            self.app.saver.soon()

    def jump(self, place: Place | None) -> None:
        """Go to a place, if there is one."""
        if place is not None:
            self.moved(self.reading.jump(place))

    def turn(self, pages: int) -> None:
        """Turn pages; from the last one on to the next part of a series, if that is wanted."""
        moved = self.reading.turn(pages)
        self.moved(moved)
        if not moved and pages > 0 and self.reading.info.series:
            self.work.next_part.ask()

    def on_page_view_turned(self, event: PageView.Turned) -> None:
        self.turn(event.times)

    async def on_page_view_dragged(self, event: PageView.Dragged) -> None:
        await self.work.passage.drag(event.start, event.end)

    def on_progress_line_clicked(self, event: ProgressLine.Clicked) -> None:
        chapter, share = event.target.chapter, event.target.share
        self.jump(self.reading.chapter_start(chapter) if share is None else self.reading.at_share(share))

    # -- Links ------------------------------------------------------------------------------------------

    def on_page_view_link_clicked(self, event: PageView.LinkClicked) -> None:
        self.work.following.follow_address(event.link)

    async def on_page_view_picture_clicked(self, event: PageView.PictureClicked) -> None:
        if target := self.work.links.picture(event.block):
            await self.work.following.open_picture(target)
        else:
            self.turn(event.times)

    def on_page_view_fold_clicked(self, event: PageView.FoldClicked) -> None:
        self.work.following.unfold(event.start)

    # -- The panel --------------------------------------------------------------------------------------

    async def show_panel(self, panel: Panel) -> None:
        """Show a panel beside the page, or close it."""
        self.work.look_panel.close()
        await self.work.panel.toggle(panel, self.query_one("#desk"))

    async def on_side_panel_named(self, event: SidePanel.Named) -> None:
        await self.show_panel(event.panel)

    async def on_side_panel_picked(self, event: SidePanel.Picked) -> None:
        if event.panel is Panel.TAGS:
            kind, _, name = event.key.partition(":")
            await self.app.filter_library(kind, name)
            return
        await self.work.panel.close()
        self.jump(self.work.panel.place_of(event.panel, event.key))

    # -- Marks ------------------------------------------------------------------------------------------

    def show_marks(self) -> None:
        """Show the marks as they are now."""
        self.work.panel.refresh_marks()
        self.show_page()

    async def on_side_panel_deleted(self, event: SidePanel.Deleted) -> None:
        await self.work.marking.delete(event.key)

    async def on_side_panel_asked(self, event: SidePanel.Asked) -> None:
        await self.work.mark_acting.act(event.what, event.key)

    # -- Asking -----------------------------------------------------------------------------------------

    async def on_prompt_left(self, _: Prompt.Left) -> None:
        await self.asking.stop()

    async def on_prompt_answered(self, event: Prompt.Answered) -> None:
        await self.work.questions.answered(event.purpose, event.words)

    # -- Leaving ----------------------------------------------------------------------------------------

    def action_show_versions(self) -> None:
        self.versions.show()

    async def action_leave_mode(self) -> None:
        self._count = ""
        if await self.asking.stop() or self.work.look_panel.close() or await self.work.panel.close():
            return
        if self.work.links.forget():
            self.show_page()
        elif not (self.work.finding.stop() or self.work.only_page.leave()) and self.visit is not None:
            await self.action_leave()

    async def action_leave(self) -> None:
        await self.app.saver.saved()
        await self.app.leave_reading()
