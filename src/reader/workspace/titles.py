"""What works are called, for finding one of them by its title: those that the reader hides are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.workspace.workspace import Workspace


class TitledWork(NamedTuple):
    """A work by its name."""

    id: str
    title: str
    authors: tuple[str, ...]


def titled_works(workspace: Workspace) -> list[TitledWork]:
    """All works that are not hidden, those read last first. Any thread may ask. Raises CatalogueError."""
    with workspace.own_catalogue() as catalogue:
        titles = [TitledWork(*row) for row in catalogue.titles()]
        if not workspace.settings.hide:
            return titles
        from reader.library.queries.filters import Filters  # few readers hide works
        from reader.workspace.filtering import filtering_of

        shown = {entry.info.id for entry in filtering_of(workspace, catalogue.entries()).entries(Filters())}
    return [work for work in titles if work.id in shown]
