"""The foot of the library: how far adding is, what came of it, and hints or, instead, a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from reader.library.tally import tally_of
from reader.ui.adding.added_rows import added_rows, wants_rows
from reader.ui.widgets.adding import AddedList, AddingLine
from reader.ui.widgets.clickable_line import ClickableLine
from reader.ui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from reader.ui.adding.adder import Adder
    from reader.ui.asking import Asking
    from reader.ui.widgets.clickable_line import Part
    from reader.ui.widgets.prompt_aid import PromptAid


class LibraryFoot(Vertical):
    """Says what goes on; questions are answered to the screen."""

    def __init__(self, asking: Asking, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._asking = asking
        self.aid: PromptAid | None = None
        """What helps while something is typed; there from the first question on."""

    def compose(self) -> ComposeResult:
        """From top to bottom; all but the hints come and go."""
        yield AddedList(id="added")
        yield AddingLine(id="adding")
        yield ClickableLine(id="hints", gap=3)

    def show_hints(self, parts: Sequence[Part]) -> None:
        """Show what the keys do, unless something is asked where they stand."""
        hints = self.query_one("#hints", ClickableLine)
        hints.show(parts)
        hints.display = not self.query(Prompt)

    # -- Questions --------------------------------------------------------------------------------------

    async def ask(self, purpose: str, placeholder: str, words: str = "") -> None:
        """Ask instead of giving hints; there is one question at a time."""
        await self._prepare_aid()
        if await self._asking.ask(purpose, placeholder, words, into=self):
            self.query_one("#hints").display = False

    async def _prepare_aid(self) -> None:
        from reader.ui.widgets.prompt_aid import PromptAid  # not needed for the first frame

        if self.aid is None:
            self.aid = PromptAid()
            await self.mount(self.aid, before="#hints")
        self.aid.rest()

    @property
    def prompt(self) -> Prompt | None:
        """Where something is asked; None while nothing is."""
        return next(iter(self.query(Prompt)), None)

    def on_prompt_looked(self, event: Prompt.Looked) -> None:
        """Consider another suggestion."""
        event.stop()
        if self.aid is not None:
            self.aid.look(event.rows)

    def on_prompt_completed(self, event: Prompt.Completed) -> None:
        """Take the suggestion."""
        event.stop()
        self._take_suggestion()

    def on_suggestion_list_clicked(self) -> None:
        """Take the suggestion that was clicked."""
        self._take_suggestion()

    def _take_suggestion(self) -> None:
        if self.aid is not None and self.prompt is not None:
            self.aid.take(self.prompt)

    async def close_prompt(self) -> None:
        """Give hints again."""
        if self.aid is not None:
            self.aid.rest()
        await self._asking.stop()
        self.query_one("#hints").display = True

    # -- Adding -----------------------------------------------------------------------------------------

    def show_begun(self) -> None:
        """Something is being added."""
        line = self.query_one(AddingLine)
        line.show(0, 0, "")
        line.display = True

    def on_adder_progressed(self, event: Adder.Progressed) -> None:
        """Show how far it is."""
        event.stop()
        self.query_one(AddingLine).show(event.done, event.total, event.title)

    def on_adder_finished(self, event: Adder.Finished) -> None:
        """Show what came of it where a word is not enough; nobody waits to hear of a quiet look."""
        if event.quiet:
            return
        self.query_one(AddingLine).display = event.more_to_come
        panel = self.query_one(AddedList)
        panel.display = wants_rows(event.results)
        if panel.display:
            panel.show(tally_of(event.results).told(), added_rows(event.results))

    @property
    def added(self) -> AddedList | None:
        """The summary of what was added last, while it is shown."""
        panel = self.query_one(AddedList)
        return panel if panel.display else None

    def close_added(self) -> bool:
        """Take the summary away; False when there is none."""
        panel = self.added
        if panel is not None:
            panel.display = False
        return panel is not None
