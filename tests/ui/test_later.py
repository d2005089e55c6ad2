"""Parts that are made when they are first wanted."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from reader.ui.later import Later
from reader.ui.screens.library import LibraryScreen

PARTS = {name: part for name, part in vars(LibraryScreen).items() if isinstance(part, Later)}


@pytest.mark.parametrize("name", PARTS)
def test_a_part_is_of_the_class_it_is_declared_to_be(name: str) -> None:
    declared = re.fullmatch(r"Later\[(\w+)\]", LibraryScreen.__annotations__[name])
    assert declared
    assert PARTS[name].made_by.__name__ == declared[1]


def test_a_part_is_made_once_and_only_when_it_is_wanted() -> None:
    code = """
import sys
from reader.ui.later import Later

class Place:
    part = Later("library.undoing:LibraryUndoing")

place = Place()
assert "reader.ui.library.undoing" not in sys.modules
first = place.part
assert "reader.ui.library.undoing" in sys.modules
assert place.part is first
assert Place().part is not first
"""
    subprocess.run([sys.executable, "-c", code], check=True)
