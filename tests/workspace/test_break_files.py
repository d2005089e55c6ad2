"""Files that are a cache."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reader.workspace import break_files
from reader.workspace.break_files import BreakFiles

if TYPE_CHECKING:
    from pathlib import Path


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    files = BreakFiles(tmp_path / "breaks")
    assert files.load("a") == b""
    files.save("a", b"one")
    files.save("a", b"two")
    assert files.load("a") == b"one"
    assert [path.name for path in (tmp_path / "breaks").iterdir()] == ["a"]


def test_the_oldest_are_let_go(tmp_path: Path) -> None:
    files = BreakFiles(tmp_path)
    for number in range(break_files._KEPT + 5):
        files.save(f"{number}", b"breaks")
        os.utime(tmp_path / f"{number}", (number, number))
    assert files.load("0") == b""
    assert files.load(f"{break_files._KEPT + 4}") == b"breaks"
    assert len(list(tmp_path.iterdir())) == break_files._KEPT


def test_a_folder_that_cannot_be_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    files = BreakFiles(tmp_path / "file" / "breaks")
    files.save("a", b"one")
    assert files.load("a") == b""
