"""`reader text`: a work's text for pipes, screen readers and other tools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.output import complain, safe
from reader.work.model import BlockKind, Role

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import SimpleNamespace

    from reader.work.model import Block, Chapter
    from reader.workspace import Workspace

_WITHOUT_NOTES = (Role.STORY, Role.TITLE)
_UNTYPED_BREAK = "* * *"


def text(arguments: SimpleNamespace, workspace: Workspace) -> int:
    """Print the blocks of a work or of one chapter, each on one line with a blank line between two."""
    entry = workspace.find(" ".join(arguments.work))
    count = len(workspace.catalogue.outline(entry.info.id))
    if arguments.chapter is not None and not 1 <= arguments.chapter <= count:
        has = "1 chapter" if count == 1 else f"{count} chapters"
        complain(f"{entry.info.title} has {has}; there is no chapter {arguments.chapter}")
        return 1
    numbers = range(1, count + 1) if arguments.chapter is None else (arguments.chapter,)
    gap = ""
    for number in numbers:
        for line in lines(workspace.catalogue.chapter(entry.info.id, number), notes=not arguments.no_notes):
            print(f"{gap}{line}")
            gap = "\n"
    return 0


def lines(chapter: Chapter, *, notes: bool) -> Iterator[str]:
    """The blocks of a chapter as lines; none is empty."""
    for block in chapter.blocks:
        if notes or block.role in _WITHOUT_NOTES:
            line = _line(block)
            if line.strip():
                yield line


def _line(block: Block) -> str:
    text = safe(block.text)
    if block.kind is BlockKind.SCENE_BREAK:
        return text or _UNTYPED_BREAK
    return f"{block.marker} {text}" if block.marker else text
