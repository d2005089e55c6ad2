"""The tag sidebar with what it is asked: which kinds are open, and the name that is looked for."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual.containers import Vertical

from reader.library.listing import collector_paused
from reader.library.queries.facets import Facet
from reader.ui.library.sidebar_rows import SHELVES, TagRow, heads, sidebar_rows
from reader.ui.settling import more_stays
from reader.ui.widgets.tag_sidebar import TagSidebar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.widgets import Input

    from reader.ui.app import ReaderApp
    from reader.ui.asking import Asking
    from reader.ui.library.sidebar_rows import Counting
    from reader.ui.widgets.prompt import Prompt

_FIND = "find-tag"
_OPEN_AT_FIRST = (SHELVES, Facet.OWN, Facet.FANDOM, Facet.RELATIONSHIP)
_OPEN_IN_ROOM = (Facet.RATING, Facet.CATEGORY, Facet.STATUS, Facet.COMPLETE, Facet.WORDS)


class TagPane(Vertical):
    """Folds, widens and searches the tags it is given; what the filter wants of them is decided above."""

    app: ReaderApp

    def __init__(self, asking: Asking, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._asking = asking
        self._counting: Counting | None = None
        self._open: set[str] = set(_OPEN_AT_FIRST)
        self._whole: set[Facet] = set()
        self._words = ""

    def compose(self) -> ComposeResult:
        """The tags; a prompt comes above them when one is looked for."""
        yield TagSidebar(id="tags")
        if self.app.painted is not None:  # they are on the screen already, and not counted yet
            from reader.ui.widgets.painted_part import PaintedPart

            yield PaintedPart(self.app.painted)

    def on_mount(self) -> None:
        """Until tags are counted the heads stand there alone."""
        self.query_one(TagSidebar).show(heads())

    def show(self, counting: Counting) -> None:
        """Show facets with the values that works have now."""
        if self._counting is None:
            self._open_what_fits(counting)
        self._counting = counting
        self._show()
        self.query("PaintedPart").remove()

    @property
    def is_counted(self) -> bool:
        """Whether it shows all tags, and how many works have each."""
        return self._counting is not None and not self._words.strip()

    def show_as_at_start(self) -> None:
        """Show what the next start will."""
        self._open, self._whole = set(_OPEN_AT_FIRST), set()
        if self._counting is not None:
            self._open_what_fits(self._counting)
        self._show()
        sidebar = self.query_one(TagSidebar)
        sidebar.scroll_to(y=0, animate=False, immediate=True)
        sidebar.choose(heads()[0].key)

    def _show(self) -> None:
        if self._counting is None:
            return
        rows = sidebar_rows(self._counting, opened=self._open, whole=self._whole, words=self._words)
        own = self._counting.is_merged
        alike = {row.key for row in rows if isinstance(row, TagRow) and own(row.choice)}
        for sidebar in self.query(TagSidebar):  # none where the app was left while they were counted
            sidebar.show(rows, alike)

    async def show_counted(self, preparing: Iterable[None], counting: Counting) -> None:
        """Show facets when all is prepared for counting, which is done in slices between keys."""
        with collector_paused():  # it would come for all that is made here, with 20 to 90 ms
            for _ in preparing:
                await asyncio.sleep(0)
            more_stays()
        self.show(counting)

    def _open_what_fits(self, counting: Counting) -> None:
        """Open short facets as well, where a tall terminal has the rows for them."""
        for facet in _OPEN_IN_ROOM:
            opened = self._open | {facet}
            if len(sidebar_rows(counting, opened=opened, whole=self._whole)) <= self.size.height:
                self._open = opened

    def open(self, section: str) -> None:
        """Have a kind open, whatever it was."""
        self._open.add(section)
        self._show()

    def on_tag_sidebar_folded(self, event: TagSidebar.Folded) -> None:
        """Open or close a kind of tags; while a tag is looked for all that have one are open."""
        event.stop()
        if self._words.strip():
            return
        self._open ^= {event.section}
        self._whole = {facet for facet in self._whole if facet in self._open}
        self._show()

    def on_tag_sidebar_widened(self, event: TagSidebar.Widened) -> None:
        """Show all tags of a kind."""
        event.stop()
        self._whole.add(event.facet)
        self._show()

    async def on_tag_sidebar_find_wanted(self, event: TagSidebar.FindWanted) -> None:
        """Ask for a tag's name, above the tags."""
        event.stop()
        await self._asking.ask(_FIND, "find a tag", self._words, into=self, first=True)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what is found so far."""
        event.stop()
        self._find(event.value)

    def on_prompt_looked(self, event: Prompt.Looked) -> None:
        """Move among the tags that were found."""
        event.stop()
        sidebar = self.query_one(TagSidebar)
        sidebar.move_to(sidebar.cursor + event.rows)

    def on_prompt_answered(self, event: Prompt.Answered) -> None:
        """On to the tags that were found; the words stay above them."""
        event.stop()
        self.query_one(TagSidebar).focus()

    def on_prompt_completed(self, event: Prompt.Completed) -> None:
        """As with an answer."""
        event.stop()
        self.query_one(TagSidebar).focus()

    async def on_prompt_left(self, event: Prompt.Left) -> None:
        """Show all tags again."""
        event.stop()
        await self.leave_search()

    async def leave_search(self) -> bool:
        """Look for no tag any more; False when none was looked for."""
        if not await self._asking.stop(_FIND):
            return False
        sidebar = self.query_one(TagSidebar)
        self._find("")
        sidebar.focus()
        return True

    def _find(self, words: str) -> None:
        if words != self._words:
            self._words = words
            self._show()
            if words:
                self.query_one(TagSidebar).move_to_first_tag()
