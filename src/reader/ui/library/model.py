"""What the library screen shows: the works, the filter in force, the order, the tags with counts."""

from __future__ import annotations

from itertools import compress, count
from typing import TYPE_CHECKING

from reader.library.queries.bits import flags
from reader.library.queries.filters import Filters, Mark
from reader.ui.library.work_order import WorkOrder, arranged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from reader.library.entries import Entry
    from reader.library.queries.counting import Count, Counts
    from reader.library.queries.facet_index import FacetIndex
    from reader.library.queries.facets import Facet
    from reader.library.queries.filtering import Filtering
    from reader.library.queries.filters import Choice
    from reader.library.queries.hiding import HideRule
    from reader.library.queries.query import Query
    from reader.ui.library.sidebar_rows import ShelfCount


class LibraryModel:
    """The works and what is wanted of them. It changes; whoever changes it shows it anew.

    Works and orders are known at once. To know their tags takes longer than a first frame may, so that is
    prepared afterwards; a filter that can't wait does without. Where nothing is filtered or hidden, even what
    filters is loaded only then.
    """

    def __init__(
        self,
        filtering_of: Callable[[Sequence[Entry]], Filtering],
        hides: Callable[[], bool] = lambda: True,
    ) -> None:
        """`filtering_of` makes the filter of a list, as the reader's own tables want it.

        `hides` says whether there may be rules among them.
        """
        self._filtering_of = filtering_of
        self._hides = hides
        self._made: Filtering | None = None
        self.entries: Sequence[Entry] = ()
        self.total = 0
        self.shown: Sequence[Entry] = ()
        """The works that hold against the filter, in order."""
        self.listed: Sequence[Entry] = ()
        """Those, and where they belong the ones that are folded to a line since the reader hides them."""
        self.folds = False
        """Whether hidden works are listed so."""
        self.order = WorkOrder.LAST_READ
        self.descending = WorkOrder.LAST_READ.descends
        self.words = ""
        """The query in force, as it was typed."""
        self.problem = ""
        """What is wrong with the query typed last; the one before it stays in force."""
        self.filters = Filters()
        self._arranged: list[int] = []
        self._folded: dict[str, int] = {}
        self._searches: Sequence[tuple[str, str]] = ()
        self._shelves: Sequence[ShelfCount] | None = None

    # -- Works ------------------------------------------------------------------------------------------

    def load(self, entries: Sequence[Entry], total: int | None = None) -> None:
        """Take the works as the catalogue has them now; filter and order stay.

        `total` is how many there are, when these are only those that the list begins with.
        """
        self.entries = entries
        self.total = len(entries) if total is None else total
        self._made = None
        if self.is_filtered:
            self.filters = self._filtering.settled(self.filters)
        self._shelves = None
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
        self._made = self._made.after(entries) if self._made else None
        self._shelves = None
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
        return self._filtering.prepare()

    def renewed(self) -> Filtering | None:
        """The filter of these works as tags mean it now, to be taken once prepared; None before the first."""
        return self._filtering_of(self.entries) if self._made else None

    def take(self, filtering: Filtering, chosen: Callable[[Filters], Filters]) -> None:
        """Have this filter in force; of what is chosen, what that is to become."""
        works, rules = tuple(self.entries), self._filtering.hiding.rules
        made = filtering if filtering.index.entries == works else filtering.after(works)
        self._made = made if made.hiding.rules == rules else made.under(rules)
        self.filters = made.settled(chosen(self.filters))
        self._shelves = None
        self._show()

    # -- The filter -------------------------------------------------------------------------------------

    def settled(self, filters: Filters) -> Filters:
        """Filters by what their choices mean now."""
        return self._filtering.settled(filters)

    @property
    def _filtering(self) -> Filtering:
        if self._made is None:
            self._made = self._filtering_of(self.entries)
        return self._made

    @property
    def _has_rules(self) -> bool:
        return (self._made is not None or self._hides()) and bool(self._filtering.hiding.rules)

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
        self.mark(self._filtering.choice(kind, name), Mark.INCLUDED)

    def ask(self, words: str) -> None:
        """Put a query in force. Where it can't be understood, `problem` says why and nothing else changes."""
        from reader.library.queries.parsing import parse  # only once something is asked for
        from reader.library.queries.query import QueryError

        try:
            query = parse(words)
        except QueryError as error:
            self.problem = f"column {error.column}: {error.message}"
            return
        self.words, self.problem = words.strip(), ""
        self.filters = self.filters._replace(query=query if self.words else None)
        self._show()

    def clear(self) -> None:
        """Take away tags and query alike."""
        self.words = self.problem = ""
        self.filters = Filters(hidden=self.filters.hidden)
        self._show()

    def toggle_either(self, facet: Facet) -> None:
        """Take works with any of the included tags of a facet instead of all, or the other way round."""
        self.filters = self.filters.toggled_either(facet)
        self._show()

    @property
    def index(self) -> FacetIndex:
        """The works by their tags."""
        return self._filtering.index

    @property
    def as_query(self) -> str:
        """All that is in force as one query."""
        from reader.library.queries.writing import as_query  # only when a filter is kept

        return as_query(self.filters, self.index)

    def count(self, query: Query) -> int:
        """How many works a query finds, whatever is in force, hidden ones included."""
        return self._filtering.works(Filters(query, hidden=True)).bit_count()

    # -- What is hidden, and what is saved --------------------------------------------------------------

    def hide(self, rules: Sequence[HideRule]) -> None:
        """Have these rules in force in place of those before."""
        self._made = self._filtering.under(rules)
        self._shelves = None
        self._show()

    def peek(self) -> bool:
        """Show hidden works for now, or hide them again; whether they are shown."""
        self.filters = self.filters._replace(hidden=not self.filters.hidden)
        self._show()
        return self.filters.hidden

    def list_folded(self, folds: bool) -> None:
        """List hidden works, each to be folded to a line, or leave them out."""
        self.folds = folds
        self._show()

    @property
    def hidden(self) -> int:
        """How many works would be shown, were they not hidden."""
        return self._filtering.hidden(self.filters).bit_count() if self._has_rules else 0

    def reason(self, entry: Entry) -> str:
        """Why a work that is listed is folded; empty for one that is shown."""
        position = self._folded.get(entry.info.id)
        return "" if position is None else self._filtering.hiding.reason(position)

    def keep_shelves(self, searches: Sequence[tuple[str, str]]) -> None:
        """Take the saved searches: their names and queries."""
        self._searches, self._shelves = searches, None

    @property
    def shelves(self) -> Sequence[ShelfCount]:
        """The saved searches, with how many works each finds."""
        if self._shelves is None and self._searches:
            from reader.ui.library.shelf_counts import shelf_counts  # only where there are shelves

            self._shelves = shelf_counts(self._searches, self._filtering)
        return self._shelves or ()

    def is_in_force(self, shelf: ShelfCount) -> bool:
        """Whether the works of a shelf are those shown, by its query and nothing else."""
        return bool(self.words) and self.words == shelf.query.strip() and not self.choices

    def is_merged(self, choice: Choice) -> bool:
        """Whether the reader said that a tag means others as well, or has others under it."""
        meanings = self.index.meanings
        return choice.key in meanings.others(choice.facet) or choice.key in meanings.under(choice.facet)

    # -- What comes of it -------------------------------------------------------------------------------

    def counts(self, facet: Facet) -> Counts:
        """The tags of a facet that works in the list have, with how many do."""
        return self._filtering.counts(self.filters, (facet,))[facet]

    def counts_named(self, facet: Facet, words: str) -> Sequence[Count]:
        """Those of them in whose names all these words, or parts of words, occur."""
        return self._filtering.counts_named(self.filters, facet, words)

    def _show(self) -> None:
        self._folded = {}
        if not self.is_filtered and not self._has_rules:
            self.shown = self.listed = [self.entries[index] for index in self._arranged]
            return
        works = self._filtering.works(self.filters)
        self.shown = self.listed = self._in_order(works)
        hidden = self._filtering.hidden(self.filters) if self.folds else 0
        if hidden:
            places = compress(count(), flags(hidden, len(self.entries)))
            self._folded = {self.entries[place].info.id: place for place in places}
            self.listed = self._in_order(works | hidden)

    def _in_order(self, works: int) -> list[Entry]:
        are_there = flags(works, len(self.entries))
        order = self._arranged
        return [self.entries[index] for index in compress(order, map(are_there.__getitem__, order))]
