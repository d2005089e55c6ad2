"""The foot of the library: how far adding is, what came of it, and hints or, instead, a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from reader.ui.widgets.clickable_line import ClickableLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from reader.ui.adding.adder import Adder
    from reader.ui.asking import Asking
    from reader.ui.widgets.adding import AddedList, AddingLine
    from reader.ui.widgets.clickable_line import Part
    from reader.ui.widgets.prompt import Prompt
    from reader.ui.widgets.prompt_aid import PromptAid


class LibraryFoot(Vertical):
    """Says what goes on; questions are answered to the screen."""

    def __init__(self, asking: Asking, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._asking = asking
        self.aid: PromptAid | None = None
        """What helps while something is typed; there from the first question on."""
        self._adding: AddingLine | None = None
        self._added: AddedList | None = None
        """Both there once something was added."""

    def compose(self) -> ComposeResult:
        """What else there is comes and goes."""
        yield ClickableLine(id="hints", gap=3)

    def show_hints(self, parts: Sequence[Part]) -> None:
        """Show what the keys do, unless something is asked where they stand."""
        hints = self.query_one("#hints", ClickableLine)
        hints.show(parts)
        hints.display = not self.query("Prompt")

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
        from reader.ui.widgets.prompt import Prompt  # as the aid

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
        from reader.ui.widgets.adding import AddedList, AddingLine  # as the aid

        if self._adding is None:
            self._adding, self._added = AddingLine(id="adding"), AddedList(id="added")
            self.mount(self._added, self._adding, before=0)
        self._adding.show(0, 0, "")
        self._adding.display = True

    def on_adder_progressed(self, event: Adder.Progressed) -> None:
        """Show how far it is."""
        event.stop()
        if self._adding is not None:
            self._adding.show(event.done, event.total, event.title)

    def on_adder_finished(self, event: Adder.Finished) -> None:
        """Show what came of it where a word is not enough; nobody waits to hear of a quiet look."""
        from reader.library.tally import tally_of
        from reader.ui.adding.added_rows import added_rows, wants_rows

        if event.quiet or self._adding is None or self._added is None:
            return
        self._adding.display = event.more_to_come
        self._added.display = wants_rows(event.results)
        if self._added.display:
            self._added.show(tally_of(event.results).told(), added_rows(event.results))

    @property
    def added(self) -> AddedList | None:
        """The summary of what was added last, while it is shown."""
        return self._added if self._added is not None and self._added.display else None

    def close_added(self) -> bool:
        """Take the summary away; False when there is none."""
        panel = self.added
        if panel is not None:
            panel.display = False
        return panel is not None
