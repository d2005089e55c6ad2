from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.ui.library.typed_paths import typed_paths

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my fic").mkdir()
    (tmp_path / "Ana's").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("", []),
        ("   ", []),
        ("~/one.html", ["one.html"]),
        ("one.html two.html", ["one.html", "two.html"]),
        ("'one two.html' three", ["one two.html", "three"]),
        (r"one\ two.html", ["one two.html"]),
        ("~/my fic", ["my fic"]),
        ("Ana's", ["Ana's"]),
        ("Ana's things", ["Ana's things"]),
        ("x" * 300, ["x" * 300]),
    ],
)
def test_typed_paths(home: Path, words: str, names: list[str]) -> None:
    assert typed_paths(words) == [home / name for name in names]


def test_an_address_that_a_terminal_pastes_is_a_path(home: Path) -> None:
    assert typed_paths(f"file://{home}/my%20fic") == [home / "my fic"]
