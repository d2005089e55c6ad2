"""Fields of queries and their values, for completing a command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.listing import query_of
from reader.library.queries.completion import complete
from reader.library.queries.facet_index import FacetIndex
from reader.library.queries.field_notes import FIELD_NOTES
from reader.library.queries.parsing import unescaped
from reader.work.counts import counted
from reader.workspace.filtering import meanings_of, tag_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.library.queries.completion import Suggestion
    from reader.workspace import Workspace


def query_words(workspace: Workspace, current: str, most: int) -> Iterator[tuple[str, str]]:
    """What a word of a query may go on as: a field, or with a field so many of its values.

    A value with spaces stands without quotation marks where `query_of` puts them back.
    """
    field, colon, value = current.partition(":")
    if not colon:
        names = (name for name in FIELD_NOTES if name.startswith(field.lower()))
        return ((f"{name}:", FIELD_NOTES[name]) for name in names)
    typed = f'{field}:"{value}' if " " in value and not value.startswith('"') else current
    index = FacetIndex(workspace.catalogue.entries(), meanings_of(tag_table(workspace)))
    found = complete(typed, len(typed), index, most).suggestions
    return ((_as_argument(field, suggestion), _about(suggestion)) for suggestion in found)


def _as_argument(field: str, suggestion: Suggestion) -> str:
    written = f"{field}:{suggestion.text}"
    plain = f"{field}:{_bare(suggestion)}"
    return plain if query_of([plain]) == written else written


def _about(suggestion: Suggestion) -> str:
    name = "" if suggestion.name == _bare(suggestion) else f"{suggestion.name}, "
    if suggestion.number is None:
        return name.removesuffix(", ")
    return f"{name}{counted(suggestion.number, 'work')}"


def _bare(suggestion: Suggestion) -> str:
    """Its words without quotation marks."""
    return unescaped(suggestion.text.strip('"'))
