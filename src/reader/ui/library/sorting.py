"""How the list of works is sorted and shown: what keys and clicks change in that, kept for the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.settings.values import BLURBS, LINES
from reader.ui.library.work_order import WorkOrder, order_shown_in
from reader.ui.widgets.work_pane import WorkPane

if TYPE_CHECKING:
    from reader.ui.screens.library import LibraryScreen
    from reader.ui.works.columns import ColumnKind


class LibrarySorting:
    """Sorts the model of a library screen, and has the screen show it."""

    def __init__(self, screen: LibraryScreen) -> None:
        self._screen = screen
        self._model = screen.model

    def begin(self) -> None:
        """Have the works that come sorted and shown as the settings say."""
        self._model.order, self._model.descending = self._wanted
        self.show_view()

    @property
    def _wanted(self) -> tuple[WorkOrder, bool]:
        settings = self._screen.workspace.settings
        order = WorkOrder(settings.sort)
        return order, order.descends != settings.sort_turned

    def follow(self) -> None:
        """Sort as the settings say now."""
        self._model.sort(*self._wanted)
        self._screen.show_works()

    @property
    def in_blurbs(self) -> bool:
        """Whether each work is shown with all that is said of it."""
        return self._screen.workspace.settings.list_view == BLURBS

    def ask(self) -> None:
        """Ask what to sort by."""
        from reader.ui.screens.options import OptionsScreen, options_of  # only when asked for

        options = options_of(order.value for order in WorkOrder)
        self._screen.app.push_screen(OptionsScreen("Sort by", options, self._model.order.value), self._asked)

    def _asked(self, value: str | None) -> None:
        order = WorkOrder(value) if value is not None else self._model.order
        if order is not self._model.order:
            self._sort(order, order.descends)

    def reverse(self) -> None:
        """Turn the order round."""
        self._sort(self._model.order, not self._model.descending)

    def by_column(self, column: ColumnKind) -> None:
        """Sort by a column, the other way round when it is the one sorted by."""
        order = order_shown_in(column)
        if order is self._model.order:
            self.reverse()
        elif order is not None:
            self._sort(order, order.descends)

    def _sort(self, order: WorkOrder, descending: bool) -> None:
        self._model.sort(order, descending)
        self._screen.show_works()
        settings = self._screen.app.saver.settings
        settings.change("sort", order.value)
        settings.change("sort_turned", descending != order.descends)

    def change_view(self) -> None:
        """From lines to blurbs and back."""
        self._screen.app.saver.settings.change("list_view", LINES if self.in_blurbs else BLURBS)
        self.show_view()

    def show_view(self) -> None:
        """Show the works in lines or in blurbs, whichever is wanted."""
        self._screen.set_class(self.in_blurbs, "-blurbs")
        self._screen.query_one(WorkPane).show_view(blurbs=self.in_blurbs)
