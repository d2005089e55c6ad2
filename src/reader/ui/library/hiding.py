"""What the reader never wants to see, said in the library: by a tag, with exceptions, shown for a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.queries.filters import Filters
from reader.library.queries.hiding import read_rules
from reader.library.queries.writing import as_query
from reader.settings.values import FOLD
from reader.ui.library.query_words import closed, query_remark
from reader.ui.library.sidebar_rows import TagRow
from reader.ui.question import NO_REMARK, Question, Remark
from reader.ui.row_pieces import Tone, one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.ui.library.sidebar_rows import SidebarRow
    from reader.ui.screens.library import LibraryScreen

    _Rules = tuple[str, ...]

_UNLESS = " UNLESS "


class LibraryHiding:
    """Changes the rules, has the list follow, and remembers how to take it back."""

    def __init__(self, screen: LibraryScreen) -> None:
        self._screen = screen
        self._seen = set(self.rules)

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules in force, as they are written."""
        return self._screen.workspace.settings.hide

    @property
    def folds(self) -> bool:
        """Whether hidden works are listed in a line each."""
        return self._screen.workspace.settings.hidden_works == FOLD

    async def ask(self, row: SidebarRow) -> None:
        """Ask with which exceptions works with a tag are to be hidden."""
        if not isinstance(row, TagRow):
            self._screen.say("Choose what you never want to see first: a tag, an author, a rating …")
            return
        rule = as_query(Filters(included=(row.choice,)), self._screen.model.index)
        questions = self._screen.questions
        await questions.ask(
            Question(
                "hide",
                "enter hides them all · or type first which not: author:oxbow",
                lambda words, _: self._answered(rule, closed(words)),
                typed=lambda words: self._said_of(rule, closed(words)),
                complete=questions.complete_query,
                goes_on=True,
            )
        )

    def _said_of(self, rule: str, words: str) -> Remark:
        remark = query_remark(words)
        if remark.text:
            return remark
        rules, problems = read_rules([_rule(rule, words)])
        if problems:
            return Remark(problems[0], 0, Tone.WARNING)
        found = self._screen.model.count(rules[0].query)
        return Remark(f"hides {found:,} {'work' if found == 1 else 'works'}: {one_line(rule)}")

    def _answered(self, rule: str, words: str) -> Remark:
        remark = query_remark(words)
        if remark.tone is Tone.WARNING:
            return remark
        text = _rule(rule, words)
        _, problems = read_rules([text])
        if problems:
            return Remark(problems[0], 0, Tone.WARNING)
        self._screen.undoing.remember(self.add(text))
        self._screen.say(f"Never shown: {one_line(text)} · u undoes it, h shows it for now")
        return NO_REMARK

    def add(self, text: str) -> Callable[[], None]:
        """Have a rule in force, and soon in the settings; what takes that back."""
        was_there = text in self.rules
        self._change(lambda rules: (*rules, text))
        return lambda: None if was_there else self._take_back(lambda rules: _without(rules, text))

    def drop(self, text: str) -> Callable[[], None]:
        """Take a rule away; what takes that back."""
        place = self.rules.index(text)
        self._change(lambda rules: _without(rules, text))
        return lambda: self._take_back(lambda rules: (*rules[:place], text, *rules[place:]))

    def _take_back(self, change: Callable[[_Rules], _Rules]) -> None:
        self._change(change)
        self._screen.say("Undone: what is hidden is what was before")

    def _change(self, change: Callable[[_Rules], _Rules]) -> None:
        """Change the rules, with those among them that another window has put into the file."""
        from reader.settings import read_settings

        in_file = read_settings(self._screen.workspace.folders.settings)[0].hide
        elsewhere = (text for text in in_file if text not in self._seen)
        texts = tuple(dict.fromkeys(change((*self.rules, *elsewhere))))
        self._seen |= {*in_file, *texts}
        self._screen.app.saver.settings.change("hide", texts)
        self.follow()

    def follow(self) -> None:
        """Hide what the settings say now."""
        self._screen.model.hide(read_rules(self._screen.workspace.settings.hide)[0])
        self._screen.show_all()

    def peek(self) -> None:
        """Show hidden works for now, or hide them again."""
        model = self._screen.model
        if not self.rules:
            self._screen.say("You hide nothing. H on a tag hides the works that have it")
            return
        is_shown = model.peek()
        self._screen.show_all()
        self._screen.say("What you hide is shown for now · h hides it again" if is_shown else "Hidden again")

    def fold(self) -> None:
        """Fold hidden works, or show nothing of them, as the settings say now."""
        self._screen.model.list_folded(self.folds)
        self._screen.show_works()

    def show_rules(self) -> None:
        """Show the rules, and what tags mean, to be taken away one by one."""
        from reader.ui.screens.rules import RulesScreen  # only when asked for

        self._screen.app.push_screen(RulesScreen(self._screen))


def _without(rules: _Rules, text: str) -> _Rules:
    return tuple(rule for rule in rules if rule != text)


def _rule(rule: str, words: str) -> str:
    return f"{rule}{_UNLESS}{' '.join(words.split())}" if words.strip() else rule
