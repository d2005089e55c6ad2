"""The rows of the tag sidebar: facets that fold, and under them their values with counts. No Textual."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from rich.cells import cell_len

from reader.library.queries.facets import Facet
from reader.library.queries.filters import Choice, Mark
from reader.ui.library_rows import Piece, Tone, fitted, one_line
from reader.work.languages import language_name
from reader.work.names import fold_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence, Set

    from reader.library.queries.filtering import Count

FACET_LABELS = {
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
MARKS = {Mark.NONE: " ", Mark.INCLUDED: "+", Mark.EXCLUDED: "−"}
TONES = {Mark.NONE: Tone.PLAIN, Mark.INCLUDED: Tone.INCLUDED, Mark.EXCLUDED: Tone.EXCLUDED}
"""How a tag shows what was chosen for it, wherever it stands."""
_SHOWN_AT_FIRST = 12
"""Values of a facet that are shown until all are asked for; one more is no reason to ask."""
_FOUND_AT_MOST = 60
"""Values of a facet that a search shows: who has more wants to type another letter."""


@dataclass(frozen=True, slots=True)
class FacetRow:
    """The head of a facet."""

    facet: Facet
    is_open: bool


@dataclass(frozen=True, slots=True)
class TagRow:
    """A value under its head."""

    count: Count

    @property
    def facet(self) -> Facet:
        """The facet it belongs to."""
        return self.count.value.facet

    @property
    def choice(self) -> Choice:
        """What choosing it means."""
        return Choice(self.count.value.facet, self.count.value.key)


@dataclass(frozen=True, slots=True)
class MoreRow:
    """Stands for the values of a facet that are not shown yet."""

    facet: Facet
    hidden: int


SidebarRow: TypeAlias = FacetRow | TagRow | MoreRow


def sidebar_rows(
    counts: Callable[[Facet], Sequence[Count]], *, opened: Set[Facet], whole: Set[Facet], words: str = ""
) -> list[SidebarRow]:
    """The rows, with the facets in `opened` showing their values and those in `whole` all of them.

    `counts` is asked only for facets whose values will be shown: all of them while `words` are searched.
    """
    if words.strip():
        return _rows_found(counts, words)
    rows: list[SidebarRow] = []
    for facet in FACET_LABELS:
        if facet is Facet.OWN and not (opened and counts(facet)):
            continue
        rows.append(FacetRow(facet, facet in opened))
        if facet not in opened:
            continue
        found = counts(facet)
        shown = found if facet in whole or len(found) <= _SHOWN_AT_FIRST + 1 else found[:_SHOWN_AT_FIRST]
        rows += [TagRow(count) for count in _marked_first(found, shown)]
        if len(shown) < len(found):
            rows.append(MoreRow(facet, len(found) - len(shown)))
    return rows


def _marked_first(found: Sequence[Count], shown: Sequence[Count]) -> list[Count]:
    """What was chosen is in sight, even where it is too rare to be among the first."""
    return [count for count in found[len(shown) :] if count.mark] + list(shown)


def _rows_found(counts: Callable[[Facet], Sequence[Count]], words: str) -> list[SidebarRow]:
    parts = fold_name(words).split()
    rows: list[SidebarRow] = []
    for facet in FACET_LABELS:
        found = [count for count in counts(facet) if _matches(shown_name(facet, count.value.name), parts)]
        if found:
            rows += [FacetRow(facet, True), *map(TagRow, found[:_FOUND_AT_MOST])]
    return rows


def _matches(name: str, parts: list[str]) -> bool:
    folded = fold_name(name)
    return all(part in folded for part in parts)


def shown_name(facet: Facet, name: str) -> str:
    """What a person calls a value of a facet."""
    return one_line(language_name(name) if facet is Facet.LANGUAGE else name)


def sidebar_pieces(row: SidebarRow, width: int) -> tuple[Piece, ...]:
    """A row in exactly so many cells."""
    match row:
        case FacetRow():
            label = f" {'▾' if row.is_open else '▸'} {FACET_LABELS[row.facet]}"
            return (Piece(fitted(label, width), Tone.HEAD),)
        case MoreRow():
            return (Piece(fitted(f"   … {row.hidden:,} more", width), Tone.QUIET),)
        case TagRow():
            return _tag_pieces(row.count, width)


def _tag_pieces(tag: Count, width: int) -> tuple[Piece, ...]:
    count = f" {tag.number:,} "
    name = fitted(
        f" {MARKS[tag.mark]} {shown_name(tag.value.facet, tag.value.name)}", max(0, width - cell_len(count))
    )
    return Piece(name, TONES[tag.mark]), Piece(count, Tone.QUIET)
