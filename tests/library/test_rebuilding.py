from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from tests.library.conftest import Library, outcomes

from reader.library.catalogue import Catalogue
from reader.library.rebuilding import KnownSource, rebuild

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("simple_format")


def test_the_catalogue_is_made_again_from_the_originals(
    library: Library, shelf: Path, tmp_path: Path
) -> None:
    library.add_one(shelf / "a.txt", "id=sha256:1 title=Salt\nOne.")
    library.add_one(shelf / "a.txt", "id=sha256:2 title=Salt\nOne now.")
    library.add_one(shelf / "b.txt", "id=ao3:2 title=Lamp\nTwo.\nThree.")
    sources = [
        KnownSource(file.work_id, file.sha256, os.fsdecode(file.path) if file.path else None)
        for file in library.catalogue.files()
    ]
    (shelf / "a.txt").unlink()
    with Catalogue.open(tmp_path / "again.db") as made:
        results = list(rebuild(made, library.originals, [*sources, KnownSource("ao3:5", "0" * 64)]))
        assert outcomes(results) == ["added", "updated", "added", "failed"]
        again = Library(made, library.originals)
        assert again.ids() == library.ids()
        assert [again.texts(work_id) for work_id in again.ids()] == [["One now."], ["Two.", "Three."]]
        assert outcomes(list(rebuild(made, library.originals, sources))) == []
