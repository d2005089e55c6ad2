"""The tag sidebar with what it is asked: which kinds are open, and the name that is looked for."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual.containers import Vertical

from reader.library.queries.facets import Facet
from reader.ui.sidebar_rows import sidebar_rows
from reader.ui.widgets.tag_sidebar import TagSidebar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.app import ComposeResult
    from textual.widgets import Input

    from reader.library.queries.filtering import Count
    from reader.ui.asking import Asking
    from reader.ui.widgets.prompt import Prompt

_FIND = "find-tag"
_OPEN_AT_FIRST = (Facet.OWN, Facet.FANDOM, Facet.RELATIONSHIP)
_OPEN_IN_ROOM = (Facet.RATING, Facet.CATEGORY, Facet.STATUS, Facet.COMPLETE, Facet.WORDS)


def _nothing(_: Facet) -> Sequence[Count]:
    """What is counted before anything is."""
    return ()


class TagPane(Vertical):
    """Folds, widens and searches the tags it is given; what the filter wants of them is decided above."""

    def __init__(self, asking: Asking, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._asking = asking
        self._counts: Callable[[Facet], Sequence[Count]] = _nothing
        self._open = set(_OPEN_AT_FIRST)
        self._whole: set[Facet] = set()
        self._words = ""

    def compose(self) -> ComposeResult:
        """The tags; a prompt comes above them when one is looked for."""
        yield TagSidebar(id="tags")

    def on_mount(self) -> None:
        """Until tags are counted the heads stand there alone."""
        rows = sidebar_rows(_nothing, opened=frozenset(), whole=frozenset())
        self.query_one(TagSidebar).show(rows)

    def show(self, counts: Callable[[Facet], Sequence[Count]]) -> None:
        """Show facets with the values that `counts` gives."""
        if self._counts is _nothing:
            self._open_what_fits(counts)
        self._counts = counts
        rows = sidebar_rows(counts, opened=self._open, whole=self._whole, words=self._words)
        self.query_one(TagSidebar).show(rows)

    async def show_counted(
        self, counting: Iterable[None], counts: Callable[[Facet], Sequence[Count]]
    ) -> None:
        """Show facets when their values are counted, which `counting` does in slices between keys."""
        for _ in counting:
            await asyncio.sleep(0)
        self.show(counts)

    def _open_what_fits(self, counts: Callable[[Facet], Sequence[Count]]) -> None:
        """Open short facets as well, where a tall terminal has the rows for them."""
        for facet in _OPEN_IN_ROOM:
            opened = self._open | {facet}
            if len(sidebar_rows(counts, opened=opened, whole=self._whole)) <= self.size.height:
                self._open = opened

    def on_tag_sidebar_folded(self, event: TagSidebar.Folded) -> None:
        """Open or close a kind of tags."""
        event.stop()
        self._open ^= {event.facet}
        self.show(self._counts)

    def on_tag_sidebar_widened(self, event: TagSidebar.Widened) -> None:
        """Show all tags of a kind."""
        event.stop()
        self._whole.add(event.facet)
        self.show(self._counts)

    async def on_tag_sidebar_find_wanted(self, event: TagSidebar.FindWanted) -> None:
        """Ask for a tag's name, above the tags."""
        event.stop()
        await self._asking.ask(_FIND, "find a tag", self._words, into=self, first=True)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what is found so far."""
        event.stop()
        self._find(event.value)

    def on_prompt_answered(self, event: Prompt.Answered) -> None:
        """On to the tags that were found; the words stay above them."""
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
            self.show(self._counts)
            if words:
                self.query_one(TagSidebar).move_to_first_tag()
