"""Works by the beginnings of titles and ids, and the reader's own tags, for completing a command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.workspace import Workspace


def named_works(workspace: Workspace, before: str, current: str) -> Iterator[tuple[str, str]]:
    """The words that may stand for the one at the cursor, each with what it means.

    A title is gone on with from where the words `before` end. Without such words, and where no title and no
    id begins as was typed, there are the ids of works with it at the beginning of another word.
    """
    from reader.workspace.titles import titled_works

    works = titled_works(workspace)
    typed = f"{before} {current}" if before else current
    begin = typed.lower()
    kept = len(before) + 1 if before else 0
    found = [
        (work.title[kept:], ", ".join(work.authors)) for work in works if work.title.lower().startswith(begin)
    ]
    if current and not before:
        found += [(work.id, work.title) for work in works if work.id.startswith(current)]
        found = found or [(work.id, work.title) for work in works if f" {begin}" in work.title.lower()]
    return iter(dict.fromkeys(found))


def own_tags(workspace: Workspace, current: str) -> Iterator[tuple[str, str]]:
    """The reader's own tags that begin so."""
    names = {name for entry in workspace.catalogue.entries() for name in entry.own_tags}
    begin = current.lower()
    return ((name, "") for name in sorted(names) if name.lower().startswith(begin))
