"""The works that the palette finds by typed words of their titles and authors. No Textual."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from reader.ui.palette.rows import PaletteRow, WorkChoice
from reader.ui.row_pieces import one_line
from reader.work.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.workspace.titles import TitledWork

MOST = 100
"""Works that are offered at a time: whoever sees so many types on."""


class PaletteWorks:
    """Works made ready to be looked through with every key, ten thousand in a few milliseconds."""

    def __init__(self, works: Iterable[TitledWork]) -> None:
        self._works: Sequence[TitledWork] = tuple(works)
        self._searched = [f" {fold(work.title)} \n {fold(' '.join(work.authors))} " for work in self._works]

    def matching(self, typed: str, most: int = MOST) -> tuple[PaletteRow, ...]:
        """The works in whose titles and authors all the typed words are; those that begin so come first.

        After them come works with the typed words at the beginning of theirs; otherwise the order stays. No
        words mean no work.
        """
        folded = fold(typed)
        if not folded:
            return ()
        words = folded.split()
        found = [at for at, text in enumerate(self._searched) if all(word in text for word in words)]
        beginning = f" {folded}"
        spaced = [f" {word}" for word in words]
        ranks: tuple[list[int], list[int], list[int]] = ([], [], [])
        for at in found:
            text = self._searched[at]
            begins = text.startswith(beginning)
            ranks[0 if begins else 1 if all(word in text for word in spaced) else 2].append(at)
        places = islice((at for rank in ranks for at in rank), most)
        return tuple(_row(self._works[at]) for at in places)


def _row(work: TitledWork) -> PaletteRow:
    title = one_line(work.title) or "Untitled"
    return PaletteRow(title, one_line(", ".join(work.authors)), WorkChoice(work.id))
