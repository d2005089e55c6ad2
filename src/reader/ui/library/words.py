"""The lines around the list of works, as parts that can be clicked: what goes on, the filter, the hints."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.library.queries.facets import Facet
from reader.library.queries.filters import Choice
from reader.ui.commands.acting import RateWorks, RemoveWork, SelectShown, SetStatus, TagWorks
from reader.ui.commands.everywhere import LeaveMode
from reader.ui.commands.keeping import SaveShelf, ShowHidden, ShowRules
from reader.ui.commands.library import ClearFilter, ContinueReading
from reader.ui.commands.listing import ReverseSort, SortWorks
from reader.ui.library.sidebar_rows import MARKS, TONES, shown_name
from reader.ui.row_pieces import Piece, Tone, one_line
from reader.ui.widgets.clickable_line import Part
from reader.ui.works.details import new_words
from reader.ui.works.words import share_of
from reader.work.counts import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from reader.library.entries import Entry
    from reader.ui.commands.command import Command
    from reader.ui.library.model import LibraryModel
    from reader.ui.library.selection import Selection
    from reader.work.locator import Locator

QUERY = "query"
"""The key of the part that shows the query in force."""
_TAG = "tag"
NO_OTHERS: Mapping[type[Command], str] = MappingProxyType({})


_WITH_SELECTED: tuple[tuple[type[Command], str], ...] = (
    (SetStatus, "status"),
    (TagWorks, "tags"),
    (RateWorks, "rate"),
    (RemoveWork, "remove"),
    (SelectShown, "all"),
    (LeaveMode, "none"),
)
"""What the line of hints offers while works are selected."""


def arrow_of(descending: bool) -> str:
    """The arrow for an order."""
    return "↓" if descending else "↑"


def count_words(model: LibraryModel) -> str:
    """How many works there are, are shown and are being read: "31 of 412 works · 9 reading"."""
    total = model.total
    works = counted(total, "work")
    if model.is_filtered:
        works = f"{len(model.shown):,} of {works}"
    if hidden := model.hidden:
        works += f" · {hidden:,} hidden"
    if len(model.entries) < total:
        return works
    reading = sum(entry.status == "reading" for entry in model.entries)
    return f"{works} · {reading:,} reading" if reading else works


def continue_parts(entry: Entry | None, place_of: Callable[[str], Locator | None]) -> list[Part]:
    """What a click or a key goes on with, if anything; in a narrow terminal the title is cut."""
    if entry is None:
        return []
    locator = place_of(entry.info.id) if entry.chapters > 1 else None
    place = f" · ch {locator.chapter}" if locator else ""
    if entry.progress is not None:
        place += f" · {share_of(entry)}"
    if entry.new_chapters:
        place += f" · {new_words(entry.new_chapters)}"
    title = Piece(one_line(entry.info.title) or "Untitled", Tone.DONE)
    pieces = (Piece("Continue: ", Tone.QUIET), title, Piece(place, Tone.QUIET))
    return [Part(pieces, ContinueReading.action(), gives_way=1)]


def filter_parts(model: LibraryModel) -> tuple[list[Part], list[Part]]:
    """The filter, a part for each thing that a click takes away; at the right how works are shown."""
    order = Part((Piece(f"sort: {model.order.value}", Tone.QUIET),), SortWorks.action())
    arrow = Part((Piece(arrow_of(model.descending), Tone.QUIET),), ReverseSort.action())
    left = [
        Part((Piece(f"{MARKS[mark]}{shown_name(choice.facet, name)}", TONES[mark]),), choice_key(choice))
        for choice, name, mark in model.choices
    ]
    if model.words:
        left.append(Part((Piece(one_line(model.words)),), QUERY))
    right = [order, arrow]
    if left:
        right.insert(0, Part((Piece("keep", Tone.QUIET),), SaveShelf.action()))
    if model.filters.hidden:
        right.insert(0, Part((Piece("with hidden", Tone.WARNING),), ShowHidden.action()))
    return left, right


def choice_key(choice: Choice) -> str:
    """The key of the part that shows a choice."""
    return f"{_TAG} {choice.facet.value} {choice.key}"


def choice_of(key: str) -> Choice | None:
    """The choice whose part has this key; None for the key of something else."""
    if not key.startswith(f"{_TAG} "):
        return None
    _, facet, value = key.split(" ", 2)
    return Choice(Facet(facet), value)


def empty_words(model: LibraryModel, keys: Mapping[str, str]) -> tuple[str, ...]:
    """What there is to do when the list is empty; `keys` are the reader's own."""
    hidden = model.hidden
    if hidden and not model.is_filtered:
        ways = ((ShowHidden, "show it for now"), (ShowRules, "your rules"))
        return ("You hide all that is here.", "", *_with_keys(ways, keys))
    if not model.is_filtered:
        return ("There is nothing here yet.",)
    what = "What you typed" if not model.choices else "The tags you chose" if not model.words else "All of it"
    takers: list[tuple[type[Command], str]] = [
        (LeaveMode, "the part chosen last"),
        (ClearFilter, "the whole filter"),
    ]
    if hidden:
        takers.append((ShowHidden, f"what you hide: {counted(hidden, 'work')}"))
    return ("No work passes this filter.", f"{what} can be taken away:", "", *_with_keys(takers, keys))


def _with_keys(ways: Sequence[tuple[type[Command], str]], keys: Mapping[str, str]) -> list[str]:
    """A line for each command, with its key before what it does; a command has a click at least."""
    width = max(cell_len(command.first_key(keys)) for command, _ in ways) + 3
    return [f"{command.first_key(keys).ljust(width)}{words}" for command, words in ways]


def hint_parts(
    commands: Iterable[type[Command]],
    keys: Mapping[str, str],
    other_hints: Mapping[type[Command], str] = NO_OTHERS,
) -> list[Part]:
    """The hints of the commands that have one, with the first key of each; `keys` are the reader's own.

    Of two commands with the same key the first one counts, for that is the one the key reaches. `other_hints`
    are those of commands that do something else where they are shown.
    """
    parts = []
    taken = set()
    for command in commands:
        key = command.first_key(keys)
        if key and key in taken:
            continue
        taken.add(key)
        if command.hint:
            parts.append(hint_part(command, other_hints.get(command, command.hint), keys))
    return parts


def hint_part(command: type[Command], words: str, keys: Mapping[str, str]) -> Part:
    """What a command does after its key, which it may not have; a click will do."""
    key = command.first_key(keys)
    pieces = (Piece(key, Tone.KEY), Piece(f" {words}", Tone.QUIET)) if key else (Piece(words, Tone.QUIET),)
    return Part(pieces, command.action())


def selected_parts(selection: Selection, keys: Mapping[str, str]) -> list[Part]:
    """How many works are selected, and what can be done with them."""
    count = f"{len(selection.ids):,} selected" + (" ↕" if selection.is_range else "")
    parts = [Part((Piece(count, Tone.INCLUDED),))]
    parts += [hint_part(command, words, keys) for command, words in _WITH_SELECTED]
    return parts
