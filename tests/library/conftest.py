"""A catalogue and originals in a folder of their own, and works to put in."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

import pytest

from reader.formats.assembly import ChapterDraft, assemble
from reader.library.catalogue import Catalogue
from reader.library.originals import Originals
from reader.work.model import Block, BlockKind, WorkInfo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.library.entries import Outcome
    from reader.work.model import Work


class MakeWork(Protocol):
    def __call__(self, work_id: str = ..., *chapters: str, **facts: object) -> Work: ...


class Put(Protocol):
    def __call__(self, work: Work, path: str | bytes | None = ..., sha256: str = ...) -> Outcome: ...


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture
def originals(tmp_path: Path) -> Originals:
    return Originals(tmp_path / "originals")


@pytest.fixture
def make_work() -> MakeWork:
    def make(work_id: str = "ao3:1", *chapters: str, **facts: object) -> Work:
        info = WorkInfo(work_id, **{"title": "The Salt Road", **facts})  # type: ignore[arg-type]  # of WorkInfo
        drafts = [
            ChapterDraft(
                f"Part {number}", tuple(Block(BlockKind.PARAGRAPH, line) for line in text.split("\n"))
            )
            for number, text in enumerate(chapters or ("Once there was a road.",), 1)
        ]
        return assemble(info, tuple(drafts))

    return make


@pytest.fixture
def put(catalogue: Catalogue) -> Put:
    def put_in(work: Work, path: str | bytes | None = "/shelf/a.html", sha256: str = "a" * 64) -> Outcome:
        added = datetime(2026, 1, 2, 3, 4, 5, 678000, tzinfo=UTC)
        return catalogue.put(work, path=path, format="ao3", sha256=sha256, added=added)

    return put_in


def _paragraphs(text: str) -> tuple[Block, ...]:
    return tuple(Block(BlockKind.PARAGRAPH, line) for line in text.split("\n"))
