"""A workspace with a few works whose tags are to be thought about."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.folders import find_folders
from reader.formats.assembly import ChapterDraft, assemble
from reader.work.model import Block, BlockKind, Tag, TagKind, WorkInfo
from reader.workspace import Workspace
from reader.workspace.sample import SAMPLE_ID

if TYPE_CHECKING:
    from pathlib import Path

WORKS: dict[str, tuple[str, ...]] = {
    "Low Water": ("Tidewrack", "Slow Burn", "Letters"),
    "High Water": ("Tidewrack", "slowburn"),
    "The Lamp": ("Tidewrack", "Sea Glass", "Slow Burn"),
    "Nine Ropes": ("Sea Glass", "Angst"),
}
"""By title: a fandom, and then what is an additional tag, but for the second fandom."""
FANDOMS = ("Tidewrack", "Sea Glass")


def tagged_workspace(folder: Path) -> Workspace:
    """A workspace in which these works are, the first the latest."""
    workspace = Workspace(find_folders(folder))
    chapter = ChapterDraft("", (Block(BlockKind.PARAGRAPH, "A line."),))
    for number, (title, names) in enumerate(WORKS.items()):
        tags = (Tag(TagKind.FANDOM if name in FANDOMS else TagKind.ADDITIONAL, name) for name in names)
        info = WorkInfo(f"test:{number}", title, ("oxbow",), tuple(tags), words=100 * number)
        workspace.catalogue.put(
            assemble(info, (chapter,)),
            path=f"/shelf/{number}.html",
            format="ao3",
            sha256=f"{number:064x}",
            added=datetime(2026, 1, 9 - number, tzinfo=UTC),
        )
    workspace.remove(SAMPLE_ID)
    return workspace
