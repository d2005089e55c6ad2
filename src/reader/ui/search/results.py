"""What a search of all texts has found so far, as rows: works, their passages, and what more there is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.text_search.passages import TextMatch
    from reader.library.text_search.searching import Found


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A row: of a work, of one of its passages, or of what is not shown of it."""

    found: Found
    match: TextMatch | None = None
    left: int = 0
    """In the row after the last passage: how many matches of the work are in none that is shown."""

    @property
    def is_work(self) -> bool:
        """Whether it is the row of the work itself."""
        return self.match is None and not self.left

    @property
    def passage(self) -> TextMatch:
        """The passage that is meant: that of the row, else the work's first."""
        return self.match or self.found.matches[0]


class SearchResults:
    """The works found, in the order in which they come. It changes; whoever changes it shows it anew."""

    def __init__(self) -> None:
        self.works = 0
        """How many works there are in all, as soon as that is known."""
        self.chapters = 0
        self.problem = ""
        self.rows: list[ResultRow] = []
        self._found: list[Found] = []

    @property
    def count(self) -> int:
        """How many works are here."""
        return len(self._found)

    def add(self, found: Sequence[Found]) -> None:
        """Take the works that come next."""
        for work in found:
            self._found.append(work)
            self.rows += rows_of(work)

    def expand(self, whole: Found) -> None:
        """Show a work with more passages, in the place where it is."""
        at = next((at for at, row in enumerate(self.rows) if row.found.id == whole.id), None)
        if at is None:
            return
        end = next(
            (n for n in range(at, len(self.rows)) if self.rows[n].found.id != whole.id), len(self.rows)
        )
        self._found = [whole if found.id == whole.id else found for found in self._found]
        self.rows[at:end] = rows_of(whole)

    def next_work(self, index: int, step: int) -> int:
        """The row of the next work after a row, or of the one before; the row itself where there is none."""
        places = range(index + 1, len(self.rows)) if step > 0 else range(index - 1, -1, -1)
        return next((at for at in places if self.rows[at].is_work), index)


def rows_of(found: Found) -> list[ResultRow]:
    """The rows of a work."""
    rows = [ResultRow(found), *(ResultRow(found, match) for match in found.matches)]
    left = found.count - sum(match.matches for match in found.matches)
    return [*rows, ResultRow(found, left=left)] if left > 0 else rows
