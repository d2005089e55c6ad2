"""Own tags as they are typed: several with commas between, those to be taken off with a minus before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.suggester import Suggester

from reader.ui.row_pieces import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence


def typed_tags(words: str) -> tuple[frozenset[str], frozenset[str]]:
    """The tags to put on and those to take off; one that is both is taken off."""
    on: set[str] = set()
    off: set[str] = set()
    for part in one_line(words).split(","):
        name = part.strip()
        tags = off if name.startswith(("-", "−")) else on
        tags.add(" ".join(name.lstrip("+-−").split()))
    return frozenset(on - off - {""}), frozenset(off - {""})


class OwnTagSuggester(Suggester):
    """Completes the tag that is being typed: from all of the reader's own, after a minus from those there."""

    def __init__(self, known: Sequence[str], there: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._known = known
        self._there = there

    async def get_suggestion(self, value: str) -> str | None:
        """What is typed, with the rest of the first tag that begins so."""
        last = value.rpartition(",")[2].lstrip()
        typed = last.lstrip("+-−").lstrip()
        tags = self._there if last.startswith(("-", "−")) else self._known
        found = (tag for tag in tags if len(tag) > len(typed) and tag.casefold().startswith(typed.casefold()))
        tag = next(found, None) if typed else None
        return value + tag[len(typed) :] if tag else None
