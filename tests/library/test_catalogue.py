from __future__ import annotations

import os
import sqlite3
from datetime import UTC, date, datetime
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from reader.formats.assembly import ChapterDraft, assemble
from reader.formats.source import UnreadableError
from reader.library.catalogue import Catalogue, CatalogueError
from reader.library.mirror import Mirrored
from reader.library.schema import VERSION, _open_for_reading
from reader.work.model import Block, BlockKind, Role, SeriesPart, Tag, TagKind, WorkInfo
from reader.work.story import StoryMeasure

if TYPE_CHECKING:
    from pathlib import Path

    from tests.library.conftest import MakeWork, Put

INFO = WorkInfo(
    id="ao3:77",
    title="Nine [bold] Letters",
    authors=("oxbow", "quill"),
    tags=(Tag(TagKind.RELATIONSHIP, "B/A"), Tag(TagKind.FANDOM, "F"), Tag(TagKind.RELATIONSHIP, "A/B")),
    series=(SeriesPart("Letters", 2.5, "https://example.org/s/1"),),
    language="English",
    summary="One.\nTwo.",
    words=158_002,
    chapters_posted=3,
    chapters_total=None,
    complete=False,
    published=date(2020, 2, 29),
    updated=date(2024, 1, 2),
    url="https://example.org/works/77",
    collections=("Lamps",),
)


def matter(role: Role, text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, text, role=role)


def test_an_entry_says_all_that_the_source_said(catalogue: Catalogue, put: Put) -> None:
    work = assemble(INFO, (ChapterDraft("", (Block(BlockKind.PARAGRAPH, "Dear lamp,"),)),))
    put(work)
    (entry,) = catalogue.entries()
    assert entry == catalogue.entry("ao3:77")
    assert entry.info == INFO
    assert (entry.words, entry.chapters, entry.format) == (158_002, 1, "ao3")
    assert entry.added == datetime(2026, 1, 2, 3, 4, 5, 678000, tzinfo=UTC)
    assert (entry.status, entry.progress, entry.last_read) == ("unread", None, None)


def test_what_the_source_does_not_say_stays_unknown(
    catalogue: Catalogue, put: Put, make_work: MakeWork
) -> None:
    work = make_work("sha256:1")
    put(work, path=None)
    entry = catalogue.entry("sha256:1")
    assert entry is not None
    assert entry.info == work.info
    assert (entry.words, entry.path) == (5, None)


def test_chapters_come_back_as_they_were(catalogue: Catalogue, put: Put, make_work: MakeWork) -> None:
    work = make_work("ao3:1", "One.\nTwo.", "Thrée “4”.", "")
    put(work)
    for chapter in work.chapters:
        assert catalogue.chapter("ao3:1", chapter.number) == chapter
        assert catalogue.text("ao3:1", chapter.number) == chapter.text


def test_an_outline_counts_the_story_and_not_the_matter(catalogue: Catalogue, put: Put) -> None:
    blocks = (
        matter(Role.NOTES, "A note of five words."),
        matter(Role.STORY, "Two words."),
        Block(BlockKind.SCENE_BREAK, "***"),
        Block(BlockKind.VERSE, "one line"),
        Block(BlockKind.VERSE, "another line", continues=True),
        matter(Role.END_NOTES, "The end."),
    )
    put(assemble(INFO, (ChapterDraft("Chapter 1: The Lamp", blocks), ChapterDraft("", blocks[:2]))))
    first, _ = catalogue.outline("ao3:77")
    assert (first.number, first.title, first.key) == (1, "The Lamp", "the lamp")
    assert (first.words, first.paragraphs) == (6, 2), "a scene break has no words"
    assert first.story_length == len("Two words.") + 3 + len("one line") + len("another line")
    assert first.length == len(catalogue.text("ao3:77", 1))
    chapter = catalogue.chapter("ao3:77", 1)
    measure = StoryMeasure(chapter)
    assert measure.characters(len(chapter.text)) == first.story_length
    assert measure.characters(chapter.text.index("Two") + 4) == len("Two ")


def test_a_digest_sees_words_and_not_their_spacing(
    catalogue: Catalogue, put: Put, make_work: MakeWork
) -> None:
    put(make_work("ao3:1", "A road\nand a lamp."), "/a", "a" * 64)
    put(make_work("ao3:2", "a road and\na lamp."), "/b", "b" * 64)
    put(make_work("ao3:3", "A road\nand a limp."), "/c", "c" * 64)
    digests = [catalogue.outline(f"ao3:{number}")[0].digest for number in (1, 2, 3)]
    assert digests[0] == digests[1] != digests[2]


def test_a_chapter_that_is_not_there_is_said_to_be_missing(catalogue: Catalogue) -> None:
    with pytest.raises(CatalogueError, match=r"no chapter 3 of ao3:9"):
        catalogue.chapter("ao3:9", 3)
    assert catalogue.outline("ao3:9") == ()


def test_paths_that_are_not_utf8_are_kept(catalogue: Catalogue, put: Put, make_work: MakeWork) -> None:
    put(make_work(), b"/shelf/\xff\x1b[2J.txt")
    (entry,) = catalogue.entries()
    assert entry.path is not None
    assert os.fsencode(entry.path) == b"/shelf/\xff\x1b[2J.txt"
    assert entry.shown_path == r"/shelf/\xff\x1b[2J.txt"


def test_text_that_is_none_is_refused_and_nothing_is_stored(
    catalogue: Catalogue, put: Put, make_work: MakeWork
) -> None:
    with pytest.raises(UnreadableError, match="text is broken"):
        put(make_work("ao3:1", "half a pair: \ud83d"))
    assert catalogue.count() == 0
    assert catalogue.files() == []


def test_a_removed_work_leaves_nothing(catalogue: Catalogue, put: Put, make_work: MakeWork) -> None:
    put(make_work())
    catalogue.remove("ao3:1")
    assert (catalogue.count(), catalogue.entry("ao3:1"), catalogue.files()) == (0, None, [])
    assert not list(catalogue.search("road"))
    assert catalogue.by_sha256("a" * 64) is None


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("ao3:123", ["ao3:123"]),
        ("ao3:9", ["ao3:95"]),
        ("95", ["ao3:95"]),
        ("12", ["ao3:12"]),
        ("1", ["ao3:123", "ao3:12"]),
        ("sha256:ab", ["sha256:abc"]),
        ("salt road", ["ao3:123", "ao3:95"]),
        ("ROAD the", ["ao3:123", "ao3:95"]),
        ("elan", ["sha256:abc"]),
        ("road home", ["ao3:95"]),
        ("ro", []),
        ("ao3:12", ["ao3:12"]),
        ("a road", ["ao3:12"]),
        ("", []),
        ("…", []),
    ],
)
def test_works_are_found_by_what_people_call_them(
    catalogue: Catalogue, put: Put, make_work: MakeWork, words: str, ids: list[str]
) -> None:
    library = {
        "ao3:123": "The Salt Road",
        "ao3:95": "The Salt Road Home",
        "sha256:abc": "Élan",
        "ao3:12": "A Road",
    }
    for work_id, title in library.items():
        put(make_work(work_id, title=title), f"/{work_id}", work_id)
    assert [entry.info.id for entry in catalogue.resolve(words)] == ids


def test_a_whole_title_goes_before_titles_it_is_part_of(
    catalogue: Catalogue, put: Put, make_work: MakeWork
) -> None:
    put(make_work("ao3:1", title="The Salt Road Home"), "/a", "a")
    put(make_work("ao3:2", title="The Salt Road"), "/b", "b")
    assert [entry.info.id for entry in catalogue.resolve("the salt road")] == ["ao3:2"]


def test_the_mirror_of_the_state(catalogue: Catalogue, put: Put, make_work: MakeWork) -> None:
    put(make_work("ao3:1"), "/a", "a")
    put(make_work("ao3:2"), "/b", "b")
    assert catalogue.last_read_id() is None
    early, late = datetime(2026, 5, 1, tzinfo=UTC), datetime(2026, 5, 2, 0, 0, 0, 481000, tzinfo=UTC)
    facts = Mirrored("reading", 0.4312, late, ("owed", "winter"), rating=4, times_read=2)
    catalogue.mirror.tell("ao3:1", facts)
    catalogue.mirror.tell("ao3:2", Mirrored("paused", 0.1, early))
    entry = catalogue.entry("ao3:1")
    assert entry is not None
    assert (entry.status, entry.progress, entry.last_read) == ("reading", 0.4312, late)
    assert entry.own_tags == ("owed", "winter")
    assert (entry.rating, entry.times_read) == (4, 2)
    assert catalogue.last_read_id() == "ao3:1"
    put(make_work("ao3:1", "new", "newer"), "/a", "c")
    assert catalogue.last_read_id() == "ao3:1"
    assert catalogue.mirror.stamp is None
    catalogue.mirror.set_stamp("12 34")
    catalogue.mirror.set_stamp("12 35")
    assert catalogue.mirror.stamp == "12 35"


def test_another_connection_is_noticed_once(catalogue: Catalogue, put: Put, make_work: MakeWork) -> None:
    put(make_work())
    assert not catalogue.changed_outside()

    def remove() -> None:
        with Catalogue.open(catalogue.path) as other:
            assert not other.fresh
            other.remove("ao3:1")

    thread = Thread(target=remove)
    thread.start()
    thread.join()
    assert catalogue.changed_outside()
    assert not catalogue.changed_outside()
    assert catalogue.count() == 0


def test_a_catalogue_is_opened_again_with_all_in_it(tmp_path: Path, make_work: MakeWork) -> None:
    path = tmp_path / "again.db"
    with Catalogue.open(path) as made:
        assert made.fresh
        made.put(make_work(), path="/a", format="ao3", sha256="a", added=datetime.now(UTC))
    with Catalogue.open(path) as again:
        assert not again.fresh
        assert again.count() == 1


def damaged(path: Path) -> None:
    path.write_bytes(b"this is no database, however long it is looked at" * 100)


def of_another_version(path: Path) -> None:
    Catalogue.open(path).close()
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version = {VERSION + 7}")
    db.close()


def of_another_program(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE recipes (name)")
    db.commit()
    db.close()


@pytest.mark.parametrize("spoil", [damaged, of_another_version, of_another_program])
def test_what_is_no_catalogue_of_ours_is_set_aside(tmp_path: Path, spoil: object) -> None:
    path = tmp_path / "library.db"
    spoil(path)  # type: ignore[operator]  # one of the functions above
    before = path.read_bytes()
    with Catalogue.open(path) as catalogue:
        assert catalogue.fresh
        assert catalogue.count() == 0
    assert (tmp_path / "library.db.set-aside").read_bytes() == before


def test_damage_found_later_is_told_with_what_to_do(tmp_path: Path, make_work: MakeWork) -> None:
    path = tmp_path / "library.db"
    with Catalogue.open(path) as catalogue:
        catalogue.put(make_work(), path="/a", format="ao3", sha256="a", added=datetime.now(UTC))
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xaa" * (len(data) - 4096)
    path.write_bytes(data)
    with Catalogue.open(path) as catalogue, pytest.raises(CatalogueError, match="reader doctor"):
        catalogue.entries()


def test_a_catalogue_in_no_folder_is_an_error_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"can't be opened: [^\n]+"):
        Catalogue.open(tmp_path / "nowhere" / "library.db")


def test_a_reader_does_not_stop_a_writer(catalogue: Catalogue, put: Put, make_work: MakeWork) -> None:
    put(make_work())
    with Catalogue.open(catalogue.path) as other:
        other.mirror.tell("ao3:1", Mirrored("reading", None, None))
        assert catalogue.entries()[0].status == "reading"


def test_a_catalogue_that_can_only_be_read_is_read(tmp_path: Path, make_work: MakeWork) -> None:
    path = tmp_path / "library.db"
    with Catalogue.open(path) as catalogue:
        catalogue.put(make_work(), path="/a", format="ao3", sha256="a", added=datetime.now(UTC))
    db = _open_for_reading(path, sqlite3.DatabaseError("attempt to write a readonly database"))
    with Catalogue(path, db, fresh=False) as catalogue:
        assert catalogue.count() == 1
        with pytest.raises(CatalogueError, match="can't be written"):
            catalogue.remove("ao3:1")
