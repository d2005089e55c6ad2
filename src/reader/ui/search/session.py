"""One search of all texts while it is typed: what was asked, where, and what has been found of it so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.text_search.passages import Reach
from reader.library.text_search.searcher import TextSearcher
from reader.library.text_search.searching import Wanted
from reader.ui.search.results import SearchResults

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.library.text_search.searcher import Answer
    from reader.workspace import Workspace

_REACH = Reach(before=800, after=2400)
_WANTED = Wanted(a_chapter=3, a_work=3, reach=_REACH, text=400_000)
_WHOLE = Wanted(a_chapter=None, a_work=500, reach=_REACH)
"""What is wanted of a work of which all is asked for."""
_ROWS_AHEAD = 200
"""Rows after the cursor that are found before it comes to them; works are looked for so many at a time:"""
_WORKS = 40


class SearchSession:
    """Asks and takes the answers. It changes; whoever changes it shows it anew."""

    def __init__(
        self, workspace: Workspace, shown: frozenset[str] | None, tell: Callable[[Answer], None]
    ) -> None:
        """`shown` are the works that a filter leaves, if one is in force; `tell` is called on a thread."""
        self.shown = shown
        self.within = shown
        """The works that are searched; None for all."""
        self.words = ""
        """What was asked last; empty when nothing is."""
        self.results = SearchResults()
        self._workspace = workspace
        self._searcher = TextSearcher(workspace.folders.catalogue, tell, _WANTED)
        self._asked = 0
        self._answered = 0

    @property
    def is_answered(self) -> bool:
        """Whether the results are those of what was asked last."""
        return self._asked == self._answered

    def ask(self, words: str) -> None:
        """Look for this from now on; until there is an answer, what was found before is kept."""
        if words == self.words:
            return
        self.words = words
        if words:
            self._asked = self._searcher.ask(words, self.within, _WORKS)
        else:
            self._asked = self._answered = 0
            self.results = SearchResults()

    def change_scope(self) -> None:
        """Search in all works, or again only in those shown; the words have to be asked anew."""
        self.within = self.shown if self.within is None else None
        self.words = ""

    def take(self, answer: Answer) -> bool:
        """Take an answer, if it is one to what was asked last."""
        if answer.question != self._asked:
            return False
        if not self.is_answered:
            self._answered = answer.question
            self.results = SearchResults()
        self.results.works, self.results.chapters = answer.works, answer.chapters
        self.results.problem = answer.problem
        self.results.add(answer.found)
        return True

    def look_ahead(self, row: int) -> None:
        """Have more works found when there are few rows after this one."""
        if len(self.results.rows) - row < _ROWS_AHEAD:
            self._searcher.go_on(self.results.count + _WORKS)

    def show_whole(self, work_id: str) -> None:
        """Take in all passages of a work, as far as a list can be read. Raises CatalogueError."""
        within = frozenset({work_id})
        for found in self._workspace.catalogue.search(self.words, within=within, wanted=_WHOLE):
            self.results.expand(found)

    def close(self) -> None:
        """Leave nothing behind."""
        self._searcher.close()
