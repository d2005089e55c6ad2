"""What the fields before a text in Markdown say of the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.formats.labelled_facts import Labelled, read_labelled
from reader.formats.labels import TELLING, Fact, field_anywhere

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.work.model import WorkInfo

_OF_A_WORK = TELLING | {Fact.PUBLISHED}


def are_of_a_work(keys: Iterable[str]) -> bool:
    """Whether one of the keys at least stands in the front matter of a work."""
    return any(field_anywhere(key) in _OF_A_WORK for key in keys)


def read_facts(fields: Mapping[str, Sequence[str]]) -> WorkInfo:
    """The facts among the fields, by key; the first of two that say the same counts."""
    return read_labelled(
        [Labelled(field, tuple(values)) for key, values in fields.items() if (field := field_anywhere(key))]
    )
