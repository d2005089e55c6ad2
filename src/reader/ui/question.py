"""A question that is asked in a prompt, and a remark beside what is typed. No Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.ui.row_pieces import Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.library.queries.completion import Completion, Suggestion


class Remark(NamedTuple):
    """Something to be said of what is typed."""

    text: str = ""
    column: int = 0
    """Where it belongs in what is typed, in code points from 1; 0 for nowhere."""
    tone: Tone = Tone.QUIET


NO_REMARK = Remark()


class Question(NamedTuple):
    """What is asked, and whom the answer is told."""

    purpose: str
    placeholder: str
    answered: Callable[[str, Suggestion | None], Remark]
    """Takes the answer, and the suggestion beside it; with a remark, which says what is wrong, the question
    stays."""
    words: str = ""
    """What it begins with."""
    typed: Callable[[str], Remark] = lambda _: NO_REMARK
    """Follows what is typed."""
    left: Callable[[], None] = lambda: None
    complete: Callable[[str, int], Completion] | None = None
    """What may be meant, by what is typed and where the cursor stands in it."""
    pasted: Callable[[str], str] | None = None
    """Makes one line of what is pasted, where that takes more than putting lines together."""
    goes_on: bool = False
    """Whether a suggestion is but a part of the answer, so that enter takes one that was looked for."""
