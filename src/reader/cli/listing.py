"""`reader list` and `show`: what is in the library."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from reader.cli.commands import UsageError
from reader.cli.output import print_json, print_table, safe, shown_path
from reader.cli.reading_time import time_object, time_words
from reader.cli.sources import print_sources
from reader.cli.terminal import is_terminal
from reader.cli.works import chapter_object, own_object, source_object, work_object
from reader.library.outcomes import chapters as chapters_in_words
from reader.work.counts import counted
from reader.work.titles import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from types import SimpleNamespace

    from reader.library.catalogue import Entry
    from reader.workspace import Workspace

_VALUE_WITH_SPACES = re.compile(r"-?[a-z-]+:=?[^\s\":()=][^\":]*\s[^\":]*")
_SIGNS = (" OR ", " UNLESS ", " -")
_NUMBERS = frozenset({2})


def query_of(words: Sequence[str]) -> str:
    """The query in the words of a command line.

    A shell takes the quotes out of `fandom:"Original Work"`; they are put back around the value of a word
    that is one field and a value with spaces.
    """
    return " ".join(_quoted(word) if _VALUE_WITH_SPACES.fullmatch(word) else word for word in words)


def _quoted(word: str) -> str:
    field, _, value = word.partition(":")
    if any(sign in value for sign in _SIGNS) or value.count("(") != value.count(")"):
        return word
    name = value.removeprefix("=")
    return f'{field}:{value[: -len(name)]}"{name}"'


def chosen(workspace: Workspace, query: str) -> list[Entry]:
    """The works that a query finds, without those that the reader hides.

    Raises UsageError where it can't be understood.
    """
    return _found(workspace, query, hidden=False)[0]


def _found(workspace: Workspace, query: str, *, hidden: bool) -> tuple[list[Entry], int]:
    """The works that a query finds, and how many more it would find if none were hidden."""
    from reader.library.queries.filters import Filters
    from reader.library.queries.parsing import parse
    from reader.library.queries.query import QueryError
    from reader.workspace.filtering import filtering_of

    try:
        filters = Filters(parse(query), hidden=hidden)
    except QueryError as error:
        raise UsageError(f"{error.message} (column {error.column} of {query})") from error
    filtering = filtering_of(workspace, workspace.catalogue.entries())
    return filtering.entries(filters), filtering.hidden(filters).bit_count()


def list_works(arguments: SimpleNamespace, workspace: Workspace) -> int:
    """Print the works that a query finds, all of them without one; hidden ones only if asked for."""
    entries, hidden = _found(workspace, query_of(arguments.words), hidden=arguments.hidden)
    entries.sort(key=lambda entry: folded(entry.info.title))
    if arguments.json:
        print_json([work_object(entry) for entry in entries])
        return 0
    if entries:
        print_table(("Title", "Author", "Words", "Read"), list(_rows(entries)), right=_NUMBERS)
    if hidden and is_terminal(sys.stdout):
        print(f"{counted(hidden, 'work is', 'works are')} hidden; --hidden lists them too")
    return 0


def _rows(entries: Iterable[Entry]) -> Iterator[tuple[str, ...]]:
    for entry in entries:
        yield entry.info.title, ", ".join(entry.info.authors), f"{entry.words:,}", _read(entry)


def _read(entry: Entry) -> str:
    """How far it is read: "reading 43 %", or the status alone where a share says nothing more."""
    if entry.progress is None or entry.status in ("unread", "finished", "caught-up"):
        return entry.status
    return f"{entry.status} {entry.progress:.0%}".replace("%", " %")


def show(arguments: SimpleNamespace, workspace: Workspace) -> int:
    """Print everything known of one work."""
    entry = workspace.find(" ".join(arguments.work))
    chapters = [chapter_object(chapter) for chapter in workspace.catalogue.outline(entry.info.id)]
    if arguments.json:
        sources = [source_object(version) for version in workspace.versions(entry.info.id)]
        time = time_object(workspace, entry.info.id)
        own = own_object(entry, _note(workspace, entry))
        print_json({**work_object(entry), **own, **time, "chapters": chapters, "sources": sources})
        return 0
    for name, value in _facts(entry, time_words(workspace, entry.info.id)):
        if value:
            print(f"{name:<14} {safe(value)}")
    if note := _note(workspace, entry):
        print(f"{'Your note':<14} {safe(note)}")
    if entry.info.summary:
        print()
        for paragraph in entry.info.summary.split("\n"):
            print(safe(paragraph))
    print()
    rows = [(str(c["number"]), c["title"], f"{c['words']:,}", f"{c['paragraphs']:,}") for c in chapters]
    print_table(("", "Chapter", "Words", "Paragraphs"), rows, right=frozenset({0, 2, 3}))
    print_sources(workspace, entry.info.id)
    return 0


def _note(workspace: Workspace, entry: Entry) -> str:
    note = workspace.store.work(entry.info.id).note
    return str(note.value) if note else ""


def _facts(entry: Entry, time: str) -> Iterator[tuple[str, str]]:
    info = work_object(entry)
    yield "Title", info["title"]
    for name, key in (
        ("Author", "authors"),
        ("Rating", "rating"),
        ("Warnings", "warnings"),
        ("Categories", "categories"),
        ("Fandoms", "fandoms"),
        ("Relationships", "relationships"),
        ("Characters", "characters"),
        ("Tags", "additional_tags"),
        ("Language", "language"),
        ("Published", "published"),
        ("Updated", "updated"),
        ("Source", "source"),
    ):
        yield name, ", ".join(info[key]) if isinstance(info[key], list) else info[key] or ""
    yield "Series", "; ".join(_part(part["title"], part["part"]) for part in info["series"])
    yield "Words", f"{entry.words:,}"
    yield "Chapters", _chapters(entry)
    yield "Read", _read(entry)
    yield "Times read", str(entry.times_read or "")
    yield "Your rating", f"{entry.rating} of 5" if entry.rating else ""
    yield "Your tags", ", ".join(entry.own_tags)
    yield "Time read", time
    yield "New", chapters_in_words(entry.new_chapters) if entry.new_chapters else ""
    yield "File", f"{shown_path(entry.path) or ''}{' (gone; its text is kept)' if entry.missing else ''}"
    yield "Id", info["id"]


def _part(title: str, number: float | None) -> str:
    return title if number is None else f"part {number} of {title}"


def _chapters(entry: Entry) -> str:
    """Chapters as archives write them: "5/9 (complete)", "5/?"."""
    info = entry.info
    if info.chapters_posted is None:
        return ""
    state = {True: " (complete)", False: " (unfinished)", None: ""}[info.complete]
    return f"{info.chapters_posted}/{info.chapters_total or '?'}{state}"
