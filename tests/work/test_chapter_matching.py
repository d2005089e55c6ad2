from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from reader.work.chapter_matching import VersionChapter, chapters_not_in, match_chapters
from reader.work.titles import chapter_keys

WORDS = [f"w{number}" for number in range(4000)]


def story(seed: int, words: int = 60) -> str:
    """Words in an order that no other seed gives."""
    return " ".join(WORDS[(seed * 7919 + index * (seed + 13)) % len(WORDS)] for index in range(words))


def versions(chapters: list[tuple[str, str]]) -> list[VersionChapter]:
    keys = chapter_keys([title for title, _ in chapters])
    return [
        VersionChapter(key, title, sha256(text.encode()).hexdigest(), lambda text=text: text)  # type: ignore[misc]  # a default binds it
        for key, (title, text) in zip(keys, chapters, strict=True)
    ]


titles = st.sampled_from(["", "", "Prologue", "The Lamp", "Interlude", "Chapter 2"])
works = st.lists(st.tuples(titles, st.integers(1, 9).map(story)), max_size=7)
distinct = st.lists(
    st.tuples(titles, st.integers(1, 40)), min_size=1, max_size=7, unique_by=lambda c: c[1]
).map(lambda made: [(title, story(seed)) for title, seed in made])


@given(works, works)
def test_no_chapter_is_matched_twice(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> None:
    pairs = match_chapters(versions(old), versions(new))
    assert len(set(pairs.values())) == len(pairs)
    assert all(0 <= here < len(new) and 0 <= there < len(old) for here, there in pairs.items())


@given(works)
def test_every_chapter_of_a_work_is_itself(work: list[tuple[str, str]]) -> None:
    pairs = match_chapters(versions(work), versions(work))
    assert pairs == {index: index for index in range(len(work))}


@given(distinct, st.lists(st.tuples(titles, st.integers(50, 90).map(story)), max_size=3))
def test_chapters_in_front_move_none_and_are_new(
    work: list[tuple[str, str]], front: list[tuple[str, str]]
) -> None:
    front = [("", text) for _, text in dict.fromkeys(front)]
    old, new = versions(work), versions([*front, *work])
    pairs = match_chapters(old, new)
    assert pairs == {index + len(front): index for index in range(len(work))}
    assert chapters_not_in(old, new, pairs) == list(range(len(front)))


@given(distinct)
def test_new_titles_and_small_edits_move_none(work: list[tuple[str, str]]) -> None:
    old = versions(work)
    retitled = [(f"Part {index} of it", text) for index, (_, text) in enumerate(work)]
    assert match_chapters(old, versions(retitled)) == {index: index for index in range(len(work))}
    edited = [(title, text.replace(" ", " so ", 1) + " the end") for title, text in work]
    new = versions(edited)
    pairs = match_chapters(old, new)
    assert pairs == {index: index for index in range(len(work))}
    assert chapters_not_in(old, new, pairs) == []


def test_parts_of_a_split_chapter_and_merged_ones_are_not_new() -> None:
    one, two = story(1, 80), story(2, 80)
    words = one.split()
    split = versions([("One", " ".join(words[:40])), ("One, again", " ".join(words[40:])), ("Two", two)])
    whole = versions([("One", one), ("Two", two)])
    merged = versions([("One", f"{one} {two}")])
    for old, new in ((whole, split), (split, whole), (whole, merged), (merged, whole)):
        assert chapters_not_in(old, new, match_chapters(old, new)) == []


def test_a_key_of_the_source_holds_where_all_else_changed() -> None:
    old, new = versions([("Draft", story(1))]), versions([("The Lamp", story(2))])
    with_keys = [
        [replace(chapter, key="https://example.org/s/1/1") for chapter in work] for work in (old, new)
    ]
    assert match_chapters(old, new) == {}
    assert match_chapters(*with_keys) == {0: 0}


def test_a_chapter_written_in_the_place_of_a_note_is_new() -> None:
    old = versions([("", story(1)), ("", "I am ill and will be back in May, I hope.")])
    new = versions([("", story(1)), ("", story(2))])
    assert chapters_not_in(old, new, match_chapters(old, new)) == [1]
