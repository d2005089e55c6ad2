"""The paragraphs of the story that comes with the program."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import reader.samples
from reader.formats.detect import read_work_and_format
from reader.formats.source import Source
from reader.layout.cells import is_plain
from reader.work.model import BlockKind, Role


@cache
def sample_paragraphs(least: int) -> list[str]:
    """Those that are plain text of at least so many code points."""
    path = Path(next(iter(reader.samples.__path__))) / "the-salt-road.html"
    work, _ = read_work_and_format(Source(path.name, path.read_bytes()))
    return [
        block.text
        for chapter in work.chapters
        for block in chapter.blocks
        if block.kind is BlockKind.PARAGRAPH and block.role is Role.STORY and len(block.text) >= least
        if is_plain(block.text)
    ]
