"""`reader doctor`: where everything is and how it fares, what can be mended, and the backups of the state.

Nothing is written before it was said what, and a person at a terminal, or --yes, agreed.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.cli.output import complain, print_table, safe, shown
from reader.cli.terminal import has_screen
from reader.work.counts import counted

if TYPE_CHECKING:
    from types import SimpleNamespace

    from reader.state.restoring import Contents
    from reader.workspace import Workspace
    from reader.workspace.health import Orphan

_NAME_WIDTH = 20
_MOST_NAMED = 10
"""Works named one by one."""


def doctor(arguments: SimpleNamespace, workspace: Workspace) -> int:
    """Print where everything is; complain of what is wrong and stays so, and return 1 if anything does."""
    if arguments.backups:
        return _list_backups(workspace)
    if arguments.restore is not None:
        return _restore(arguments.restore, workspace, yes=arguments.yes)
    _print_places(workspace)
    wrong = _look_at_catalogue(workspace, yes=arguments.yes, rebuild=arguments.rebuild)
    print(f"{'this device':<{_NAME_WIDTH}} {workspace.store.device}")
    refusal = workspace.store.refusal
    if refusal and refusal not in workspace.notices:
        wrong.insert(0, refusal)
    for line in wrong:
        complain(line)
    return 1 if wrong or workspace.notices else 0


def _print_places(workspace: Workspace) -> None:
    folders = workspace.folders
    for name, path in (
        ("state", folders.state),
        ("catalogue", folders.catalogue),
        ("originals", folders.originals),
        ("settings", folders.settings),
        ("log", folders.log),
    ):
        print(f"{name:<{_NAME_WIDTH}} {shown(str(path))}{'' if path.exists() else ' (not there yet)'}")


def _agrees(question: str, *, yes: bool) -> bool:
    """Whether this may be done: asked at a terminal, and nowhere else without --yes."""
    if yes or not has_screen():
        return yes
    print(f"{safe(question)} [y/N] ", end="", flush=True)
    return sys.stdin.readline().strip().casefold() in ("y", "yes")


# -- The catalogue --------------------------------------------------------------------------------------


def _look_at_catalogue(workspace: Workspace, *, yes: bool, rebuild: bool) -> list[str]:
    """A line for each thing that is wrong with the catalogue, and was not mended."""
    from reader.workspace.health import catalogue_damage, gone_files, make_catalogue_anew, superseded_size

    damage = catalogue_damage(workspace)
    if damage or rebuild:
        question = "The catalogue is damaged. " if damage else ""
        question += "Set it aside, and make it anew from the files kept?"
        if _agrees(question, yes=yes):
            make_catalogue_anew(workspace)
            print(f"The catalogue {'was damaged, and ' if damage else ''}is made anew.")
            damage = catalogue_damage(workspace)
        elif rebuild and not damage:
            return ["the catalogue was not made anew; reader doctor --rebuild --yes does it without asking"]
    if damage:
        return [damage]
    wrong = _look_at_search(workspace, yes=yes)
    print(f"{'works':<{_NAME_WIDTH}} {workspace.catalogue.count():,}")
    if size := superseded_size(workspace):
        print(f"{'superseded versions':<{_NAME_WIDTH}} {size / 1000:,.0f} kB")
    return [*wrong, *gone_files(workspace), *_look_for_orphans(workspace, yes=yes)]


def _look_at_search(workspace: Workspace, *, yes: bool) -> list[str]:
    """A line if the index for searching all texts is damaged, and was not mended."""
    from reader.library.catalogue import CatalogueError

    catalogue = workspace.catalogue
    try:
        sound = catalogue.search_is_sound()
        if not sound and _agrees(
            "The index for searching all texts is damaged. Make it anew from the texts?", yes=yes
        ):
            catalogue.make_search_anew()
            sound = catalogue.search_is_sound()
            print("The index for searching all texts was damaged, and is made anew.")
    except CatalogueError as error:
        return [f"the index for searching all texts was not checked: {error}"]
    if sound:
        print(f"{'search index':<{_NAME_WIDTH}} sound")
        return []
    return ["the index for searching all texts is damaged; reader doctor --yes makes it anew"]


def _look_for_orphans(workspace: Workspace, *, yes: bool) -> list[str]:
    """A line for the works that could be in the library and are not."""
    from reader.workspace.health import orphans, put_orphans_back

    found = orphans(workspace)
    _name_orphans([orphan for orphan in found if not orphan.can_be_put_back])
    lost = [orphan for orphan in found if orphan.can_be_put_back]
    if not lost:
        return []
    works = counted(len(lost), "work")
    if _agrees(f"{works} not in the library can be read again from the files kept. Put back?", yes=yes):
        put_orphans_back(workspace)
        lost = [orphan for orphan in orphans(workspace) if orphan.can_be_put_back]
        print(f"{works} put back.")
    return [
        f"{orphan.title or orphan.id} is not in the library, though there is a copy of it; reader doctor"
        " --yes puts it back"
        for orphan in lost
    ]


def _name_orphans(found: list[Orphan]) -> None:
    """Say what is kept of works whose text is on another machine, or nowhere any more."""
    if not found:
        return
    print(
        f"{'known without text':<{_NAME_WIDTH}} {counted(len(found), 'work')}: your places and marks are kept"
    )
    for orphan in found[:_MOST_NAMED]:
        marks = f", {counted(orphan.marks, 'mark')}" if orphan.marks else ""
        print(safe(f"  {orphan.title or 'untitled'} [{orphan.id}]{marks}"))
    if len(found) > _MOST_NAMED:
        print(f"  and {len(found) - _MOST_NAMED:,} more")


# -- Backups of the state -------------------------------------------------------------------------------


def _list_backups(workspace: Workspace) -> int:
    from reader.state.restoring import listed

    rows = [
        (backup.name, f"{backup.size / 1000:,.1f} kB", _words(backup.contents))
        for backup in listed(workspace.store.file)
    ]
    print_table(("BACKUP", "SIZE", "WITH"), rows, right=frozenset({1}))
    return 0


def _words(contents: Contents | None) -> str:
    if contents is None:
        return "damaged"
    return f"{counted(contents.works, 'work')}, {counted(contents.marks, 'bookmark')}"


def _restore(name: str, workspace: Workspace, *, yes: bool) -> int:
    """Put a backup in the place of the state, which is kept beside it."""
    from reader.state.restoring import contents, present, readable, restore
    from reader.workspace.catching_up import mirror_state

    store = workspace.store
    text = readable(store.file, name)
    now = present(store.file)
    print(
        f"{safe(name)} has {_words(contents(text))}; your state has {_words(now)}, and is kept as a backup."
    )
    if not _agrees("Put the backup in its place?", yes=yes):
        complain("nothing was restored; with --yes it is done without asking")
        return 1
    kept = restore(store.file, text, datetime.now(UTC))
    store.refresh()
    mirror_state(workspace, workspace.catalogue)
    print(f"restored: {safe(name)}{f'; what was there is {kept.name} now' if kept else ''}")
    return 0
