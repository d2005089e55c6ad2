"""What helps while something is typed: suggestions to choose from, and a remark right above the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget

from reader.library.queries.completion import Completion
from reader.ui.library.query_words import name_width, remark_pieces, suggestion_pieces
from reader.ui.question import NO_REMARK
from reader.ui.widgets.pieces import Looks
from reader.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult
    from textual.strip import Strip

    from reader.library.queries.completion import Suggestion
    from reader.ui.question import Remark
    from reader.ui.row_pieces import Piece
    from reader.ui.widgets.prompt import Prompt

_SHARE = 4
"""They take the fourth part of the screen at most."""
_NOTHING = Completion(0, 0)


class SuggestionList(RowList, can_focus=False):
    """Suggestions; the letters go to the line under it."""

    class Clicked(Message):
        """The row under the cursor was clicked."""

    def __init__(self) -> None:
        super().__init__(id="suggestions")
        self._suggestions: Sequence[Suggestion] = ()
        self._name_width = 0

    @property
    def chosen(self) -> Suggestion | None:
        """The one under the cursor; None when there are none."""
        return self._suggestions[self.cursor] if self._suggestions else None

    def show(self, suggestions: Sequence[Suggestion]) -> None:
        """Show these with the cursor on the first."""
        self._suggestions = suggestions
        self._name_width = name_width(suggestions)
        self.display = bool(suggestions)
        self.styles.height = min(len(suggestions), max(1, self.screen.size.height // _SHARE))
        self.set_count(len(suggestions), 0)

    def pieces(self, index: int, width: int) -> Iterable[Piece]:
        """A suggestion."""
        return suggestion_pieces(self._suggestions[index], self._name_width, width)

    def clicked(self, index: int, was_cursor: bool) -> None:
        """A click takes it."""
        self.post_message(self.Clicked())


class RemarkLine(Widget):
    """A row for a remark."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__(id="remark")
        self._said = (NO_REMARK, "", 0)

    def show(self, remark: Remark, words: str, scrolled: int) -> None:
        """Show a remark on words that are scrolled by some cells; none for an empty one."""
        if (remark, words, scrolled) != self._said:
            self._said = (remark, words, scrolled)
            self.display = bool(remark.text)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The row."""
        remark, words, scrolled = self._said
        width = self.size.width
        return Looks(self).strip(remark_pieces(remark, words, scrolled, width), width)


class PromptAid(Vertical):
    """Stands above a prompt, and takes no room while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__(id="prompt-aid")
        self._completion = _NOTHING
        self._looked = False

    def compose(self) -> ComposeResult:
        """The suggestions, and nearest to the words the remark."""
        yield SuggestionList()
        yield RemarkLine()

    def on_mount(self) -> None:
        """Begin without any."""
        self.rest()

    @property
    def chosen(self) -> Suggestion | None:
        """The suggestion under the cursor, if any."""
        return next((listing.chosen for listing in self.query(SuggestionList)), None)

    @property
    def picked(self) -> bool:
        """Whether a suggestion was looked for since something was typed, so that it is meant."""
        return self._looked and self.chosen is not None

    def rest(self) -> None:
        """Say nothing."""
        self._completion, self._looked = _NOTHING, False
        self.query_one(SuggestionList).show(())
        line = self.query_one(RemarkLine)
        line.show(NO_REMARK, "", 0)
        line.display = False

    def show(self, completion: Completion | None, remark: Remark, prompt: Prompt) -> None:
        """Help with what stands in a prompt."""
        self._completion, self._looked = completion or _NOTHING, False
        self.query_one(SuggestionList).show(self._completion.suggestions)
        self.query_one(RemarkLine).show(remark, prompt.value, round(prompt.scroll_x))

    def look(self, rows: int) -> None:
        """Consider another suggestion; the first of these only says that one is wanted."""
        listing = self.query_one(SuggestionList)
        self._looked = True
        listing.move_to(listing.cursor + rows)

    def take(self, prompt: Prompt) -> bool:
        """Put the suggestion into the prompt; False when there is none."""
        chosen = self.chosen
        if chosen is None:
            return False
        self._looked = False
        prompt.value, prompt.cursor_position = self._completion.applied(prompt.value, chosen)
        return True
