"""Taking works out of the library on its screen, once the reader says yes; and back again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.entries import CatalogueError
from reader.state.errors import StateError
from reader.ui.keys.sentences import told
from reader.ui.library.selecting import in_words
from reader.ui.problems import tell_problem
from reader.ui.widgets.work_pane import WorkPane

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.library.entries import Entry
    from reader.ui.screens.library import LibraryScreen
    from reader.work.model import WorkInfo
    from reader.workspace import Workspace

_PURPOSE = "remove"


class LibraryRemoving:
    """Removes the works selected. It remembers which the question was about."""

    def __init__(self, screen: LibraryScreen) -> None:
        self._screen = screen
        self._foot = screen.foot
        self._in_question: Sequence[Entry] = ()

    async def ask(self) -> None:
        """Ask whether the works are to go."""
        self._in_question = works = self._screen.selection.to_change()
        if works:
            them = "it" if len(works) == 1 else "them"
            await self._foot.ask(
                _PURPOSE, f"take {in_words(works)} out of the library? type y, or n to keep {them}"
            )

    async def typed(self, purpose: str, words: str) -> None:
        """Follow what is typed: y or n is answer enough."""
        if words:
            await self.answered(purpose, words)

    async def answered(self, purpose: str, words: str) -> bool:
        """Do what was asked for; False when something else asked."""
        if purpose != _PURPOSE:
            return False
        await self._foot.close_prompt()
        if words.strip().lower().startswith("y"):
            self._remove(self._in_question)
        return True

    def _remove(self, works: Sequence[Entry]) -> None:
        from reader.workspace.removing import remove_works  # only when asked for

        if self._changed(remove_works, works):
            back = "it" if len(works) == 1 else "them"
            said = f"{{works}}: taken out of the library · {{undo-change}} brings {back} back"
            self._screen.say(told(said, self._screen.workspace.settings, works=in_words(works)))
            self._screen.undoing.remember(lambda: self._bring_back(works))

    def _bring_back(self, works: Sequence[Entry]) -> None:
        from reader.workspace.removing import bring_back

        self._screen.query_one(WorkPane).settle_on(works[0])
        if self._changed(bring_back, works):
            self._screen.say(f"{in_words(works)}: back in the library")

    def _changed(
        self, change: Callable[[Workspace, Sequence[WorkInfo]], None], works: Sequence[Entry]
    ) -> bool:
        """Change the library and show it as it is then; whether that could be done."""
        try:
            change(self._screen.workspace, [entry.info for entry in works])
        except (CatalogueError, StateError) as error:
            tell_problem(self._screen, error)
            return False
        finally:
            self._screen.loader.all()
        return True
