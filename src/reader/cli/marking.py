"""`reader bookmarks`, `set` and `merge`: what the reader made, shown and changed without the app."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.commands import UsageError
from reader.cli.output import complain, print_export, safe
from reader.cli.sources import set_sources
from reader.formats.source import UnreadableError
from reader.state.errors import StateError
from reader.work.counts import counted
from reader.work.locator import Match
from reader.workspace import WorkspaceError
from reader.workspace.own_facts import own_facts, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import SimpleNamespace

    from reader.state.export import Mark
    from reader.workspace import Workspace
    from reader.workspace.own_facts import OwnFacts

_QUOTED = 60
"""Code points of a quotation in a line that says what became of it."""
_FOUND = {
    Match.EXACT: "exact",
    Match.MOVED: "moved",
    Match.ELSEWHERE: "moved to another chapter",
    Match.CLOSE: "close",
    Match.APPROXIMATE: "not found, its quotation is kept",
}


def set_values(arguments: SimpleNamespace, workspace: Workspace) -> int:
    """Change what the reader says of works, and which of their files is read; 1 if that can't be done."""
    names = ("status", "rating", "note", "times_read", "tag", "untag", "source", "let_go")
    if not arguments.seen and all(getattr(arguments, name) is None for name in names):
        raise UsageError("there is nothing to set (see reader set --help)")
    if workspace.store.refusal:
        raise StateError(workspace.store.refusal)
    done = []
    for words in arguments.works:
        try:
            info = workspace.find(words).info
        except WorkspaceError as error:
            complain(str(error))
            continue
        facts = own_facts(workspace.store.work(info.id), complete=info.complete)
        say(workspace.store, info, _said(facts, arguments))
        if arguments.seen:
            workspace.mark_seen(info.id)
        try:
            if arguments.source or arguments.let_go:
                set_sources(workspace, info.id, arguments.source, arguments.let_go)
        except (WorkspaceError, UnreadableError) as error:
            complain(f"{info.title}: {error}")
            continue
        done.append(info)
    workspace.save()
    for info in done:
        print(safe(f"set: {info.title} [{info.id}]"))
    return 0 if len(done) == len(arguments.works) else 1


def bookmarks(arguments: SimpleNamespace, workspace: Workspace) -> int:
    """Print the bookmarks of one work, of those a query finds, or of all; or take in those of a file."""
    if arguments.take_in:
        return _import(Path(arguments.take_in), workspace)
    from reader.state import export

    work_id = _marked_id(" ".join(arguments.work), workspace) if arguments.work else None
    writers: dict[str, Callable[[list[Mark]], str]] = {
        "markdown": export.markdown,
        "json": export.web_annotations,
        "csv": export.csv,
    }
    marks = workspace.bookmarks(work_id)
    if arguments.where:
        from reader.cli.listing import chosen

        found = {entry.info.id for entry in chosen(workspace, arguments.where)}
        marks = [mark for mark in marks if mark.work_id in found]
    if arguments.colour:
        marks = [mark for mark in marks if mark.bookmark.colour == arguments.colour]
    print_export(writers[arguments.format](marks))
    return 0


def _import(path: Path, workspace: Workspace) -> int:
    """Take in the bookmarks of a file, and say of each how it was found; 1 if a work is not there."""
    from reader.workspace.bookmark_import import import_bookmarks

    placed = import_bookmarks(workspace, path)
    workspace.save()
    for one in placed:
        words = " ".join(one.bookmark.text.split())[:_QUOTED]
        if one.match is None:
            complain(f"{one.title}: not in the library, so not taken in: {words}")
        else:
            said = "there already" if one.known else _FOUND[one.match]
            print(safe(f"{said}: {one.title}, {one.bookmark.start.chapter_title or 'no title'}: {words}"))
    taken = sum(one.match is not None and not one.known for one in placed)
    print(f"{counted(taken, 'bookmark')} taken in")
    return 1 if any(one.match is None for one in placed) else 0


def _marked_id(words: str, workspace: Workspace) -> str:
    """The id of a work, also of one that is no longer in the library, by its id."""
    if words in workspace.store.ids():
        return words
    return workspace.find(words).info.id


def merge(arguments: SimpleNamespace, workspace: Workspace) -> int:
    """Merge another machine's state file into this one's."""
    changed = workspace.merge(Path(arguments.file))
    print(f"{counted(changed, 'work')} changed")
    return 0


def _said(facts: OwnFacts, arguments: SimpleNamespace) -> OwnFacts:
    """What the reader says of a work with these arguments, who has said `facts` of it before."""
    if arguments.status:
        facts = facts.with_status(arguments.status)
    if arguments.rating is not None:
        facts = replace(facts, rating=arguments.rating)
    if arguments.note is not None:
        facts = replace(facts, note=arguments.note.strip())
    if arguments.times_read is not None:
        facts = replace(facts, times_read=arguments.times_read)
    return replace(facts, tags=facts.tags.union(arguments.tag or ()).difference(arguments.untag or ()))
