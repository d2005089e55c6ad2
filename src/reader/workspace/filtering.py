"""Lists of works filtered as the reader means it: with the table of tags and the rules of what to hide."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.library.entries import Entry
    from reader.library.queries.filtering import Filtering
    from reader.library.queries.hiding import HideRule
    from reader.library.queries.meanings import Meanings
    from reader.settings.tag_table import TagTable
    from reader.workspace.workspace import Workspace


def filtering_of(workspace: Workspace, entries: Sequence[Entry]) -> Filtering:
    """These works under changing filters; what is wrong with table or rules is among the warnings."""
    # Loaded here: a library in which nothing is filtered is shown sooner without.
    from reader.library.queries.evaluation import Evaluator
    from reader.library.queries.facet_index import FacetIndex
    from reader.library.queries.filtering import Filtering

    rules: Sequence[HideRule] = ()
    if workspace.settings.hide:
        from reader.library.queries.hide_rules import read_rules

        rules, problems = read_rules(workspace.settings.hide)
        _warn(workspace, [f"{workspace.folders.settings}: {problem}" for problem in problems])
    index = FacetIndex(entries, meanings_of(tag_table(workspace)))
    return Filtering(index, rules, Evaluator(index, summaries_of=partial(_summaries, workspace)))


def _summaries(workspace: Workspace, entries: Sequence[Entry]) -> Iterator[str | None]:
    return workspace.catalogue.summaries([entry.info.id for entry in entries])


def tag_table(workspace: Workspace) -> TagTable:
    """What tags mean to the reader, as the file says now."""
    from reader.settings.tag_table_file import read_tag_table  # as what filters

    table, problems = read_tag_table(workspace.folders.tag_table)
    _warn(workspace, problems)
    return table


def tag_table_stamp(workspace: Workspace) -> tuple[int, ...]:
    """What is another once the file of the table is written, by whomever; nothing where there is none."""
    try:
        stat = workspace.folders.tag_table.stat()
    except OSError:
        return ()
    return (stat.st_mtime_ns, stat.st_size, stat.st_ino)


def meanings_of(table: TagTable) -> Meanings:
    """The table as filters take it."""
    from reader.library.queries.meanings import Meanings

    return Meanings(table.same, table.parents, table.leave_out)


def remember_tag_table(workspace: Workspace, table: TagTable) -> None:
    """Write the table; to undo it, write the one before. Raises SettingsError where it can't be written."""
    from reader.settings.tag_table_file import save_tag_table

    save_tag_table(workspace.folders.tag_table, table)


def _warn(workspace: Workspace, problems: Sequence[str]) -> None:
    """Leave warnings, each once however often the files are read."""
    workspace.warnings.extend(problem for problem in problems if problem not in workspace.warnings)
