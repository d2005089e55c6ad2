"""The terminal app: its screens, its themes, and a clean end whatever ends it."""

from __future__ import annotations

import asyncio
import logging
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import events
from textual.app import App

from reader.first_frame.held_terminal import held
from reader.ui import right_button
from reader.ui.commands.command import bindings
from reader.ui.commands.everywhere import APP_COMMANDS, Quit
from reader.ui.idle_work import IdleWork
from reader.ui.keys.in_turn import KeysInTurn
from reader.ui.modes import LIBRARY, READING
from reader.ui.notices import Notices
from reader.ui.reading.state_watching import StateWatch
from reader.ui.saving import Saver
from reader.ui.settling import Settling
from reader.ui.style_sheets import add_what_comes_later, sheets_to_begin_with
from reader.ui.terminal.interruptions import Interruptions
from reader.ui.terminal.output_filters import output_filters
from reader.ui.themes import theme_in_force
from reader.ui.themes.app_theme import AppTheme

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import RenderableType
    from textual.driver import Driver
    from textual.screen import Screen
    from textual.theme import Theme

    from reader.reading.sought import FoundPassage
    from reader.ui.keys.rebinding import Rebinding
    from reader.ui.last_frames.frames import LastFrames
    from reader.ui.outside import Outside
    from reader.ui.overlays import Overlays
    from reader.ui.screens.library import LibraryScreen
    from reader.ui.screens.reading import ReadingScreen
    from reader.ui.screens.search import SearchScreen
    from reader.ui.terminal.painted import PaintedLibrary
    from reader.workspace import Workspace

LEAST_WIDTH = 40
LEAST_HEIGHT = 10

log = logging.getLogger(__name__)


class ReaderApp(App[int]):
    """Reader in a terminal."""

    TITLE = "Reader"
    BINDINGS: ClassVar = bindings((Quit, *APP_COMMANDS.values()))
    ENABLE_COMMAND_PALETTE = False
    """Textual's own; there is one of ours."""
    ALLOW_SELECT = False
    """Selecting text is Textual's own too: it fails on what is taken away under the mouse."""
    _is_themed = False

    def __init__(
        self,
        workspace: Workspace,
        target: str | None = None,
        *,
        opener: Callable[[str], bool] | None = None,
    ) -> None:
        """`opener` opens addresses outside of the terminal; the system's own programs if there is none."""
        self.DEFAULT_MODE = LIBRARY if target is None else READING  # type: ignore[misc]  # read from the app
        super().__init__(css_path=sheets_to_begin_with(reading=target is not None))
        self.animation_level = "none"  # nothing slides
        self.workspace = workspace
        self.begun_with = workspace.settings  # some count at the start alone
        self.notices = Notices(workspace)
        self.saver = Saver(self, workspace, self._say_failed)
        self._target = target
        self._opener = opener
        self._is_reading = False
        self._turn = asyncio.Lock()  # one change of mode after the other, however fast keys come
        self.idle = IdleWork(self)
        self.settling = Settling(self)
        self.themes = AppTheme(self)
        self._keys = KeysInTurn(self)
        self._begin_with(theme_in_force(workspace.settings, workspace.folders.config))
        self.painted: PaintedLibrary | None = None
        """The library as it stands on the screen already; None where it does not."""
        if held.shows_library:
            from reader.ui.terminal.painted import PaintedLibrary  # there may be none

            self.painted = PaintedLibrary(self, self._keys)

    def _begin_with(self, theme: Theme) -> None:
        """Have a theme in force from the start; to assign it would have the style sheets parsed twice."""
        self._is_themed = True
        self.register_theme(theme)
        self.set_reactive(App.theme, theme.name)
        self.stylesheet.set_variables(self.get_css_variables())
        self._filters = self._filters[:1]  # without the greys that Textual makes of colours for NO_COLOR
        self._refresh_truecolor_filter(self.ansi_theme)
        self._filters += output_filters(self.workspace.settings)

    def get_css_variables(self) -> dict[str, str]:
        """The theme's; none while Textual sets itself up, and would work out those of a theme of its own."""
        return super().get_css_variables() if self._is_themed else {}

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Write a frame to the terminal, but none while what was painted is to stay."""
        if self.painted is None or self.painted.is_over:
            super()._display(screen, renderable)

    def get_driver_class(self) -> type[Driver]:
        """Textual's own, or one that goes on with what was painted already."""
        if not held.is_held:
            return super().get_driver_class()
        from reader.ui.terminal.taking_over import TakingOver  # there may be none

        return TakingOver

    # -- Screens ----------------------------------------------------------------------------------------

    def get_default_screen(self) -> Screen[None]:
        """The screen of the mode that the app starts in.

        It is given here and not as a mode, which would have the style sheets applied twice.
        """
        if self._target is None:
            return self._new_library()
        return self._new_reading(self._target)

    def on_ready(self) -> None:
        """Now that the first screen is there, name both modes."""
        StateWatch(self).begin()
        self.add_mode(LIBRARY, self._new_library)
        if self._target is None:  # a reading screen does so when its page is shown
            self.call_after_refresh(self.saver.settings.watch)
            self.call_after_refresh(self.notices.show, self.screen)
        if self._target is not None:
            self._add_reading(self._target)
        add_what_comes_later(self.stylesheet, reading=self._target is not None)

    def _new_library(self) -> Screen[None]:
        from reader.ui.screens.library import LibraryScreen  # not needed to show a page

        return LibraryScreen(self.workspace)

    def _new_reading(self, work_id: str, passage: FoundPassage | None = None) -> Screen[None]:
        from reader.ui.screens.reading import ReadingScreen  # not needed to show the library

        return ReadingScreen(self.workspace, work_id, passage)

    def _add_reading(self, work_id: str, passage: FoundPassage | None = None) -> None:
        self._is_reading = True
        self.add_mode(READING, partial(self._new_reading, work_id, passage))

    async def on_library_screen_opened(self, event: LibraryScreen.Opened) -> None:
        """Open the work that was chosen in the library."""
        await self.open_work(event.work_id)

    async def on_search_screen_opened(self, event: SearchScreen.Opened) -> None:
        """Open the work in which something was found, at the passage; on the way back the search is there."""
        from reader.ui.screens.library import LibraryScreen

        library = self.screen_stack[0]
        if isinstance(library, LibraryScreen):  # and not a work already, opened a moment before
            library.opening.opened(event.passage.work_id)
            await self.open_work(event.passage.work_id, event.passage)

    async def open_work(self, work_id: str, passage: FoundPassage | None = None) -> None:
        """Show the page of a work where its reader stopped, or the one with a passage."""
        if self.workspace.entry(work_id) is None:
            self.notify("That work is no longer in the library.", severity="warning")
            return
        async with self._turn:
            if not self._is_reading:
                self._add_reading(work_id, passage)
                await self.switch_mode(READING)

    async def leave_reading(self) -> LibraryScreen:
        """From the page back to the library, which is returned."""
        from reader.ui.screens.library import LibraryScreen

        async with self._turn:
            if self._is_reading:
                reading = cast("ReadingScreen", self.get_screen_stack(READING)[0])
                await self.switch_mode(LIBRARY)
                self.last_frames.take_page(reading)
                self.remove_mode(READING)
                self._is_reading = False
        library = self.screen_stack[0]
        assert isinstance(library, LibraryScreen)  # noqa: S101  # the mode's own screen
        return library

    async def filter_library(self, kind: str, name: str) -> None:
        """From the page to the library, showing the works with a tag."""
        library = await self.leave_reading()
        while self.screen is not library:
            await self.pop_screen()
        library.call_after_refresh(library.filtering.only, kind, name)

    @cached_property
    def outside(self) -> Outside:
        """What is opened outside of the terminal."""
        from reader.ui.outside import Outside, open_with_system  # only when asked for

        return Outside(self._opener or open_with_system)

    def on_unmount(self) -> None:
        """Leave nothing behind."""
        if "outside" in self.__dict__:
            self.outside.close()

    def on_resize(self, event: events.Resize) -> None:
        """Say so when the terminal is too small; that goes by itself when it has grown."""
        if event.size.width >= LEAST_WIDTH and event.size.height >= LEAST_HEIGHT:
            return
        from reader.ui.screens.too_small import TooSmallScreen  # seldom needed

        if not any(isinstance(screen, TooSmallScreen) for screen in self.screen_stack):
            self.push_screen(TooSmallScreen(LEAST_WIDTH, LEAST_HEIGHT))

    # -- Commands ---------------------------------------------------------------------------------------

    async def on_event(self, event: events.Event) -> None:
        """Handle one key after the other."""
        if isinstance(event, events.Key):
            self.idle.put_off()
        if not right_button.takes(self, event) and not self._keys.hold(event):
            if isinstance(event, events.Key):
                self._rebinding.reach()
            await super().on_event(event)
            self._keys.handled(event)

    @cached_property
    def _rebinding(self) -> Rebinding:
        from reader.ui.keys.rebinding import Rebinding  # not needed to show a page

        return Rebinding(self)

    def action_do_anywhere(self, command: str) -> None:
        """Carry out one of the app's own commands, named by its id."""
        APP_COMMANDS[command].run(self)

    @cached_property
    def overlays(self) -> Overlays:
        """What can be opened over any screen."""
        from reader.ui.overlays import Overlays  # only when asked for

        return Overlays(self)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Have no cursor blink."""
        if hasattr(event.widget, "cursor_blink"):
            event.widget.cursor_blink = False

    # -- Beginning and end ------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Listen for what may end the program."""
        self.settling.soon()
        if not self.is_headless:
            Interruptions(self).listen()

    async def action_quit(self) -> None:
        """Save and quit."""
        self.end()

    def end(self) -> None:
        """Save, remember for the next start what is shown, and end."""
        self.last_frames.look()
        self.saver.now()
        if self._is_reading and self.current_mode == READING:
            self.last_frames.take_page(cast("ReadingScreen", self.screen_stack[0]))
        elif self.current_mode == LIBRARY:
            self.last_frames.take_library(cast("LibraryScreen", self.screen_stack[0]))
        self.exit(0)

    @cached_property
    def last_frames(self) -> LastFrames:
        """What is shown last, for the next starts."""
        from reader.ui.last_frames.frames import LastFrames  # not before something was left

        return LastFrames(self)

    def _say_failed(self, reason: str) -> None:
        if self.is_running:
            from reader.ui.problems import tell_problem  # seldom needed

            tell_problem(self, reason)
        else:
            log.error("%s", reason)

    def _fatal_error(self) -> None:
        """Leave the report of a defect to `run`, which has it written to the log instead of the screen."""
        self._close_messages_no_wait()
