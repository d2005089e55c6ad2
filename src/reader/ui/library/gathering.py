"""All works of a series, or by an author: the list shows only them, says so, and goes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.library.queries.facets import Facet
from reader.library.series_parts import missing_parts, part_numbers, part_of
from reader.ui.commands.everywhere import LeaveMode
from reader.ui.keys.in_force import keys_in_force
from reader.ui.library.words import hint_part
from reader.ui.library.work_order import WorkOrder
from reader.ui.row_pieces import Piece, Tone, one_line
from reader.ui.widgets.clickable_line import Part
from reader.ui.widgets.work_pane import WorkPane
from reader.work.counts import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.queries.filters import Filters
    from reader.ui.screens.library import LibraryScreen

_SERIES = Facet.SERIES.value
_AUTHOR = Facet.AUTHOR.value


class _Listed(NamedTuple):
    """What a list shows, and in which order."""

    words: str
    filters: Filters
    order: WorkOrder
    descending: bool


class LibraryGathering:
    """Gathers works on the library screen. It changes: it knows what the list showed before."""

    def __init__(self, screen: LibraryScreen) -> None:
        self._screen = screen
        self._model = screen.model
        self._name = ""
        self._facet = ""
        self._gathered: _Listed | None = None
        self._before: _Listed | None = None

    def _listed(self) -> _Listed:
        model = self._model
        return _Listed(model.words, model.filters, model.order, model.descending)

    @property
    def in_force(self) -> bool:
        """Whether the list shows what was gathered, and not by now something else."""
        return self._gathered is not None and self._gathered == self._listed()

    def series(self) -> None:
        """Show all of the chosen work's series, in order."""
        entry = self._screen.query_one(WorkPane).chosen
        names = [part.title for part in entry.info.series] if entry else []
        self._ask("Which series?", _SERIES, names, "This work is part of no series")

    def author(self) -> None:
        """Show all works by the chosen one's author."""
        entry = self._screen.query_one(WorkPane).chosen
        self._ask("Which author?", _AUTHOR, entry.info.authors if entry else (), "Nobody says who wrote this")

    def _ask(self, question: str, facet: str, names: Sequence[str], none: str) -> None:
        if not names:
            self._screen.say(none)
        elif len(names) == 1:
            self._gather(facet, names[0])
        else:
            from reader.ui.screens.options import Option, OptionsScreen  # only when asked for

            options = [Option(name, one_line(name), str(at)) for at, name in enumerate(names[:9], 1)]
            self._screen.app.push_screen(
                OptionsScreen(question, options), lambda name: self._gather(facet, name) if name else None
            )

    def _gather(self, facet: str, name: str) -> None:
        if not self.in_force:
            self._before = self._listed()
        self._facet, self._name = facet, name
        pane = self._screen.query_one(WorkPane)
        if pane.chosen is not None:
            pane.settle_on(pane.chosen)
        order = WorkOrder.SERIES if facet == _SERIES else WorkOrder.UPDATED
        self._model.include_only(facet, name)
        self._model.sort(order, order.descends)
        self._gathered = self._listed()
        self._screen.show_all()

    def back(self) -> bool:
        """Show what was shown before; False where nothing is gathered."""
        gathered, self._gathered = self.in_force, None
        before = self._before
        if not gathered or before is None:
            return False
        self._model.words, self._model.filters = before.words, before.filters
        self._model.sort(before.order, before.descending)
        self._screen.show_all()
        return True

    def parts(self) -> list[Part]:
        """What is gathered and what is missing of it, for the line above the works; nothing otherwise."""
        if not self.in_force:
            return []
        shown = self._model.shown
        count = f": {counted(len(shown), 'work')}"
        before = Piece("All by ", Tone.QUIET)
        if self._facet == _SERIES:
            missing = part_numbers(missing_parts(part_of(entry.info, self._name) for entry in shown))
            before, count = Piece(""), f"{count} · {missing} missing" if missing else count
        pieces = (
            before,
            Piece(one_line(self._name), Tone.DONE),
            Piece(count, Tone.QUIET),
        )
        keys = keys_in_force(self._screen.workspace.settings)
        return [Part(pieces, gives_way=1), hint_part(LeaveMode, "back", keys)]
