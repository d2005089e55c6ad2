"""The works of the catalogue on the library screen: those it begins with, all, and what changed meanwhile."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from reader.library.entries import CatalogueError
from reader.library.listing import made_brief
from reader.ui.library.work_order import WorkOrder
from reader.ui.widgets.tag_pane import TagPane
from reader.workspace.mirroring import entry_in_state

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from reader.library.entries import Entry
    from reader.library.queries.filtering import Filtering
    from reader.library.queries.filters import Filters
    from reader.ui.screens.library import LibraryScreen

_FEW = 100
"""Works that are fetched by themselves rather than with all others."""
_LOOK_EVERY = 2.0
"""Seconds between two looks for works that came in meanwhile."""


def _as_it_is(filters: Filters) -> Filters:
    return filters


class LibraryLoader:
    """Fills the model of a library screen, and has the screen show it."""

    def __init__(self, screen: LibraryScreen) -> None:
        self._screen = screen
        self._workspace = screen.workspace
        self._coming: tuple[Filtering, Callable[[Filters], Filters]] | None = None
        """What is to be in force as soon as it is prepared."""

    def begin(self) -> None:
        """Show at once what the list begins with, and from time to time what is new."""
        catalogue, model = self._workspace.catalogue, self._screen.model
        entries = self._screen.place.beginning()
        if entries is None and (model.order, model.descending) == (WorkOrder.LAST_READ, True):
            entries = catalogue.beginning(self._screen.size.height)
        model.load(catalogue.entries(brief=True) if entries is None else entries, catalogue.count())
        self._screen.show_works()
        self._screen.set_interval(_LOOK_EVERY, self._look)

    def all(self) -> None:
        """Read the catalogue again; chosen work, filter and order stay."""
        self._coming = None
        self._screen.model.load(self._workspace.catalogue.entries(brief=True))
        self._screen.selection.follow()
        self._show()

    def anew(self, chosen: Callable[[Filters], Filters] = _as_it_is) -> None:
        """Have tags mean what they do now, as soon as that is worked out between keys.

        Until then they mean what they did. `chosen` says what then becomes of what is chosen.
        """
        filtering = self._screen.model.renewed()
        self._coming = (filtering, chosen) if filtering else None
        self._count_tags()

    def in_full(self, entry: Entry) -> Entry:
        """The work with its summary, which the list of all does without."""
        if entry.info.summary is None:
            with suppress(CatalogueError):  # it can't be asked at the moment
                summary = next(self._workspace.catalogue.summaries([entry.info.id]))
                return entry._replace(info=entry.info._replace(summary=summary))
        return entry

    def one(self, work_id: str) -> None:
        """Take one work anew, after it was read: the catalogue may not have followed the state yet."""
        if work_id:
            self.some([work_id])

    def some(self, work_ids: Collection[str]) -> None:
        """Take works anew of which the state says something else now."""
        store, catalogue = self._workspace.store, self._workspace.catalogue
        entries = catalogue.some([*work_ids]) if len(work_ids) <= _FEW else catalogue.entries(brief=True)
        changed = {
            entry.info.id: entry_in_state(made_brief(entry), store.work(entry.info.id))
            for entry in entries
            if entry.info.id in work_ids
        }
        counts_anew = self._screen.model.update(changed)
        self._screen.show_works()
        if counts_anew:
            self._count_tags()

    def _look(self) -> None:
        """Show what was added or changed meanwhile, here or by another process."""
        with suppress(CatalogueError):  # it can't be asked at the moment
            if self._screen.is_current:
                self._screen.shelving.follow()
                self._screen.tagging.follow()
                if self._workspace.catalogue.changed_outside():
                    self.all()

    def _show(self) -> None:
        self._screen.show_works()
        self._count_tags()

    def _count_tags(self) -> None:
        """Have the tags shown when they are counted."""
        model = self._screen.model
        counting = partial(self._screen.query_one(TagPane).show_counted, self._counted(), model)
        # Not a coroutine, which would never be awaited where the screen goes first.
        self._screen.run_worker(counting, exclusive=True, group="tags")  # type: ignore[arg-type]  # it takes partials

    def _counted(self) -> Iterator[None]:
        """Work out which works have which tags, pausing about every two milliseconds."""
        model, coming = self._screen.model, self._coming
        if coming is not None:
            filtering, chosen = coming
            yield from filtering.prepare()
            filtering.works(model.filters)  # most of the work, done before all is shown anew
            yield
            if self._coming is coming:
                self._coming = None
                model.take(filtering, chosen)
                yield
                self._screen.show_works()
                yield
        yield from model.prepare()
