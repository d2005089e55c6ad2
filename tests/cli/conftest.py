"""A library of its own for each test, and a way to call the command line in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from reader.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LIGHTHOUSE = """Nine Letters to a Lighthouse

Chapter 1: The First Letter

The lamp had been dark for a week when the letter came, and nobody in the village would carry it up.

"Then I will," said Ines, who was eleven and had opinions about stairs.

Chapter 2: The Second Letter

It was raining when she came down again. She had an answer in her pocket.
"""


class Said(NamedTuple):
    """What one command printed, and its exit code."""

    code: int
    out: str
    err: str


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data directory."""
    return tmp_path / "data"


@pytest.fixture
def reader(data: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Calls the command line in this process."""

    def call(*words: str) -> Said:
        capsys.readouterr()
        code = main(["--data-dir", str(data), *words])
        printed = capsys.readouterr()
        return Said(code, printed.out, printed.err)

    return call


@pytest.fixture
def lighthouse(tmp_path: Path) -> Path:
    """A plain text of two chapters."""
    path = tmp_path / "lighthouse.txt"
    path.write_text(LIGHTHOUSE, encoding="utf-8")
    return path
