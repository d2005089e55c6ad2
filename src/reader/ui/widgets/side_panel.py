"""The panel beside the page: contents, bookmarks or the work's tags, one at a time."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reader.reading.mark_colours import colour_of_key
from reader.ui.commands.command import bindings
from reader.ui.commands.rows import OF_MARKS, SIDE_PANEL
from reader.ui.reading.panels import Panel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.app import ComposeResult

    from reader.ui.reading.panel_rows import Row

_OF_MARKS = {command.action() for command in OF_MARKS}


class PanelList(OptionList, inherit_bindings=False):
    """The rows of the panel."""

    BINDINGS: ClassVar = bindings(SIDE_PANEL)

    def get_visual_style(self, *component_classes: str, partial: bool = False) -> Style:
        """A look; Textual leaves out that it is reversed, which without colours is all that the cursor is."""
        style = super().get_visual_style(*component_classes, partial=partial)
        looks = (self.get_component_styles(name).text_style for name in component_classes)
        return style + Style(reverse=True) if any(look.reverse for look in looks) else style

    def on_click(self, event: events.Click) -> None:
        """Leave alone a click on a row that is no longer there: Textual would look for it."""
        if event.style.meta.get("option", -1) >= self.option_count:
            event.prevent_default()

    def action_next_row(self) -> None:
        """One row down."""
        self.action_cursor_down()

    def action_previous_row(self) -> None:
        """One row up."""
        self.action_cursor_up()

    def action_next_rows(self) -> None:
        """A page down, once the list has been laid out."""
        with suppress(KeyError):
            self.action_page_down()  # type: ignore[no-untyped-call]  # Textual leaves it untyped

    def action_previous_rows(self) -> None:
        """A page up, once the list has been laid out."""
        with suppress(KeyError):
            self.action_page_up()  # type: ignore[no-untyped-call]  # as above

    def action_first_row(self) -> None:
        """To the first row."""
        self.action_first()

    def action_last_row(self) -> None:
        """To the last row."""
        self.action_last()

    def action_take_option(self) -> None:
        """Choose the row under the cursor."""
        self.action_select()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done with bookmarks is done while they are shown; else the keys are the page's."""
        panel = self.parent
        shown = panel.panel if isinstance(panel, SidePanel) else None
        return shown is Panel.BOOKMARKS or action not in _OF_MARKS

    def on_key(self, event: events.Key) -> None:
        """A digit is a colour, while bookmarks are shown."""
        colour = colour_of_key(event.character)
        if colour and self.check_action("next_colour", ()):
            event.stop()
            self._ask(colour)

    def _ask(self, what: str) -> None:
        chosen = self.highlighted
        key = "" if chosen is None else self.get_option_at_index(chosen).id or ""
        self.post_message(SidePanel.Asked(what, key))

    def action_edit_note(self) -> None:
        """Ask for the note to be edited."""
        self._ask("edit-note")

    def action_next_colour(self) -> None:
        """Ask for the next colour."""
        self._ask("next-colour")

    def action_sort_marks(self) -> None:
        """Ask for the other order."""
        self._ask("sort-marks")

    def action_filter_marks(self) -> None:
        """Ask for a filter."""
        self._ask("filter-marks")

    def action_place_here(self) -> None:
        """Ask for a place."""
        self._ask("place-here")

    def action_delete_chosen(self) -> None:
        """Ask for the chosen row to be deleted."""
        if self.highlighted is not None:
            key = self.get_option_at_index(self.highlighted).id
            if key:
                self.post_message(SidePanel.Deleted(key))


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

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self.panel: Panel | None = None

    def compose(self) -> ComposeResult:
        """A line that names the three panels, and the list."""
        yield Static(id="panel-names", markup=False)
        yield PanelList(id="panel-rows", markup=False)

    def show(self, panel: Panel, rows: Iterable[Row], *, chosen: str = "", empty: str = "") -> None:
        """Show rows, with one of them chosen; `empty` is said when there are none."""
        self.panel = panel
        names = Content(" · ").join(_name(p, shown=p is panel) for p in Panel)
        self.query_one("#panel-names", Static).update(names)
        listing = self.query_one(PanelList)
        listing.clear_options()
        listing.add_options([_option(row) for row in rows] or [Option(Content(empty), disabled=True)])
        if chosen:
            listing.highlighted = listing.get_option_index(chosen)
            listing.scroll_to_highlight(top=False)
        else:
            listing.action_first()

    def chosen_key(self) -> str:
        """The key of the row under the cursor; empty when there is none."""
        listing = self.query_one(PanelList)
        if listing.highlighted is None:
            return ""
        return listing.get_option_at_index(listing.highlighted).id or ""

    def focus_rows(self) -> None:
        """Give the keys to the list."""
        self.screen.set_focus(self.query_one(PanelList))

    def on_click(self, event: events.Click) -> None:
        """Say which other panel's name was clicked."""
        named = event.style.meta.get("panel")
        if named is not None and Panel(named) is not self.panel:
            self.post_message(self.Named(Panel(named)))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Say which row was chosen."""
        event.stop()
        there = event.option in self.query_one(PanelList).options  # not of what was shown before
        if self.panel is not None and there and event.option.id:
            self.post_message(self.Picked(self.panel, event.option.id))


def _name(panel: Panel, *, shown: bool) -> Content:
    """A panel's name, which can be clicked."""
    look = "bold $accent" if shown else "$quiet"
    return Content.styled(panel.value, look).stylize(Style.from_meta({"panel": panel.value}))


def _option(row: Row) -> Option:
    if not row.key:
        return Option(Content.styled(row.text, "bold $quiet"), disabled=True)
    text = Content(row.text)
    mark = [Content.styled(row.mark, "bold $accent")] if row.mark else []
    detail = [Content.styled(row.detail, "$quiet")] if row.detail else []
    beneath = Content.styled(" · ", "$quiet").join([*mark, *detail])
    return Option(Content("\n").join([text, beneath]) if mark or detail else text, id=row.key)
