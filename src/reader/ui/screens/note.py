"""A note in a pop-up over the page that refers to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container
from textual.content import Content

from reader.reading.links import link_beside, links_in
from reader.reading.reading import Place
from reader.ui.commands.command import bindings
from reader.ui.commands.note_pop_up import NOTE_GROUPS, NOTES
from reader.ui.keys.sentences import told
from reader.ui.page.drawing import Highlight, Highlighted
from reader.ui.page.geometry import Geometry
from reader.ui.reading.note_pop_up import FRAME_CELLS, FRAME_ROWS, placed, set_note
from reader.ui.screens.framed import FramedScreen
from reader.ui.text_in_cells import shortened
from reader.ui.widgets.page import PageView

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult

    from reader.layout.style import PageStyle
    from reader.reading.footnotes import Note
    from reader.reading.links import PageLink
    from reader.ui.app import ReaderApp
    from reader.ui.reading.note_pop_up import Spot

_SETTLED = 0.1
"""Seconds in which the page under the note is set anew for another size of the terminal."""
_HINT = "{go-to-note} goes there · {close-note} closes"


class NoteScreen(FramedScreen[Place | str | None]):
    """One note, page by page if it is long.

    Its result is the place to go to, the link to follow, or nothing. `note_of` gives the note that a link
    leads to, if it leads to one: that is then shown in this one's place. `spot` says where the reference
    stands on the screen.
    """

    BINDINGS: ClassVar = bindings(NOTES)
    COMMAND_GROUPS: ClassVar = NOTE_GROUPS
    AUTO_FOCUS = None
    app: ReaderApp

    def __init__(
        self,
        note: Note,
        style: PageStyle,
        *,
        note_of: Callable[[str], Note | None],
        spot: Callable[[], Spot | None],
    ) -> None:
        super().__init__()
        self._note = note
        self._style = style
        self._note_of = note_of
        self._spot = spot
        self._index = 0
        self._chosen: PageLink | None = None

    def compose(self) -> ComposeResult:
        """A frame with the text in it."""
        with Container(id="note"):
            yield PageView(id="note-page")

    def on_mount(self) -> None:
        """Show the note."""
        self._set()

    def on_resize(self, event: events.Resize) -> None:
        """Set it anew for the terminal's size."""
        if event.size == self.app.size:
            self._set()
            self.set_timer(_SETTLED, self._set)  # the page under it moves the reference as well

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.is_mounted  # a key may come before there is anything to act on

    # -- Showing ----------------------------------------------------------------------------------------

    def _set(self) -> None:
        """Set the text for the size of the screen, and the frame around it."""
        width, height = self.app.size
        self._layout_of_note = set_note(self._note, self._style, width, height)
        style = self._layout_of_note.style
        box = style.measure + FRAME_CELLS, style.height + FRAME_ROWS
        for frame in self.query("#note"):
            frame.styles.width, frame.styles.height = box
            frame.styles.offset = placed(box, width, height, self._spot())
            frame.border_title = Content(shortened(self._note.title, style.measure))
        self._index = min(self._index, len(self._layout_of_note.pages) - 1)
        self._show()

    def _show(self) -> None:
        layout = self._layout_of_note
        geometry = Geometry(layout.style.measure, layout.style.height)
        chosen = self._chosen
        standing_out = (Highlighted(chosen.start, chosen.end, Highlight.CHOSEN),) if chosen else ()
        for page in self.query(PageView):
            page.show((layout.lines(self._index),), geometry, standing_out)
        count = len(layout.pages)
        keys = told(_HINT, self.app.workspace.settings)
        hint = f"{self._index + 1} of {count} · {keys}" if count > 1 else keys
        if chosen and not chosen.leads_to.startswith("#"):
            hint = chosen.leads_to
        for frame in self.query("#note"):
            frame.border_subtitle = Content(shortened(hint, layout.style.measure))

    # -- Doing ------------------------------------------------------------------------------------------

    def _turn(self, pages: int) -> bool:
        index = self._index + pages
        if not 0 <= index < len(self._layout_of_note.pages):
            return False
        self._index, self._chosen = index, None
        self._show()
        return True

    def action_next_in_note(self) -> None:
        """Turn to the next page; close the note at its end."""
        if not self._turn(1):
            self.action_close_note()

    def action_previous_in_note(self) -> None:
        """Turn to the page before."""
        self._turn(-1)

    def action_next_link_in_note(self) -> None:
        """Choose the next link."""
        self._choose(1)

    def action_previous_link_in_note(self) -> None:
        """Choose the link before."""
        self._choose(-1)

    def _choose(self, step: int) -> None:
        links = links_in(self._layout_of_note.lines(self._index))
        self._chosen = link_beside(links, self._chosen, step)
        self._show()

    def action_go_to_note(self) -> None:
        """Go to the note's place, or follow the chosen link."""
        if self._chosen is None:
            self.leave(self._note.place)
        else:
            self._follow(self._chosen.leads_to)

    def _follow(self, link: str) -> None:
        note = self._note_of(link)
        if note is None:
            self.leave(link)
            return
        self._note, self._index, self._chosen = note, 0, None
        self._set()

    def action_close_note(self) -> None:
        """Close it."""
        self.leave()

    # -- The mouse --------------------------------------------------------------------------------------

    def on_page_view_link_clicked(self, event: PageView.LinkClicked) -> None:
        """Follow a link that was clicked."""
        event.stop()
        self._follow(event.link)

    def on_page_view_turned(self, event: PageView.Turned) -> None:
        """Turn a long note's pages."""
        event.stop()
        self._turn(event.times)
