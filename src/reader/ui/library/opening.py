"""What is opened from the library screen: works to read, the search through all texts, a work's files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.widgets.work_pane import WorkPane

if TYPE_CHECKING:
    from reader.library.entries import Entry
    from reader.reading.sought import FoundPassage
    from reader.ui.screens.library import LibraryScreen


class LibraryOpening:
    """Opens what the library leads to. It remembers what it opened, to be shown anew on the way back."""

    def __init__(self, screen: LibraryScreen) -> None:
        self._screen = screen
        self._opened_id = ""
        self._searched = ""

    def read_chosen(self) -> None:
        """Read the chosen work."""
        self.read(self._screen.query_one(WorkPane).chosen)

    def go_on(self) -> None:
        """Go on with the work that was read last."""
        self.read(self._screen.model.last_read)

    def read(self, entry: Entry | None) -> None:
        """Read a work, if there is one."""
        if entry is not None:
            self._opened_id = entry.info.id
            self._screen.query_one(WorkPane).settle_on(entry)
            self._screen.post_message(self._screen.Opened(entry.info.id))

    def opened(self, work_id: str) -> None:
        """A work is read that was found by its text; on the way back it is shown as it is then."""
        self._opened_id = work_id

    def back(self) -> None:
        """Back from reading: what was read has moved on."""
        self._screen.loader.one(self._opened_id)

    def search_texts(self) -> None:
        """Search the text of all works, or of those that the filter leaves."""
        from reader.ui.screens.search import SearchScreen  # only when asked for

        screen, model = self._screen, self._screen.model
        entries = {entry.info.id: entry for entry in model.entries}
        all_shown = len(model.shown) == len(model.entries)
        shown = None if all_shown else frozenset(entry.info.id for entry in model.shown)
        screen.app.push_screen(SearchScreen(screen.workspace, entries, shown, self._searched), self._remember)

    def _remember(self, words: str | None) -> None:
        self._searched = words or ""

    def show_bookmarks(self) -> None:
        """Show the bookmarks of all works; the one that is chosen is looked at."""
        from reader.ui.screens.bookmarks import BookmarksScreen  # only when asked for

        self._screen.app.push_screen(BookmarksScreen(self._screen.workspace), self._look_at)

    async def _look_at(self, passage: FoundPassage | None) -> None:
        if passage is not None:
            self.opened(passage.work_id)
            await self._screen.app.open_work(passage.work_id, passage)

    def show_versions(self) -> None:
        """Show the files of the chosen work."""
        from reader.ui.screens.versions import VersionsScreen  # only when asked for

        screen = self._screen
        entry = screen.query_one(WorkPane).chosen
        if entry is not None:
            screen.app.push_screen(
                VersionsScreen(screen.workspace, entry.info), lambda _: screen.loader.all()
            )
