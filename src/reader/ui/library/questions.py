"""The questions that the library screen asks in a prompt, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.keys.sentences import told

if TYPE_CHECKING:
    from textual.widget import Widget

    from reader.ui.question import Question, Remark
    from reader.ui.screens.library import LibraryScreen


class LibraryQuestions:
    """Asks one question at a time. It changes: it remembers which."""

    def __init__(self, screen: LibraryScreen) -> None:
        self._screen = screen
        self._foot = screen.foot
        self._question: Question | None = None
        self.came_from: Widget | None = None
        """What had the keys when the question was asked."""

    async def ask(self, question: Question) -> None:
        """Ask in place of whatever is asked now."""
        if self._foot.prompt is None:
            self.came_from = self._screen.focused
        self._question = question
        await self._foot.ask(question.purpose, question.placeholder, question.words)
        if self._question is question:
            if question.pasted and self._foot.prompt:
                self._foot.prompt.pasted = question.pasted
            self._help(question.typed(question.words))

    async def ask_filter(self) -> None:
        """Ask for a query, which is in force while it is typed."""
        from reader.ui.library.filter_question import filter_question

        await self.ask(filter_question(self._screen))

    async def ask_paths(self, words: str = "") -> None:
        """Ask for what to add, beginning with these paths."""
        from reader.ui.adding.paths_question import paths_question

        await self.ask(paths_question(self._screen, words))

    async def pasted(self, text: str) -> None:
        """Ask whether to add the files that were dropped on the terminal; say so where there are none."""
        from reader.ui.adding.typed_paths import pasted_line, pasted_paths

        if pasted_paths(text):
            await self.ask_paths(pasted_line(text))
        else:
            said = "What was pasted leads to no file; {add-files} adds files by their paths"
            self._screen.say(told(said, self._screen.workspace.settings))

    # -- What the prompt says ---------------------------------------------------------------------------

    async def typed(self, purpose: str, words: str) -> None:
        """Follow what is typed."""
        if self._question is not None and self._question.purpose == purpose:
            self._help(self._question.typed(words))

    async def left(self, purpose: str) -> None:
        """Without an answer everything is as it was."""
        question = self._question
        await self._close()
        if question is not None and question.purpose == purpose:
            question.left()

    async def answered(self, purpose: str, words: str) -> bool:
        """Do what was asked for; False when the question stays, as where the answer can't be understood."""
        question = self._question
        if question is None or question.purpose != purpose:
            return True
        aid, prompt = self._foot.aid, self._foot.prompt
        if aid and prompt and aid.picked and question.goes_on and aid.take(prompt):
            return False
        remark = question.answered(words, aid.chosen if aid else None)
        if remark.text:
            self._help(remark)
            return False
        if self._question is question:
            await self._close()
        return True

    async def _close(self) -> None:
        self._question = None
        await self._foot.close_prompt()

    def _help(self, remark: Remark) -> None:
        aid, prompt = self._foot.aid, self._foot.prompt
        if aid and prompt and self._question:
            complete = self._question.complete
            cursor = prompt.cursor_position
            aid.show(complete(prompt.value, cursor) if complete else None, remark, prompt)
