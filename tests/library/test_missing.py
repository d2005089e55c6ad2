from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.library.missing import note_missing

if TYPE_CHECKING:
    from pathlib import Path

    from tests.library.conftest import Library

pytestmark = pytest.mark.usefixtures("simple_format")


def test_a_file_that_is_gone_is_noted_until_it_is_back(library: Library, shelf: Path) -> None:
    library.add_one(shelf / "a.txt", "id=ao3:1\nOne.")
    library.add_one(shelf / "b.txt", "id=ao3:2\nTwo.")
    assert note_missing(library.catalogue) == []
    (shelf / "a.txt").rename(shelf / "away")
    (gone,) = note_missing(library.catalogue)
    assert gone.work_id == "ao3:1"
    assert note_missing(library.catalogue) == []
    assert [entry.missing for entry in library.catalogue.entries()] == [True, False]
    (shelf / "away").rename(shelf / "a.txt")
    assert note_missing(library.catalogue) == []
    assert [entry.missing for entry in library.catalogue.entries()] == [False, False]
