"""The files a work came in: in `reader show`, chosen by `reader set --source`, let go by `--let-go`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.output import print_table, safe, shown_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.workspace import Workspace
    from reader.workspace.versions import VersionInfo


def set_sources(workspace: Workspace, work_id: str, wanted: int | str | None, let_go: int | None) -> None:
    """Read a work from its file of this number from now on, or from the best, and let another go for good.

    Both by the numbers that `reader show` has for them now. Raises WorkspaceError, and UnreadableError where
    the file is no work any longer.
    """
    versions = workspace.versions(work_id)
    gone = _numbered(versions, let_go) if let_go else None
    if wanted:
        chosen = _numbered(versions, wanted).sha256 if isinstance(wanted, int) else None
        workspace.choose_version(work_id, chosen)
    if gone:
        workspace.let_go(work_id, gone.sha256)


def _numbered(versions: Sequence[VersionInfo], number: int) -> VersionInfo:
    from reader.workspace import WorkspaceError

    if number > len(versions):
        raise WorkspaceError(f"there is no source {number} (reader show lists them)")
    return versions[number - 1]


def print_sources(workspace: Workspace, work_id: str) -> None:
    """Print the files of a work with their numbers, and what superseded ones take."""
    versions = workspace.versions(work_id)
    if not versions:
        return
    print()
    rows = [tuple(_cells(number, version)) for number, version in enumerate(versions, 1)]
    print_table(("", "Source", "Format", "Updated", "Chapters", "Words"), rows, right=frozenset({0, 4, 5}))
    size = sum({v.sha256: v.kept or 0 for v in versions if v.superseded}.values())
    if size:
        print(f"{size / 1000:,.0f} kB are kept of superseded versions (reader set --let-go lets one go)")


def _cells(number: int, version: VersionInfo) -> Iterator[str]:
    marks = [
        said
        for said, holds in (
            ("chosen", version.chosen),
            ("in use", version.in_use),
            ("gone", version.missing),
        )
        if holds
    ]
    kept = "its copy alone is there" if version.in_use else "superseded, a copy is kept"
    where = shown_path(version.path) or kept
    yield str(number)
    yield safe(where) + (f" ({', '.join(marks)})" if marks else "")
    yield version.format
    yield version.updated.isoformat() if version.updated else ""
    yield f"{version.chapters:,}"
    yield f"{version.words:,}"
