"""The picture in the sample work, which is written into its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.folders import find_folders
from reader.ui.outside import suffix_of
from reader.work.model import BlockKind
from reader.workspace import Workspace
from reader.workspace.pictures import picture
from reader.workspace.sample import SAMPLE_ID

if TYPE_CHECKING:
    from pathlib import Path


def test_every_picture_of_the_sample_can_be_opened(tmp_path: Path) -> None:
    workspace = Workspace(find_folders(tmp_path / "data"))
    entry = workspace.entry(SAMPLE_ID)
    assert entry is not None
    targets = [
        block.target
        for info in workspace.catalogue.outline(SAMPLE_ID)
        for block in workspace.catalogue.chapter(SAMPLE_ID, info.number).blocks
        if block.kind is BlockKind.IMAGE
    ]
    assert targets
    for target in targets:
        data = picture(workspace, entry, target)
        assert data is not None
        assert suffix_of(data) == ".svg"
    workspace.close()
