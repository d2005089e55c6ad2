"""Where the list of works was left, found again at the next start: in the first frame already."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from reader.library.entries import CatalogueError
from reader.ui.widgets.work_list import WorkList
from reader.ui.widgets.work_pane import WorkPane
from reader.workspace.remembered import Remembered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.entries import Entry
    from reader.ui.screens.library import LibraryScreen

_LIST_PLACE = "list place"
_MOST = 80
"""Works that are noted from the first visible one on: more than any screen has rows for."""


class LibraryPlace:
    """Remembers which works the screen shows, and which is chosen.

    All of the list can't be read before the first frame, and sorted by anything but reading it can't be told
    otherwise what stands where it was left. It is not noted in the catalogue: what is kept of the page that
    was left depends on that.
    """

    def __init__(self, screen: LibraryScreen) -> None:
        self._screen = screen
        self._workspace = screen.workspace
        self._works: WorkList | None = None  # a screen that goes has its widgets no longer

    @property
    def _order(self) -> list[object]:
        return [self._screen.model.order.value, self._screen.model.descending]

    def keep(self) -> None:
        """Note the place; it holds until another work is read than was last."""
        works = self._works
        chosen = works.chosen if works else None
        if works is None or chosen is None:
            return
        first = 0 if self._screen.model.is_filtered else works.first_visible
        shown = () if self._screen.model.is_filtered else works.entries[first : first + _MOST]
        place = {
            "order": self._order,
            "chosen": chosen.info.id,
            "shown": [entry.info.id for entry in shown],
        }
        with suppress(CatalogueError):  # it can't be asked at the moment
            text = json.dumps({**place, "read": self._workspace.catalogue.last_read_id()})
            Remembered(self._workspace.folders.remembered).keep(_LIST_PLACE, text)

    def beginning(self) -> Sequence[Entry] | None:
        """The works that the screen showed, with the chosen one chosen; None where that is not known."""
        self._works = self._screen.query_one(WorkList)
        kept = self._kept()
        if kept is None:
            return None
        pane = self._screen.query_one(WorkPane)
        pane.begin_at(kept["chosen"], next(iter(kept["shown"]), ""))
        if kept.get("order") != self._order or kept["chosen"] not in kept["shown"]:
            return None
        rows = self._screen.size.height
        at = kept["shown"].index(kept["chosen"])
        return self._workspace.catalogue.some(kept["shown"][: max(rows, at + 1)])

    def _kept(self) -> Any:  # from JSON
        try:
            kept = json.loads(Remembered(self._workspace.folders.remembered).words(_LIST_PLACE))
            ids = (kept["chosen"], *kept["shown"])
            is_place = len(ids) <= _MOST + 1 and all(isinstance(i, str) and i.isprintable() for i in ids)
            holds = kept["read"] == self._workspace.catalogue.last_read_id()
        except (ValueError, TypeError, KeyError, RecursionError):  # there is none, or a hand wrote it
            return None
        return kept if is_place and holds else None
