"""The rows of the tag sidebar: shelves, and facets that fold, each with its values and counts. No Textual."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias

from rich.cells import cell_len

from reader.library.queries.facets import SINGLE, Facet
from reader.library.queries.filters import Choice, Mark
from reader.ui.row_pieces import Piece, Tone, fitted, one_line
from reader.work.languages import language_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from reader.library.queries.counting import Count, Counts
    from reader.library.queries.filters import Filters

SHELVES = "shelves"
"""What is above the facets, and folds like one of them."""
LABELS = {
    SHELVES: "Shelves",
    Facet.OWN: "My tags",
    Facet.FANDOM: "Fandom",
    Facet.RELATIONSHIP: "Relationship",
    Facet.CHARACTER: "Character",
    Facet.ADDITIONAL: "Additional tags",
    Facet.RATING: "Rating",
    Facet.WARNING: "Warning",
    Facet.CATEGORY: "Category",
    Facet.STATUS: "Status",
    Facet.COMPLETE: "Completion",
    Facet.WORDS: "Words",
    Facet.LANGUAGE: "Language",
    Facet.AUTHOR: "Author",
    Facet.SERIES: "Series",
}
"""In the order of the sidebar."""
FACETS = tuple(Facet(name) for name in LABELS if name != SHELVES)
MARKS = {Mark.NONE: " ", Mark.INCLUDED: "+", Mark.EXCLUDED: "−"}
TONES = {Mark.NONE: Tone.PLAIN, Mark.INCLUDED: Tone.INCLUDED, Mark.EXCLUDED: Tone.EXCLUDED}
"""How a tag shows what was chosen for it, wherever it stands."""
_SHOWN_AT_FIRST = 12
"""Values of a facet that are shown until all are asked for; one more is no reason to ask."""
_ALIKE = " ≈"
"""Stands after a name that means others as well."""


class ShelfCount(NamedTuple):
    """A saved search."""

    name: str
    query: str
    number: int | None
    """How many works it finds; None when it can't be understood."""


class Counting(Protocol):
    """What the sidebar shows the counts of."""

    @property
    def filters(self) -> Filters:
        """What is in force."""

    @property
    def shelves(self) -> Sequence[ShelfCount]:
        """The saved searches."""

    def is_in_force(self, shelf: ShelfCount) -> bool:
        """Whether the works of a shelf are those shown."""

    def is_merged(self, choice: Choice) -> bool:
        """Whether the reader said that a tag means others as well, or has others under it."""

    def counts(self, facet: Facet) -> Counts:
        """The values of a facet, with how many works have each."""

    def counts_named(self, facet: Facet, words: str) -> Sequence[Count]:
        """Those of them that words are found in."""


class HeadRow(NamedTuple):
    """The head of a facet, or of the shelves."""

    section: str
    is_open: bool
    scope: str = ""
    """Whether works have "any" or "all" of what is included; empty where that makes no difference."""

    @property
    def key(self) -> str:
        """What tells it from other rows, whatever is in force."""
        return f"head {self.section}"


class ShelfRow(NamedTuple):
    """A shelf under its head."""

    shelf: ShelfCount
    in_force: bool
    section: str = SHELVES

    @property
    def key(self) -> str:
        """What tells it from other rows, whatever is in force."""
        return shelf_key(self.shelf.name)


@dataclass(frozen=True, slots=True)
class TagRow:
    """A value under its head."""

    count: Count

    @property
    def section(self) -> Facet:
        """The facet it belongs to."""
        return self.count.value.facet

    @property
    def choice(self) -> Choice:
        """What choosing it means."""
        return Choice(self.count.value.facet, self.count.value.key)

    @property
    def key(self) -> str:
        """What tells it from other rows, whatever is in force."""
        return f"tag {self.section} {self.count.value.key}"


class MoreRow(NamedTuple):
    """Stands for the values of a facet that are not shown yet."""

    section: Facet
    hidden: int

    @property
    def key(self) -> str:
        """What tells it from other rows, whatever is in force."""
        return f"more {self.section}"


SidebarRow: TypeAlias = HeadRow | ShelfRow | TagRow | MoreRow


def shelf_key(name: str) -> str:
    """The key of a shelf's row."""
    return f"shelf {name}"


def heads() -> list[SidebarRow]:
    """What stands there before anything is counted."""
    return [HeadRow(facet, False) for facet in FACETS if facet is not Facet.OWN]


def sidebar_rows(
    counting: Counting, *, opened: AbstractSet[str], whole: AbstractSet[Facet], words: str = ""
) -> list[SidebarRow]:
    """The rows, with what is in `opened` showing its values and the facets in `whole` all of them.

    Only what will be shown is counted: while `words` are looked for, the values in whose names they occur.
    """
    if words.strip():
        return _rows_found(counting, words)
    rows: list[SidebarRow] = []
    if counting.shelves:
        rows.append(HeadRow(SHELVES, SHELVES in opened))
        if SHELVES in opened:
            rows += [ShelfRow(shelf, counting.is_in_force(shelf)) for shelf in counting.shelves]
    for facet in FACETS:
        if facet is Facet.OWN and not (opened and counting.counts(facet)):
            continue
        rows.append(HeadRow(facet, facet in opened, _scope(counting.filters, facet)))
        if facet in opened:
            rows += _values(facet, counting.counts(facet), in_full=facet in whole)
    return rows


def _values(facet: Facet, found: Counts, *, in_full: bool) -> list[SidebarRow]:
    shown = found if in_full or len(found) <= _SHOWN_AT_FIRST + 1 else found[:_SHOWN_AT_FIRST]
    rows: list[SidebarRow] = [TagRow(count) for count in _marked_first(found, shown)]
    if len(shown) < len(found):
        rows.append(MoreRow(facet, len(found) - len(shown)))
    return rows


def _marked_first(found: Counts, shown: Sequence[Count]) -> list[Count]:
    """What was chosen is in sight, even where it is too rare to be among the first."""
    in_sight = {count.value.key for count in shown if count.mark}
    chosen = (count for count in found.several if count.mark)
    return [count for count in chosen if count.value.key not in in_sight] + list(shown)


def _rows_found(counting: Counting, words: str) -> list[SidebarRow]:
    rows: list[SidebarRow] = []
    for facet in FACETS:
        found = counting.counts_named(facet, words)
        if found:
            rows += [HeadRow(facet, True, _scope(counting.filters, facet)), *map(TagRow, found)]
    return rows


def _scope(filters: Filters, facet: Facet) -> str:
    """Said where it matters: two values are included, or the reader said so before."""
    if facet in SINGLE:
        return ""
    if facet in filters.either:
        return "any"
    return "all" if sum(choice.facet is facet for choice in filters.included) > 1 else ""


def shown_name(facet: Facet, name: str) -> str:
    """What a person calls a value of a facet."""
    return one_line(language_name(name) if facet is Facet.LANGUAGE else name)


def sidebar_pieces(row: SidebarRow, width: int, alike: AbstractSet[str] = frozenset()) -> tuple[Piece, ...]:
    """A row in exactly so many cells; `alike` are the keys of rows whose tags mean others as well."""
    match row:
        case HeadRow():
            label = head_label(row)
            scope = f" · {row.scope}" if row.scope else ""
            return Piece(fitted(label, cell_len(label)), Tone.HEAD), Piece(
                fitted(scope, max(0, width - cell_len(label))), Tone.QUIET
            )
        case MoreRow():
            return (Piece(fitted(f"   … {row.hidden:,} more", width), Tone.QUIET),)
        case ShelfRow():
            number = "?" if row.shelf.number is None else f"{row.shelf.number:,}"
            name = one_line(row.shelf.name)
            return _counted(MARKS[_MARK_OF[row.in_force]], name, TONES[_MARK_OF[row.in_force]], number, width)
        case TagRow():
            name = shown_name(row.section, row.count.value.name)
            name += _ALIKE if row.key in alike else ""
            mark = row.count.mark
            return _counted(MARKS[mark], name, TONES[mark], f"{row.count.number:,}", width)


_MARK_OF = {True: Mark.INCLUDED, False: Mark.NONE}


def head_label(row: HeadRow) -> str:
    """A head without its scope; what follows it on its row is the scope."""
    return f" {'▾' if row.is_open else '▸'} {LABELS[row.section]}"


def _counted(mark: str, name: str, tone: Tone, number: str, width: int) -> tuple[Piece, ...]:
    count = f" {number} "
    return Piece(fitted(f" {mark} {name}", max(0, width - cell_len(count))), tone), Piece(count, Tone.QUIET)
