"""What the reader never wants to see, said in the library: by a tag, with exceptions, shown for a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.settings.values import FOLD
from reader.ui.keys.sentences import told
from reader.ui.library.sidebar_rows import TagRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.ui.library.sidebar_rows import SidebarRow
    from reader.ui.screens.library import LibraryScreen

    _Rules = tuple[str, ...]


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
        from reader.ui.library.hide_question import hide_question

        await self._screen.questions.ask(hide_question(self._screen, row.choice))

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
        from reader.library.queries.hide_rules import read_rules  # only once something was changed

        self._screen.model.hide(read_rules(self._screen.workspace.settings.hide)[0])
        self._screen.show_all()

    def peek(self) -> None:
        """Show hidden works for now, or hide them again."""
        model = self._screen.model
        if not self.rules:
            said = "You hide nothing. {hide-tag} on a tag hides the works that have it"
            self._screen.say(told(said, self._screen.workspace.settings))
            return
        is_shown = model.peek()
        self._screen.show_all()
        said = "What you hide is shown for now · {show-hidden} hides it again" if is_shown else "Hidden again"
        self._screen.say(told(said, self._screen.workspace.settings))

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
