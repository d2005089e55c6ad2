"""What the reader says of works on the library screen: asked, on disk, and only then said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.ui.keys.sentences import told
from reader.ui.library.selecting import in_words
from reader.ui.row_pieces import one_line
from reader.ui.works.words import MOST_STARS, stars_of
from reader.work.counts import counted
from reader.work.statuses import STATUSES

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from reader.library.entries import Entry
    from reader.ui.screens.library import LibraryScreen
    from reader.ui.screens.options import Option
    from reader.workspace.own_facts import OwnFacts

    _Chosen = Callable[[str | None], Awaitable[None]]

_TAGS = "own-tags"
_NOTE = "work-note"
_LINE_FEED = "⏎"
"""Stands for a line feed in the one line in which a note is written."""


class LibraryActing:
    """Changes what is said of the works selected. It remembers the question asked."""

    def __init__(self, screen: LibraryScreen) -> None:
        self._screen = screen
        self._foot = screen.foot
        self._in_question: Sequence[Entry] = ()

    # -- Asking -----------------------------------------------------------------------------------------

    def ask_status(self) -> None:
        """Ask for a status."""
        from reader.ui.screens.options import options_of  # only when asked for

        current = {entry.status for entry in self._screen.selection.meant}
        self._choose("Status", options_of(STATUSES), current, self._set_status)

    def ask_rating(self) -> None:
        """Ask for a rating."""
        from reader.ui.screens.options import Option  # only when asked for

        stars = [Option(str(count), stars_of(count), str(count)) for count in range(MOST_STARS, 0, -1)]
        current = {str(entry.rating or 0) for entry in self._screen.selection.meant}
        self._choose("Your rating", [*stars, Option("0", "none", "0")], current, self._set_rating)

    def _choose(
        self,
        title: str,
        options: Sequence[Option],
        current: set[str],
        chosen: Callable[[str | None], Awaitable[None]],
    ) -> None:
        from reader.ui.screens.options import OptionsScreen

        if self._may_ask():
            title = f"{title} of {self._what()}"
            one = next(iter(current)) if len(current) == 1 else None
            self._screen.app.push_screen(OptionsScreen(title, options, one), chosen)

    async def ask_tags(self) -> None:
        """Ask for tags to put on and to take off, completing those that are known."""
        if not self._may_ask():
            return
        from reader.ui.library.own_tags import OwnTagSuggester  # only when asked for
        from reader.ui.widgets.prompt import Prompt

        works = self._in_question
        there = sorted({tag for entry in works for tag in entry.own_tags})
        known = sorted({tag for entry in self._screen.model.entries for tag in entry.own_tags})
        now = f"; now: {', '.join(map(one_line, there))}" if there else ""
        await self._foot.ask(_TAGS, f"your tags for {self._what()}: fluff, -take off{now}")
        for prompt in self._foot.query(Prompt):
            prompt.suggester = OwnTagSuggester(known, there)

    async def ask_note(self) -> None:
        """Ask for a note on the chosen work."""
        if not self._may_ask():
            return
        self._in_question = self._in_question[:1]
        note = self._said_of(self._in_question[0]).note
        words = one_line(note.replace("\n", _LINE_FEED))
        await self._foot.ask(_NOTE, f"a note of your own on {self._what()}", words)

    def _may_ask(self) -> bool:
        """Note what the question is about; False where there is nothing, or nothing can be kept."""
        self._in_question = self._screen.selection.to_change()
        return bool(self._in_question)

    def _what(self) -> str:
        return in_words(self._in_question)

    async def answered(self, purpose: str, words: str) -> bool:
        """Do what was asked for; False when something else asked."""
        if purpose not in (_TAGS, _NOTE):
            return False
        await self._foot.close_prompt()
        if purpose == _TAGS:
            await self._set_tags(words)
        else:
            note = words.replace(_LINE_FEED, "\n").strip()
            await self._change(lambda facts: replace(facts, note=note), "note kept" if note else "no note")
        return True

    # -- Doing ------------------------------------------------------------------------------------------

    async def _set_status(self, status: str | None) -> None:
        if status is not None:
            await self._change(lambda facts: facts.with_status(status), status.replace("-", " "))

    async def _set_rating(self, rating: str | None) -> None:
        if rating is not None:
            stars = int(rating)
            await self._change(lambda facts: replace(facts, rating=stars), stars_of(stars) or "no rating")

    async def _set_tags(self, words: str) -> None:
        from reader.ui.library.own_tags import typed_tags

        on, off = typed_tags(words)
        said = ", ".join([*(f"+{tag}" for tag in sorted(on)), *(f"−{tag}" for tag in sorted(off))])
        if said:
            await self._change(lambda facts: replace(facts, tags=(facts.tags | on) - off), said)

    async def count_reading(self, times: int) -> None:
        """Count a reading more, or one less."""
        if self._may_ask():
            by = "once more" if times > 0 else "once less"
            await self._change(
                lambda facts: replace(facts, times_read=max(0, facts.times_read + times)), f"read {by}"
            )

    async def _change(self, change: Callable[[OwnFacts], OwnFacts], said: str) -> None:
        works, what = self._in_question, self._what()
        before = self._say({entry.info.id: change(self._said_of(entry)) for entry in works}, works)
        if not before:
            return
        self._screen.undoing.remember(lambda: self._take_back(before))
        settings = self._screen.workspace.settings
        told_of = told("{what}: {said} · {undo-change} undoes it", settings, what=what, said=said)
        await self._keep(before, told_of)

    async def _take_back(self, facts: dict[str, OwnFacts]) -> None:
        """Say again what was said before a change."""
        works = [entry for entry in self._screen.model.entries if entry.info.id in facts]
        before = self._say(facts, works)
        await self._keep(before, f"undone for {counted(len(before), 'work')}")

    def _said_of(self, entry: Entry) -> OwnFacts:
        from reader.workspace.own_facts import own_facts  # it reads the state

        return own_facts(self._screen.workspace.store.work(entry.info.id), complete=entry.info.complete)

    def _say(self, facts: dict[str, OwnFacts], works: Sequence[Entry]) -> dict[str, OwnFacts]:
        """Put facts into the state; what was said before of the works for which that is another thing."""
        from reader.workspace.own_facts import say

        store = self._screen.workspace.store
        before = {entry.info.id: say(store, entry.info, facts[entry.info.id]) for entry in works}
        return {work_id: said for work_id, said in before.items() if said != facts[work_id]}

    async def _keep(self, changed: dict[str, OwnFacts], said: str) -> None:
        saved = await self._screen.app.saver.saved()
        if self._screen.is_attached:
            self._screen.loader.some(changed)
            if saved:
                self._screen.say(said)
