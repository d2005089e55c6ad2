"""A catalogue and originals in a folder of their own, and works to put in."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Protocol

import pytest

from reader.formats.assembly import ChapterDraft, assemble
from reader.formats.source import UnreadableError
from reader.library import file_parsing, importing
from reader.library.catalogue import Catalogue
from reader.library.entries import Entry
from reader.library.files.discovery import discover
from reader.library.importing import import_files
from reader.library.originals import Originals
from reader.library.queries.facet_index import FacetIndex
from reader.library.queries.filtering import Filtering
from reader.library.queries.filters import Filters
from reader.library.queries.parsing import parse
from reader.work.model import Block, BlockKind, Tag, TagKind, WorkInfo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.formats.source import Source
    from reader.library.importing import Identity, Result
    from reader.library.outcomes import Outcome
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


def make_entry(
    title: str = "A Work", *, tags: list[Tag] | None = None, words: int = 1000, **facts: object
) -> Entry:
    info = WorkInfo(f"ao3:{title}", title, tags=tuple(tags or ()), **facts)  # type: ignore[arg-type]  # of WorkInfo
    return Entry(info, None, "ao3", "", datetime(2026, 1, 1, tzinfo=UTC), words=words, chapters=3)


def tagged(kind: TagKind, *names: str) -> list[Entry]:
    return [make_entry(name, tags=[Tag(kind, name)]) for name in names]


def select(entries: list[Entry], query: str) -> list[Entry]:
    """The works that a query finds, in their order."""
    return Filtering(FacetIndex(entries)).entries(Filters(parse(query)))


def read_simple(source: Source) -> tuple[Work, str]:
    """A format for these tests: a line of facts ("id=ao3:1 updated=2024-01-01"), then a chapter a line."""
    if source.data.startswith(b"crash"):
        raise ZeroDivisionError
    if not source.data.startswith(b"id="):
        raise UnreadableError("It is no work.")
    head, *lines = source.data.decode().splitlines()
    facts = dict(fact.split("=", 1) for fact in head.split())
    updated = date.fromisoformat(facts["updated"]) if "updated" in facts else None
    drafts = [ChapterDraft("", (Block(BlockKind.PARAGRAPH, line),), repaired=source.repair) for line in lines]
    return assemble(
        WorkInfo(facts["id"], facts.get("title", source.name), updated=updated), tuple(drafts)
    ), "test"


@pytest.fixture
def simple_format(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_parsing, "read_work_and_format", read_simple)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "shelf"
    folder.mkdir()
    return folder


class Library:
    """A catalogue with its originals, and files put into it."""

    def __init__(self, catalogue: Catalogue, originals: Originals) -> None:
        self.catalogue = catalogue
        self.originals = originals

    def add(self, *paths: Path | bytes, identity: Identity = importing.NOTHING_KNOWN) -> list[Result]:
        return list(import_files(self.catalogue, self.originals, discover(paths), identity=identity))

    def add_one(self, path: Path, text: str, **known: Identity) -> Result:
        path.write_text(text)
        (result,) = self.add(path, **known)
        return result

    def texts(self, work_id: str) -> list[str]:
        chapters = (self.catalogue.chapter(work_id, c.number) for c in self.catalogue.outline(work_id))
        return ["\n".join(block.text for block in chapter.story()) for chapter in chapters]

    def ids(self) -> list[str]:
        return [entry.info.id for entry in self.catalogue.entries()]


@pytest.fixture
def library(catalogue: Catalogue, originals: Originals) -> Library:
    return Library(catalogue, originals)


def outcomes(results: list[Result]) -> list[str]:
    return [result.outcome for result in results]


def _paragraphs(text: str) -> tuple[Block, ...]:
    return tuple(Block(BlockKind.PARAGRAPH, line) for line in text.split("\n"))
