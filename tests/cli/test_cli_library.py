from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said

    Reader = Callable[..., Said]

KEYS = (
    "id title authors rating warnings categories fandoms relationships characters additional_tags language"
    " series words chapters_posted chapters_total complete published updated summary source path status"
    " progress new_chapters"
).split()
OWN_KEYS = ["my_rating", "my_tags", "times_read", "note"]


def test_an_empty_library_holds_the_sample(reader: Reader) -> None:
    said = reader("list", "--json")

    works = json.loads(said.out)
    assert said.code == 0
    assert [work["id"] for work in works] == ["reader:sample"]
    assert works[0]["path"] is None
    assert works[0]["status"] == "unread"
    assert works[0]["progress"] is None


def test_the_sample_makes_room_for_a_work_of_the_readers_own(reader: Reader, lighthouse: Path) -> None:
    reader("list")

    said = reader("add", str(lighthouse))

    assert said.code == 0
    assert "1 added" in said.out
    assert [work["title"] for work in json.loads(reader("list", "--json").out)] == [
        "Nine Letters to a Lighthouse"
    ]


def test_a_removed_sample_stays_away(reader: Reader) -> None:
    assert reader("remove", "reader:sample").code == 0

    assert json.loads(reader("list", "--json").out) == []
    assert reader("list").out == ""


def test_list_gives_every_key_and_null_for_what_is_unknown(reader: Reader, lighthouse: Path) -> None:
    reader("add", str(lighthouse))

    (work,) = json.loads(reader("list", "--json").out)

    assert list(work) == KEYS
    assert work["path"] == str(lighthouse)
    assert work["rating"] is work["summary"] is work["source"] is work["updated"] is None
    assert work["words"] == 49
    assert work["fandoms"] == []


def test_show_adds_the_chapters_with_counts_of_the_story(reader: Reader, lighthouse: Path) -> None:
    reader("add", str(lighthouse))

    said = reader("show", "nine", "LETTERS", "--json")

    work = json.loads(said.out)
    assert list(work) == [*KEYS, *OWN_KEYS, "seconds_read", "seconds_by_day", "chapters", "sources"]
    assert work["chapters"] == [
        {"number": 1, "title": "The First Letter", "words": 34, "paragraphs": 2},
        {"number": 2, "title": "The Second Letter", "words": 15, "paragraphs": 1},
    ]


def test_show_for_people_says_the_same(reader: Reader) -> None:
    said = reader("show", "reader:sample")

    assert said.code == 0
    assert "The Salt Road" in said.out
    assert "Relationships" in said.out


def test_text_puts_a_blank_line_between_blocks(reader: Reader, lighthouse: Path) -> None:
    reader("add", str(lighthouse))

    text = reader("text", "letters").out

    assert text.count("\n\n") == len(text.strip().split("\n\n")) - 1
    assert text.strip().split("\n\n")[-1].startswith("It was raining")
    assert all("\n" not in block for block in text.strip().split("\n\n"))


def test_text_of_one_chapter_and_without_notes(reader: Reader) -> None:
    whole = reader("text", "reader:sample").out
    first = reader("text", "reader:sample", "--chapter", "1").out
    plain = reader("text", "reader:sample", "--chapter", "1", "--no-notes").out

    assert whole.startswith(first)
    assert len(plain) < len(first) < len(whole)
    assert set(plain.split("\n\n")) < set(first.split("\n\n"))


def test_text_of_a_chapter_that_is_not_there(reader: Reader, lighthouse: Path) -> None:
    reader("add", str(lighthouse))

    for number in ("0", "3", "-1"):
        said = reader("text", "letters", "--chapter", number)
        assert (said.code, said.out) == (1, "")
        assert len(said.err.splitlines()) == 1


def test_words_that_name_no_work_or_several(reader: Reader, lighthouse: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(
        "Two Letters\n\nThey never came. Nobody had posted them, it turned out.\n", encoding="utf-8"
    )
    reader("add", str(lighthouse), str(other))

    nothing = reader("show", "zebra")
    several = reader("show", "letters")

    assert (nothing.code, several.code) == (1, 1)
    assert "zebra" in nothing.err
    assert "Two Letters" in several.err
    assert "Nine Letters" in several.err
    assert len(several.err.splitlines()) == 1


def test_no_hits_are_no_failure(reader: Reader) -> None:
    said = reader("list", "title-that-is-not-there", "--json")

    assert (said.code, json.loads(said.out)) == (0, [])


def test_a_removed_work_is_not_taken_in_from_its_folder_but_when_it_is_named(
    reader: Reader, lighthouse: Path
) -> None:
    reader("add", str(lighthouse))
    assert reader("remove", "letters").code == 0
    assert reader("show", "letters").code == 1

    reader("add", str(lighthouse.parent))
    assert "letters" not in reader("list").out.lower()

    assert reader("add", str(lighthouse)).code == 0
    assert "Letters" in reader("list").out


def test_the_same_file_again_is_no_second_work(reader: Reader, lighthouse: Path) -> None:
    reader("add", str(lighthouse))

    said = reader("add", str(lighthouse))

    assert (said.code, said.out) == (0, "1 already there\n")


def test_the_library_is_made_again_from_originals_and_state(
    reader: Reader, lighthouse: Path, data: Path
) -> None:
    reader("add", str(lighthouse))
    before = reader("list", "--json").out
    for path in data.glob("library.db*"):
        path.unlink()
    lighthouse.unlink()

    assert reader("list", "--json").out == before


@pytest.mark.parametrize(
    "words", [("--nonsense",), ("show",), ("text", "x", "--chapter", "two"), ("bookmarks", "--format", "x")]
)
def test_wrong_usage_is_two(reader: Reader, words: tuple[str, ...]) -> None:
    said = reader(*words)

    assert (said.code, said.out) == (2, "")
    assert len(said.err.splitlines()) == 1


@pytest.mark.parametrize("words", [(), ("resume",)])
def test_what_needs_a_screen_says_so_without_one(reader: Reader, words: tuple[str, ...]) -> None:
    said = reader(*words)

    assert (said.code, said.out) == (2, "")
    assert "terminal" in said.err


def test_search_gives_works_with_the_places_found(reader: Reader, lighthouse: Path) -> None:
    reader("add", str(lighthouse))

    (work,) = json.loads(reader("search", "opinions", "--json").out)

    assert list(work) == [*KEYS, "matches"]
    (match,) = work["matches"]
    assert match["chapter"] == 1
    assert list(match) == ["chapter", "offset", "excerpt"]
    assert "opinions about stairs" in match["excerpt"]
    assert "Nine Letters" in reader("search", "opinions").out
    assert reader("search", "zebra").out == ""


def test_a_query_chooses_and_a_broken_one_is_wrong_usage(reader: Reader, lighthouse: Path) -> None:
    reader("add", str(lighthouse))

    assert "Nine Letters" in reader("list", "lighthouse", "-fandom:Tidewrack").out
    assert reader("list", "-lighthouse").out == ""
    said = reader("list", "(lighthouse")
    assert said.code == 2
    assert len(said.err.splitlines()) == 1


def test_every_new_work_of_a_small_batch_is_named_whatever_else_is_in_it(
    reader: Reader, tmp_path: Path
) -> None:
    folder = tmp_path / "shelf"
    folder.mkdir()
    for number in range(25):
        (folder / f"a{number:02}.txt").write_text("The Lamp\n\nIt was dark for a week.\n")
    (folder / "b.txt").write_text("The Rope\n\nIt was wet and would not hold.\n")

    said = reader("add", str(folder))

    assert "added: The Rope" in said.out
    assert "2 added, 24 already there" in said.out
