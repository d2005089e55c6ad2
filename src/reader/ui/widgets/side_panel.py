"""The panel beside the page: contents, bookmarks or the work's tags, one at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widgets import Static

from reader.ui.panel.panels import Panel
from reader.ui.panel.rows import Row
from reader.ui.widgets.panel_list import PanelList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult


class SidePanel(Vertical):
    """Rows to choose from, under the name of what they are."""

    @dataclass
    class Picked(Message):
        """A row was chosen."""

        panel: Panel
        key: str

    @dataclass
    class Deleted(Message):
        """A row is to be deleted."""

        key: str

    @dataclass
    class Asked(Message):
        """Something is to be done with a bookmark, or with all."""

        what: str
        """The id of the command, or a colour that it is to have."""
        key: str
        """The id of the chosen bookmark; empty when there is none."""

    @dataclass
    class Named(Message):
        """The name of another panel was clicked."""

        panel: Panel

    @property
    def panel(self) -> Panel | None:
        """Which of the panels is shown."""
        return next((listing.panel for listing in self.query(PanelList)), None)

    def compose(self) -> ComposeResult:
        """A line that names the three panels, one that says what stands at the end of rows, and the list."""
        yield Static(id="panel-names", markup=False)
        yield Static(id="panel-head", markup=False)
        yield PanelList()

    def show(
        self, panel: Panel, rows: Sequence[Row], *, chosen: str = "", empty: str = "", head: str = ""
    ) -> None:
        """Show rows, with one of them chosen; `empty` is said when there are none."""
        names = Content(" · ").join(_name(p, shown=p is panel) for p in Panel)
        self.query_one("#panel-names", Static).update(names, layout=False)
        self.query_one("#panel-head", Static).update(head, layout=False)
        self.query_one(PanelList).show(panel, rows or [Row("", detail=empty)], chosen)

    def chosen_key(self) -> str:
        """The key of the row under the cursor; empty when there is none."""
        return self.query_one(PanelList).chosen_key

    def focus_rows(self) -> None:
        """Give the keys to the list."""
        self.screen.set_focus(self.query_one(PanelList))

    def on_click(self, event: events.Click) -> None:
        """Say which other panel's name was clicked."""
        named = event.style.meta.get("panel")
        if named is not None and Panel(named) is not self.panel:
            self.post_message(self.Named(Panel(named)))

    def on_panel_list_asked(self, event: PanelList.Asked) -> None:
        """Say what is to be done with which row."""
        event.stop()
        if event.what == "take-option":
            if self.panel is not None and event.key:
                self.post_message(self.Picked(self.panel, event.key))
        elif event.what == "delete-chosen":
            if event.key:
                self.post_message(self.Deleted(event.key))
        else:
            self.post_message(self.Asked(event.what, event.key))


def _name(panel: Panel, *, shown: bool) -> Content:
    """A panel's name, which can be clicked."""
    look = "bold $accent" if shown else "$quiet"
    return Content.styled(panel.value, look).stylize(Style.from_meta({"panel": panel.value}))
