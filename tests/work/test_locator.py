"""A place is found again after the text around it changed, and nothing false is claimed of where it is."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reader.work.anchoring import find
from reader.work.locator import AFTER, BEFORE, EXACT, ChapterMark, Found, Locator, Match, make_locator
from reader.work.model import Block, BlockKind, Chapter

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORDS = (
    "salt road ledger lamp rope tide ines ana harbour wind knot the a of and she he they said was".split()
)


@dataclass
class Version:
    """A version of a work: texts by key, and which of them were asked for."""

    chapters: Sequence[tuple[str, str]]

    def __post_init__(self) -> None:
        self.asked: list[int] = []
        self.outline = [
            ChapterMark(number, key, key.title(), len(text))
            for number, (key, text) in enumerate(self.chapters, 1)
        ]

    def text(self, number: int) -> str:
        self.asked.append(number)
        return self.chapters[number - 1][1]


def locator(version: Version, number: int, offset: int) -> Locator:
    key, text = version.chapters[number - 1]
    blocks = tuple(Block(BlockKind.PARAGRAPH, line) for line in text.split("\n"))
    return make_locator(Chapter(number, key.title(), key, blocks), offset)


def prose(seed: int, words: int = 400) -> str:
    """Text in which every stretch of a few words stands once."""
    chance = random.Random(seed)
    made = [f"{chance.choice(_WORDS)}{chance.randrange(1000)}" for _ in range(words)]
    return "".join(word + ("\n" if chance.random() < 0.05 else " ") for word in made)


WORK = Version([("the salt road", prose(1)), ("the ledger", prose(2)), ("low tide", prose(3))])

texts = st.text(st.sampled_from("ab \n“”’é漢😀"), max_size=300)
lively = st.lists(st.sampled_from(_WORDS), max_size=60).map(" ".join)


@given(texts | lively, st.integers(-5, 400))
def test_a_locator_quotes_what_stands_at_the_place(text: str, offset: int) -> None:
    made = locator(Version([("one", text)]), 1, offset)
    assert 0 <= made.offset <= len(text)
    assert text.startswith(made.before + made.exact + made.after, made.offset - len(made.before))
    assert len(made.before) == min(BEFORE, made.offset)
    assert len(made.exact) == min(EXACT, len(text) - made.offset)
    assert len(made.after) == min(AFTER, max(0, len(text) - made.offset - EXACT))


@given(st.lists(texts | lively, min_size=1, max_size=4), st.data())
def test_an_unchanged_work_is_found_exactly_with_one_text_loaded(
    chapters: list[str], data: st.DataObject
) -> None:
    version = Version([(f"part {n}", text) for n, text in enumerate(chapters)])
    number = data.draw(st.integers(1, len(chapters)))
    offset = data.draw(st.integers(0, len(chapters[number - 1])))
    found = find(locator(version, number, offset), version)
    assert found == Found(number, offset, Match.EXACT)
    assert version.asked == [number]


@given(st.integers(0, 2500), texts, st.data())
def test_an_edit_elsewhere_in_the_chapter_loses_nothing(
    offset: int, put_in: str, data: st.DataObject
) -> None:
    text = WORK.chapters[1][1]
    assume(offset + EXACT <= len(text))
    cut = data.draw(st.integers(0, offset) | st.integers(offset + EXACT, len(text)))
    cut_to = data.draw(st.integers(cut, offset if cut <= offset else len(text)))
    edited = text[:cut] + put_in + text[cut_to:]
    moved = offset if cut >= offset + EXACT else offset + len(put_in) - (cut_to - cut)
    if cut == cut_to == offset:
        moved = offset + len(put_in)
    found = find(
        locator(WORK, 2, offset), Version([WORK.chapters[0], ("the ledger", edited), WORK.chapters[2]])
    )
    assert found == Found(2, moved, Match.EXACT if moved == offset else Match.MOVED)


@given(st.permutations(range(3)), st.integers(0, 2), st.integers(0, 2000))
def test_a_chapter_is_known_by_its_key_wherever_it_stands(order: list[int], index: int, offset: int) -> None:
    moved = Version([WORK.chapters[i] for i in order])
    found = find(locator(WORK, index + 1, offset), moved)
    assert found == Found(order.index(index) + 1, offset, Match.EXACT)
    assert moved.asked == [found.chapter]


@given(st.integers(1, 7), st.integers(0, 2000))
def test_new_chapters_in_front_and_new_keys_for_all(new: int, offset: int) -> None:
    front = [(f"chapter {n}", prose(100 + n, 50)) for n in range(new)]
    keys = [f"chapter {new + n}" for n in range(3)]
    renamed = [(key, text) for key, (_, text) in zip(keys, WORK.chapters, strict=True)]
    found = find(locator(WORK, 2, offset), Version([*front, *renamed]))
    assert (found.chapter, found.offset) == (new + 2, offset)
    assert found.match is Match.ELSEWHERE


_REFRAIN = (
    "And the tide came in over the stones as it always had, and always would, "
    "whoever stood there to see it come."
)


@given(st.integers(0, len(_REFRAIN)), st.integers(1, 3), st.integers(1, 3))
def test_a_refrain_is_not_taken_for_the_one_of_a_chapter_that_got_the_number(
    within: int, number: int, new: int
) -> None:
    texts_then = [f"{prose(n, 90 + n)}\n{_REFRAIN}\n{prose(10 + n)}" for n in range(1, 4)]
    front = [prose(100 + n, 50) for n in range(new)]
    old, now = (
        Version([("chapter" if n == 1 else f"chapter {n}", text) for n, text in enumerate(chapters, 1)])
        for chapters in (texts_then, [*front, *texts_then])
    )
    offset = texts_then[number - 1].index(_REFRAIN) + within
    found = find(locator(old, number, offset), now)
    assert (found.chapter, found.offset) == (number + new, offset)


def test_a_chapter_is_known_by_its_title_without_the_number() -> None:
    made = locator(WORK, 2, 500)._replace(chapter_key="gone", chapter_title="Chapter 2: The Ledger")
    moved = Version([("new", prose(9)), *WORK.chapters])
    assert find(made, moved) == Found(3, 500, Match.EXACT)
    assert moved.asked == [3]


@given(st.lists(texts | lively, min_size=1, max_size=4), st.lists(texts | lively, max_size=4), st.data())
def test_nothing_false_is_claimed(old: list[str], new: list[str], data: st.DataObject) -> None:
    before = Version([(f"part {n}", text) for n, text in enumerate(old)])
    after = Version([(f"part {n}", text) for n, text in enumerate(new)])
    number = data.draw(st.integers(1, len(old)))
    made = locator(before, number, data.draw(st.integers(0, len(old[number - 1]))))
    found = find(made, after)
    if not new:
        assert found == Found(1, 0, Match.APPROXIMATE)
        return
    text = new[found.chapter - 1]
    assert 0 <= found.offset <= len(text)
    if found.match is Match.EXACT:
        assert text.startswith(made.exact, found.offset)
        assert found.offset == made.offset
        assert made.exact or text[: found.offset].endswith(made.before)
    elif found.match in (Match.MOVED, Match.ELSEWHERE):
        there, bare = letters(text[found.offset :]), letters(made.exact)
        assert there.startswith(bare)
        assert bare or letters(text[: found.offset]).endswith(letters(made.before))
    if found.match is Match.ELSEWHERE:
        assert f"part {found.chapter - 1}" != made.chapter_key


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def squeezed(text: str) -> str:
    return "".join(text.split())


@given(st.integers(0, 2000), st.sampled_from([" ", "\n", "\n\n", "  ", ""]))
def test_the_same_text_in_other_paragraphs_is_the_same_place(offset: int, between: str) -> None:
    text = WORK.chapters[1][1]
    anew = between.join(text.split())
    assume(anew != text)
    found = find(
        locator(WORK, 2, offset), Version([WORK.chapters[0], ("the ledger", anew), WORK.chapters[2]])
    )
    assert found.chapter == 2
    assert found.match in (Match.EXACT, Match.MOVED)
    rest = squeezed(text[offset:])
    assert squeezed(anew[found.offset :]) == rest


def test_of_a_refrain_the_one_with_the_same_words_around_it_is_meant() -> None:
    refrain = "and the tide came in over the stones as it always had, and always would"
    text = f"{prose(1, 40)}{refrain}{prose(2, 40)}{refrain}{prose(3, 40)}"
    second = text.rindex(refrain)
    edited = f"{refrain} once.\n{text}"
    found = find(locator(Version([("one", text)]), 1, second), Version([("one", edited)]))
    assert found == Found(1, edited.rindex(refrain), Match.MOVED)


def test_where_the_words_around_changed_too_those_that_are_left_decide() -> None:
    refrain = "and the tide came in over the stones as it always had, and always would"
    old = f"{'x' * 500}the lamp went out, {refrain}, said Ana"
    made = locator(Version([("one", old)]), 1, old.index(refrain))
    new = f"{'y' * 500}{refrain}{'y' * 200} and out, {refrain}{'y' * 200}"
    assert find(made, Version([("one", new)])) == Found(1, new.rindex(refrain), Match.MOVED)


@pytest.mark.parametrize(("first", "second", "nearest"), [(900, 1500, 900), (500, 1100, 1100)])
def test_of_equal_quotes_the_nearest_is_meant(first: int, second: int, nearest: int) -> None:
    passage = prose(7, 20)
    made = locator(Version([("one", "x" * 960 + passage)]), 1, 1000)
    new = f"{'y' * (first - 40)}{passage}{'y' * (second - first - len(passage))}{passage}"
    assert find(made, Version([("one", new)])) == Found(1, nearest, Match.MOVED)


def test_of_equal_chapters_the_nearest_is_meant() -> None:
    text = WORK.chapters[1][1]
    made = locator(WORK, 2, 500)._replace(chapter=3)
    copies = Version([("a", text), ("b", prose(40)), ("c", prose(41)), ("d", text)])
    assert find(made, copies) == Found(4, 500, Match.ELSEWHERE)


def revised(text: str, chance: random.Random) -> str:
    """Curly quotes and a typo in one word of ten, as an author's second thoughts leave it."""
    words = text.split(" ")
    changed = [word[:-1] + "x" if chance.random() < 0.1 else word for word in words]
    return " ".join(changed).upper().replace("'", "’")


@given(st.integers(0, 2000), st.integers(0, 10_000))
def test_revised_text_is_found_by_likeness_and_never_called_exact(offset: int, seed: int) -> None:
    text = WORK.chapters[1][1]
    offset = text.index(" ", offset) + 1
    edited = "NEW BEGINNING, " * 5 + revised(text, random.Random(seed))
    found = find(
        locator(WORK, 2, offset), Version([WORK.chapters[0], ("the ledger", edited), WORK.chapters[2]])
    )
    assert found.match is Match.CLOSE
    assert found.chapter == 2
    assert abs(found.offset - (offset + 75)) <= 40


def test_revised_text_is_found_in_another_chapter() -> None:
    text = WORK.chapters[1][1]
    offset = text.index(" ", 700) + 1
    edited = revised(text, random.Random(5))
    moved = Version([("the ledger", prose(20)), ("elsewhere", edited), WORK.chapters[2]])
    found = find(locator(WORK, 2, offset), moved)
    assert (found.chapter, found.match) == (2, Match.CLOSE)
    assert abs(found.offset - offset) <= 40


def test_text_without_spaces_is_found_by_likeness() -> None:
    text = "".join(chr(0x4E00 + n * 37 % 5000) for n in range(1000))
    edited = "".join(chr(0x3042) if n % 12 == 5 else c for n, c in enumerate(text))
    found = find(locator(Version([("one", text)]), 1, 500), Version([("one", "序序序" + edited)]))
    assert found == Found(1, 503, Match.CLOSE)


def test_other_text_is_not_taken_for_the_quote() -> None:
    chance = random.Random(3)
    common = [" ".join(chance.choices(_WORDS, k=3000)) for _ in range(2)]
    made = locator(Version([("one", common[0])]), 1, 5000)
    assert find(made, Version([("one", common[1])])) == Found(1, 5000, Match.APPROXIMATE)


@pytest.mark.parametrize("length", [0, 10, 100])
def test_what_is_gone_is_the_same_share_of_a_shorter_chapter(length: int) -> None:
    made = locator(WORK, 2, 2000)
    found = find(made, Version([WORK.chapters[0], ("the ledger", "x" * length)]))
    assert found == Found(2, length, Match.APPROXIMATE)


def test_the_share_counts_where_the_length_is_known() -> None:
    text = prose(2)
    made = locator(Version([("one", text)]), 1, len(text) - 10)
    offset = find(made, Version([("one", "x" * 1000)])).offset
    assert offset == (len(text) - 10) * 1000 // len(text)


def test_the_end_of_a_chapter_that_went_on_is_where_it_ended() -> None:
    text = WORK.chapters[1][1]
    longer = Version([WORK.chapters[0], ("the ledger", "Well. " + text + prose(30))])
    assert find(locator(WORK, 2, len(text)), longer) == Found(2, len(text) + 6, Match.MOVED)


@pytest.mark.parametrize("offset", [-3, 10**9])
def test_positions_that_no_text_has_are_survived(offset: int) -> None:
    made = locator(WORK, 2, 500)._replace(offset=offset, chapter=-7)
    assert find(made, WORK) == Found(2, 500, Match.MOVED)
