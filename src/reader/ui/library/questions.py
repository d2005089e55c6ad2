"""What the library screen asks in a prompt, and what becomes of the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.files.folder_view import count_works
from reader.ui.library.path_completion import PathCompletion
from reader.ui.library.query_words import all_fields, closed, query_remark
from reader.ui.library.typed_paths import is_there, pasted_line, pasted_paths, typed_paths
from reader.ui.question import NO_REMARK, Question, Remark
from reader.ui.row_pieces import Tone

if TYPE_CHECKING:
    from textual.widget import Widget

    from reader.library.queries.completion import Completion, Suggestion
    from reader.ui.screens.library import LibraryScreen
    from reader.ui.widgets.library_foot import LibraryFoot

_TELL_FIELDS = "?"
_QUERY_EXAMPLES = 'filter: words, fandom:"Original Work", -tag:angst, words:50k.. · ? tells all of it'


class LibraryQuestions:
    """Asks one question at a time. It changes: it remembers which."""

    def __init__(self, screen: LibraryScreen, foot: LibraryFoot) -> None:
        self._screen = screen
        self._foot = foot
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
        before = self._screen.model.words
        await self.ask(
            Question(
                "filter",
                _QUERY_EXAMPLES,
                self._filtered,
                before,
                typed=self._filter,
                left=lambda: self._put(before),
                complete=self.complete_query,
                goes_on=True,
            )
        )

    async def ask_paths(self, words: str = "") -> None:
        """Ask for what to add, beginning with these paths."""
        await self.ask(
            Question(
                "add",
                "files or folders to add: type, paste or drop them · tab completes",
                self._add,
                words,
                typed=_paths_remark,
                complete=PathCompletion().complete,
                pasted=pasted_line,
                goes_on=True,
            )
        )

    async def pasted(self, text: str) -> None:
        """Ask whether to add the files that were dropped on the terminal; say so where there are none."""
        if pasted_paths(text):
            await self.ask_paths(pasted_line(text))
        else:
            self._screen.say("What was pasted leads to no file; a adds files by their paths")

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

    # -- The query --------------------------------------------------------------------------------------

    def complete_query(self, words: str, cursor: int) -> Completion:
        """Fields and values that may be meant in a query."""
        from reader.library.queries.completion import complete  # only while something is typed

        if words.strip() == _TELL_FIELDS:
            return all_fields(words)
        return complete(words, cursor, self._screen.model.index)

    def _filter(self, words: str) -> Remark:
        if words.strip() == _TELL_FIELDS:
            words = ""
        self._put(closed(words))
        return query_remark(closed(words))

    def _filtered(self, words: str, _: Suggestion | None) -> Remark:
        if words.strip() == _TELL_FIELDS:
            return NO_REMARK
        remark = query_remark(closed(words))
        return remark if self._screen.model.problem else NO_REMARK

    def _put(self, words: str) -> None:
        self._screen.model.ask(words)
        self._screen.show_all()

    def _add(self, words: str, _: Suggestion | None) -> Remark:
        paths = typed_paths(words)
        gone = next((path for path in paths if not is_there(path)), None)
        if gone is not None:
            return Remark(f"There is no {gone}", tone=Tone.WARNING)
        if paths:
            self._screen.adding.add(paths)
        return NO_REMARK


def _paths_remark(words: str) -> Remark:
    """What enter would add, where that is more than the line itself says."""
    paths = typed_paths(words)
    if not paths or not all(map(is_there, paths)):
        return NO_REMARK
    if len(paths) > 1:
        return Remark(f"{len(paths):,} files and folders · enter adds them")
    works = count_works(str(paths[0]))
    files = f"{works:,} file{'' if works == 1 else 's'} right here" if works else "with all that is in it"
    return Remark(f"This folder, {files} · enter adds it") if paths[0].is_dir() else NO_REMARK
