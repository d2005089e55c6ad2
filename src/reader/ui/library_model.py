"""What the library screen shows: the works, the filter in force, the order, the tags with counts."""

from __future__ import annotations

from dataclasses import replace
from itertools import compress
from typing import TYPE_CHECKING

from reader.library.queries.facet_index import FacetIndex, tag_value
from reader.library.queries.facets import Facet
from reader.library.queries.filtering import Filtering
from reader.library.queries.filters import Choice, Filters, Mark
from reader.library.queries.parsing import parse
from reader.library.queries.query import QueryError
from reader.ui.work_order import WorkOrder, arranged
from reader.work.model import Tag, TagKind
from reader.work.statuses import UNREAD
from reader.workspace.mirroring import facts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reader.library.entries import Entry
    from reader.library.queries.filtering import Count
    from reader.state.records import WorkState

_IS_SET = bytes.maketrans(b"01", b"\x00\x01")


def entry_in_state(entry: Entry, state: WorkState) -> Entry:
    """The entry with what the state says now, before the catalogue follows it."""
    facts = facts_of(state, complete=entry.info.complete)
    return replace(
        entry,
        status=facts.status or UNREAD,
        progress=facts.progress,
        last_read=facts.last_read,
        own_tags=facts.own_tags,
        new_keys=tuple(key for key in entry.new_keys if key in facts.new_keys),
        rating=facts.rating,
        times_read=facts.times_read,
    )


class LibraryModel:
    """The works and what is wanted of them. It changes; whoever changes it shows it anew.

    Works and orders are known at once. To know their tags takes longer than a first frame may, so that is
    prepared afterwards; a filter that can't wait does without.
    """

    def __init__(self) -> None:
        self.entries: Sequence[Entry] = ()
        self.total = 0
        self.shown: Sequence[Entry] = ()
        """The works that hold against the filter, in order."""
        self.order = WorkOrder.LAST_READ
        self.descending = WorkOrder.LAST_READ.descends
        self.words = ""
        """The query in force, as it was typed."""
        self.problem = ""
        """What is wrong with the query typed last; the one before it stays in force."""
        self.filters = Filters()
        self._arranged: list[int] = []
        self._filtering = Filtering(FacetIndex(()))

    # -- Works ------------------------------------------------------------------------------------------

    def load(self, entries: Sequence[Entry], total: int | None = None) -> None:
        """Take the works as the catalogue has them now; filter and order stay.

        `total` is how many there are, when these are only those that the list begins with.
        """
        self.entries = entries
        self.total = len(entries) if total is None else total
        self._filtering = Filtering(FacetIndex(entries))
        self._arranged = arranged(entries, self.order, self.descending)
        self._show()

    def update(self, changed: Mapping[str, Entry]) -> bool:
        """Take some works anew, by their ids, of which something else is said; whether tags count anew.

        Those that came or went are left to `load`.
        """
        entries = [changed.get(entry.info.id, entry) for entry in self.entries]
        pairs = zip(self.entries, entries, strict=True)
        told = [(old, new) for old, new in pairs if old is not new and old != new]
        if not told:
            return False
        if any(old.info != new.info for old, new in told):
            self.load(entries)
            return True
        counted = any((old.status, old.own_tags) != (new.status, new.own_tags) for old, new in told)
        self.entries = entries
        self._filtering = self._filtering.after(entries)
        self.sort(self.order, self.descending)
        return counted

    @property
    def last_read(self) -> Entry | None:
        """The work to go on with; None when none was begun."""
        read = [(entry.last_read, at) for at, entry in enumerate(self.entries) if entry.last_read is not None]
        return self.entries[max(read)[1]] if read else None

    def sort(self, order: WorkOrder, descending: bool) -> None:
        """Put the works in another order."""
        self.order, self.descending = order, descending
        self._arranged = arranged(self.entries, order, descending)
        self._show()

    def prepare(self) -> Iterator[None]:
        """Work out which works have which tags, pausing about every two milliseconds.

        It is worked out when it is asked for as well, but not in pauses.
        """
        return self._filtering.index.prepare()

    # -- The filter -------------------------------------------------------------------------------------

    @property
    def is_filtered(self) -> bool:
        """Whether a tag or a query is in force."""
        return bool(self.words or self.filters.included or self.filters.excluded)

    @property
    def choices(self) -> list[tuple[Choice, str, Mark]]:
        """The tags included and excluded, with the name to show; those excluded last."""
        index = self._filtering.index if self.filters.included or self.filters.excluded else None
        found = []
        for choice in (*self.filters.included, *self.filters.excluded):
            value = index.value(choice.facet, choice.key) if index else None
            found.append((choice, value.name if value else choice.key, self.filters.mark(choice)))
        return found

    def cycle(self, choice: Choice) -> None:
        """Include a tag, exclude it when it is included, leave it alone when it is excluded."""
        self.filters = self.filters.cycled(choice)
        self._show()

    def mark(self, choice: Choice, mark: Mark) -> None:
        """Include a tag, exclude it, or leave it alone."""
        self.filters = self.filters.with_mark(choice, mark)
        self._show()

    def include_only(self, kind: str, name: str) -> None:
        """Show all works with one tag, given as a work has it."""
        self.clear()
        if kind in set(TagKind):
            facet, key = tag_value(Tag(TagKind(kind), name))
        else:
            facet = Facet(kind)
            key = next(
                (value.key for value in self._filtering.index.values(facet) if value.name == name), name
            )
        self.mark(Choice(facet, key), Mark.INCLUDED)

    def ask(self, words: str) -> None:
        """Put a query in force. Where it can't be understood, `problem` says why and nothing else changes."""
        try:
            query = parse(words)
        except QueryError as error:
            self.problem = f"column {error.column}: {error.message}"
            return
        self.words, self.problem = words.strip(), ""
        self.filters = Filters(query, self.filters.included, self.filters.excluded)
        self._show()

    def clear(self) -> None:
        """Take away tags and query alike."""
        self.words = self.problem = ""
        self.filters = Filters()
        self._show()

    def counts(self, facet: Facet) -> Sequence[Count]:
        """The tags of a facet that works in the list have, with how many do."""
        return self._filtering.counts(self.filters, (facet,))[facet]

    def _show(self) -> None:
        entries, order = self.entries, self._arranged
        if not self.is_filtered:
            self.shown = [entries[index] for index in order]
            return
        works = self._filtering.works(self.filters)
        flags = f"{works:0{len(entries)}b}"[::-1].encode().translate(_IS_SET)
        self.shown = [entries[index] for index in compress(order, map(flags.__getitem__, order))]
