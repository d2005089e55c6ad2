"""The next part of a series, offered at the end of the one that is read."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from reader.library.entries import CatalogueError
from reader.library.series_parts import missing_parts, next_of, part_numbers, part_of
from reader.ui.keys.sentences import told

if TYPE_CHECKING:
    from reader.ui.screens.reading import ReadingScreen
    from reader.work.model import SeriesPart, WorkInfo

_OPEN = "open"
_STAY = "stay"


class NextPart:
    """What comes after the work on the screen. The library is asked for it once, at the end of the work."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen

    @cached_property
    def _found(self) -> tuple[SeriesPart, WorkInfo] | None:
        """The series and the work that comes next in it; None where none does."""
        info, catalogue = self._screen.reading.info, self._screen.workspace.catalogue
        for part in info.series:
            with suppress(CatalogueError):  # it can't be asked at the moment
                works = [entry.info for entry in catalogue.in_series(part.title)]
                if (following := next_of(info, part, works)) is not None:
                    return part, following
        return None

    @property
    def is_offered(self) -> bool:
        """Whether the end of the work is shown, and there is a part to go on with."""
        return self._screen.reading.at_end and self._found is not None

    def words(self, place: str) -> tuple[str, ...]:
        """The offer in ever fewer words, for the line below the last page; none anywhere else."""
        if not self.is_offered or self._found is None:
            return ()
        series, following = self._found
        title, missing = following.title or "Untitled", self._missing()
        name, settings = series.title, self._screen.workspace.settings
        offer = told("Next in {series}: {title} · {follow-link}", settings, series=name, title=title)
        less = told("Next: {title} · {follow-link}", settings, title=title)
        most = f"{place} · {offer}{' · ' if missing else ''}{missing}"
        return most, f"{place} · {offer}", offer, less, told("Next part · {follow-link}", settings)

    def _missing(self) -> str:
        """Which parts between the two are not in the library."""
        if self._found is None:
            return ""
        series, following = self._found
        number = part_of(following, series.title)
        begun = int(series.part or 0)
        missing = part_numbers([part for part in missing_parts([series.part, number]) if part > begun])
        return f"{missing} missing" if missing else ""

    async def open(self) -> None:
        """Read the next part."""
        if self._found is not None:
            app = self._screen.app
            await app.saver.saved()
            library = await app.leave_reading()
            library.opening.opened(self._found[1].id)
            await app.open_work(self._found[1].id)

    def ask(self) -> None:
        """Ask whether to go on with the next part, where someone turns on from the last page."""
        if not self.is_offered or self._found is None:
            return
        from reader.ui.row_pieces import one_line
        from reader.ui.screens.options import Option, OptionsScreen  # only at the end

        series, following = self._found
        options = (
            Option(_OPEN, f"read “{one_line(following.title)}”", "r"),
            Option(_STAY, "stay here", "s"),
        )
        title = f"Next in {one_line(series.title)}"
        self._screen.app.push_screen(OptionsScreen(title, options), self._answered)

    async def _answered(self, answer: str | None) -> None:
        if answer == _OPEN:
            await self.open()
