"""What tags mean to the reader, said in the library: this one means that one, this one belongs under that."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from reader.library.queries.facets import NAMED
from reader.settings import SettingsError
from reader.settings.tag_table import is_same, merged, put_under, taken_back
from reader.ui.keys.sentences import told
from reader.ui.library.sidebar_rows import LABELS, HeadRow, ShelfRow, TagRow, shown_name
from reader.ui.problems import tell_problem
from reader.ui.question import NO_REMARK, Question, Remark
from reader.ui.row_pieces import Tone, one_line
from reader.work.counts import counted
from reader.work.names import fold
from reader.workspace.filtering import remember_tag_table, tag_table, tag_table_stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.library.queries.completion import Suggestion
    from reader.library.queries.facet_index import Value
    from reader.library.queries.filters import Filters
    from reader.library.queries.meanings import Meanings
    from reader.settings.tag_table import TagTable
    from reader.ui.library.sidebar_rows import SidebarRow
    from reader.ui.screens.library import LibraryScreen

_MOST_OFFERED = 20
_LEAST_ALIKE = 4
"""Letters from which on one name in the beginning of another may be the same."""
_WITHOUT_GAPS = str.maketrans("", "", " -_'’.")


class LibraryTagging:
    """Changes the table of tags, has the list follow, and remembers how to take it back."""

    def __init__(self, screen: LibraryScreen) -> None:
        self._screen = screen
        self._read: tuple[Meanings | None, TagTable | None] = (None, None)
        self._stamp = tag_table_stamp(screen.workspace)

    @property
    def is_behind(self) -> bool:
        """Whether the file of the table is another one since it was read."""
        return tag_table_stamp(self._screen.workspace) != self._stamp

    def follow(self) -> None:
        """Have the list follow what another window, or a hand, made of the table."""
        stamp = tag_table_stamp(self._screen.workspace)
        if stamp != self._stamp:
            self._stamp = stamp
            self._screen.loader.anew()
            self._screen.call_later(self._screen.app.notices.show, self._screen)  # it may be broken

    # -- What is there ----------------------------------------------------------------------------------

    def about(self, row: SidebarRow | None) -> str:
        """What is to be said of a row in full: its kind and name, what it stands for, what is under it."""
        match row:
            case ShelfRow():
                return f"Shelf: {one_line(row.shelf.query)}"
            case TagRow():
                name = row.count.value.name
                said = f"{LABELS[row.section]}: {shown_name(row.section, name)}"
                if self._screen.model.is_merged(row.choice):
                    said += self._stands_for(row.section.value, name)
                return said
        return ""

    def _stands_for(self, kind: str, name: str) -> str:
        table = self._table
        words = ""
        for groups, sign in ((table.same, " ≈ "), (table.parents, " · with ")):
            names = [n for g in groups if g.kind == kind and is_same(g.name, name) for n in g.others]
            words += sign + ", ".join(map(one_line, names)) if names else ""
        return words

    @property
    def _table(self) -> TagTable:
        """The table that the list was made with, read once for it."""
        meanings, table = self._read
        if table is None or meanings is not self._screen.model.index.meanings:
            table = tag_table(self._screen.workspace)
            self._read = (self._screen.model.index.meanings, table)
        return table

    # -- Asking -----------------------------------------------------------------------------------------

    async def ask_same(self, row: SidebarRow) -> None:
        """Ask which tag this one means."""
        value = self._named(row)
        if value is not None:
            name = one_line(value.name)
            await self._ask(
                value,
                f"“{name}” means the same as which other?",
                lambda words: self._said_of_merging(value, words),
                lambda words: self._merge(value, words),
            )

    async def ask_parent(self, row: SidebarRow) -> None:
        """Ask which tag is to find the works of this one as well."""
        value = self._named(row)
        if value is not None:
            name = one_line(value.name)
            await self._ask(
                value,
                f"put “{name}” under which other, or under what new name?",
                lambda words: self._said_of_parent(value, words),
                lambda words: self._put_under(value, words),
            )

    async def _ask(
        self,
        value: Value,
        placeholder: str,
        typed: Callable[[str], Remark],
        answered: Callable[[str], Remark],
    ) -> None:
        from reader.library.queries.completion import Completion  # only while something is typed

        await self._screen.questions.ask(
            Question(
                "tag-table",
                placeholder,
                lambda words, chosen: answered(chosen.text if chosen else words),
                typed=typed,
                complete=lambda words, _: Completion(0, len(words), tuple(self._offered(value, words))),
            )
        )

    def _named(self, row: SidebarRow) -> Value | None:
        if isinstance(row, TagRow) and row.section in NAMED:
            return row.count.value
        what = "of this kind mean what they say" if not isinstance(row, HeadRow | ShelfRow) else "have names"
        self._screen.say(f"Choose a tag first; those {what}")
        return None

    def _offered(self, value: Value, words: str) -> Iterator[Suggestion]:
        """Other names of the same kind; before anything is typed, those spelt nearly alike come first."""
        from reader.library.queries.completion import Suggestion

        index = self._screen.model.index
        wanted = fold(words)
        near = list(index.holding(value.facet, wanted))
        if not wanted:
            alike = [other for other in near if _is_alike(value.key, other.key)]
            near = [*alike, *near[:_MOST_OFFERED]]
        others = dict.fromkeys(other.key for other in near if other.key != value.key)
        for key in islice(others, _MOST_OFFERED):
            other = index.value(value.facet, key)
            if other is not None:
                yield Suggestion(other.name, other.name, other.number)

    def _meant(self, value: Value, words: str) -> tuple[str, Value | None]:
        """The name that is meant, and its value if works have it."""
        index = self._screen.model.index
        known = index.meaning(value.facet, words.strip())
        return (known.name if known else " ".join(words.split())), known

    def _how_to_choose(self) -> Remark:
        how = "{take-suggestion} takes the name · {previous-result} {next-result} choose another"
        return Remark(told(how, self._screen.workspace.settings))

    # -- One means another ------------------------------------------------------------------------------

    def _said_of_merging(self, value: Value, words: str) -> Remark:
        if not words.strip():
            return self._how_to_choose()
        name, known = self._meant(value, words)
        if known is None:
            return Remark(f"No work has “{one_line(name)}”: “{one_line(value.name)}” will be called that")
        both = (value.works | known.works).bit_count()
        return Remark(
            f"“{one_line(value.name)}” ({value.number:,}) will mean “{one_line(name)}” ({known.number:,}): "
            f"{both:,} in all"
        )

    def _merge(self, value: Value, words: str) -> Remark:
        name, _ = self._meant(value, words)
        return self._changed(
            lambda table: merged(table, value.facet.value, value.name, name),
            name,
            f"“{one_line(value.name)}” means “{one_line(name)}” now",
        )

    # -- One under another ------------------------------------------------------------------------------

    def _said_of_parent(self, value: Value, words: str) -> Remark:
        if not words.strip():
            return self._how_to_choose()
        name, known = self._meant(value, words)
        both = (value.works | (known.works if known else 0)).bit_count()
        return Remark(f"“{one_line(name)}” will find {counted(both, 'work')}")

    def _put_under(self, value: Value, words: str) -> Remark:
        name, known = self._meant(value, words)
        if known is not None and known.key == value.key:
            return Remark("That is the tag itself", 0, Tone.WARNING)
        return self._changed(
            lambda table: put_under(table, value.facet.value, value.name, name),
            name,
            f"“{one_line(value.name)}” is under “{one_line(name)}” now",
        )

    # -- The table --------------------------------------------------------------------------------------

    def _changed(self, change: Callable[[TagTable], TagTable], name: str, said: str) -> Remark:
        if not name:
            return Remark("Type a name first", 0, Tone.WARNING)
        try:
            take_back = self.change(change)
        except SettingsError as error:
            return Remark(one_line(str(error)), 0, Tone.WARNING)
        if take_back is None:
            return Remark("That is so already", 0, Tone.WARNING)
        self._screen.undoing.remember(take_back)
        self._screen.say(told("{said} · {undo-change} undoes it", self._screen.workspace.settings, said=said))
        return NO_REMARK

    def change(self, change: Callable[[TagTable], TagTable]) -> Callable[[], None] | None:
        """Have the table changed, in force and in its file; what takes that back, None if it changed nothing.

        Raises SettingsError where the file can't be changed.
        """
        workspace, model = self._screen.workspace, self._screen.model
        before, chosen = tag_table(workspace), model.filters
        after = change(before)
        if after == before:
            return None
        self._put(after)

        def take_back() -> None:
            # another window may have changed the table, and the reader the filter: neither is lost
            followed = model.settled(chosen)
            self._take_back(
                taken_back(tag_table(workspace), before, after),
                lambda filters: chosen if filters == followed else filters,
            )

        return take_back

    def _put(self, table: TagTable, *chosen: Callable[[Filters], Filters]) -> None:
        """Write the table, and have the list follow (see `LibraryLoader.anew`)."""
        remember_tag_table(self._screen.workspace, table)
        self._stamp = tag_table_stamp(self._screen.workspace)
        self._screen.loader.anew(*chosen)

    def _take_back(self, table: TagTable, chosen: Callable[[Filters], Filters]) -> None:
        try:
            self._put(table, chosen)
        except SettingsError as error:
            tell_problem(self._screen, error)
        else:
            self._screen.say("Undone: tags mean what they did before")


def _is_alike(key: str, other: str) -> bool:
    """Whether two names are the same but for gaps, or one is the beginning of the other."""
    one, two = key.translate(_WITHOUT_GAPS), other.translate(_WITHOUT_GAPS)
    short, long = sorted((one, two), key=len)
    return len(short) >= _LEAST_ALIKE and long.startswith(short)
