"""`reader text`: a work's text for pipes and other tools; in a terminal, a portion at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.output import complain
from reader.cli.terminal import takes_lines
from reader.cli.text_lines import lines
from reader.work.counts import counted

if TYPE_CHECKING:
    from types import SimpleNamespace

    from reader.workspace import Workspace


def text(arguments: SimpleNamespace, workspace: Workspace) -> int:
    """Give out a work or one chapter of it, each block on one line with a blank line between two.

    In a terminal it is read from where the reader stopped.
    """
    work_id = (
        workspace.resume_target() if not arguments.work else workspace.find(" ".join(arguments.work)).info.id
    )
    if work_id is None:
        complain("no work was begun yet; reader list shows what there is")
        return 1
    count = len(workspace.catalogue.outline(work_id))
    if arguments.chapter is not None and not 1 <= arguments.chapter <= count:
        title, there = workspace.work_info(work_id).title, counted(count, "chapter")
        complain(f"{title} has {there}; there is no chapter {arguments.chapter}")
        return 1
    notes = not arguments.no_notes
    if takes_lines():
        from reader.cli.plain_reading import read_in_lines

        return read_in_lines(workspace, work_id, chapter=arguments.chapter, notes=notes)
    numbers = range(1, count + 1) if arguments.chapter is None else (arguments.chapter,)
    gap = ""
    for number in numbers:
        for line in lines(workspace.catalogue.chapter(work_id, number).blocks, notes=notes):
            print(f"{gap}{line}")
            gap = "\n"
    return 0
