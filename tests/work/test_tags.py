from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.work.languages import language_code, same_language
from reader.work.model import Tag, TagKind
from reader.work.names import fold_name
from reader.work.tags import members, rating_letter, tag_key, warning_wordings

NAMES = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="/&|()"), min_size=1
).filter(
    lambda name: (
        "/" not in fold_name(name)
        and "&" not in fold_name(name)
        and fold_name(name)
        and not set("()|") & set(fold_name(name))
    )
)


def key(kind: TagKind, name: str) -> str:
    return tag_key(Tag(kind, name))


@given(st.text())
def test_folding_a_folded_name_changes_nothing(name: str) -> None:
    assert fold_name(fold_name(name)) == fold_name(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Élodie", "elodie"),
        ("ＡＢＣ", "abc"),
        ("STRASSE", "straße"),
        ("Hurt / Comfort ", "hurt / comfort"),
        ("Ana’s Cat", "ana's cat"),
        ("e\u0301lan", "élan"),
        ("ﬁre", "fire"),
    ],
)
def test_names_that_look_alike_fold_alike(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(("one", "other"), [("が", "か"), ("Ana/Ines", "Ana Ines"), ("C", "C++")])
def test_marks_that_make_another_name_stay(one: str, other: str) -> None:
    assert fold_name(one) != fold_name(other)


@given(st.lists(NAMES, min_size=2, max_size=4), st.sampled_from(["/", " & "]), st.randoms())
def test_order_in_a_relationship_does_not_matter(names: list[str], separator: str, random: object) -> None:
    shuffled = sorted(names, key=lambda _: random.random())  # type: ignore[attr-defined]  # typed as object
    assert key(TagKind.RELATIONSHIP, separator.join(names)) == key(
        TagKind.RELATIONSHIP, separator.join(shuffled)
    )


@given(st.sampled_from(TagKind), st.text(st.sampled_from("ab/é -T"), max_size=12))
def test_the_key_of_a_key_is_the_key(kind: TagKind, name: str) -> None:
    assert key(kind, key(kind, name)) == key(kind, name)


@given(NAMES, NAMES)
def test_romance_and_friendship_are_two_tags(one: str, other: str) -> None:
    assert key(TagKind.RELATIONSHIP, f"{one}/{other}") != key(TagKind.RELATIONSHIP, f"{one} & {other}")


def test_order_matters_in_other_tags() -> None:
    assert key(TagKind.ADDITIONAL, "Hurt/Comfort") != key(TagKind.ADDITIONAL, "Comfort/Hurt")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ana/ines", ("/", ("ana", "ines"))),
        ("ana / ines", ("/", ("ana", "ines"))),
        ("ana & bo", ("&", ("ana", "bo"))),
        ("ana & bo/ines", ("/", ("ana & bo", "ines"))),
        ("ana | a/ines (songs/hymns)", ("/", ("ana | a", "ines (songs/hymns)"))),
        ("background relationships", ("", ("background relationships",))),
    ],
)
def test_members(name: str, expected: tuple[str, tuple[str, ...]]) -> None:
    assert members(name) == expected


def test_what_a_warning_is_called_besides_has_its_key() -> None:
    key_of_it = key(TagKind.WARNING, "Creator Chose Not To Use Archive Warnings")
    others = warning_wordings(key_of_it)
    assert len(others) == 3
    assert {key(TagKind.WARNING, name) for name in others} == {key_of_it}
    assert warning_wordings(key(TagKind.WARNING, "Major Character Death")) == ()


def test_both_wordings_of_the_warning_are_one() -> None:
    old, new = "Choose Not To Use Archive Warnings", "Creator Chose Not To Use Archive Warnings"
    assert key(TagKind.WARNING, old) == key(TagKind.WARNING, new)
    assert key(TagKind.WARNING, new) != key(TagKind.WARNING, "No Archive Warnings Apply")


def test_categories_are_the_same_in_either_order() -> None:
    assert key(TagKind.CATEGORY, "M/F") == key(TagKind.CATEGORY, "F/M")


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("T", "T"),
        ("Teen And Up Audiences", "T"),
        ("explicit", "E"),
        ("General Audiences", "G"),
        ("Not Rated", "N"),
        ("PG-13", None),
    ],
)
def test_ratings_by_letter_and_name(name: str, letter: str | None) -> None:
    assert rating_letter(name) == letter


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("English", "en"),
        ("Français", "fr"),
        ("中文-普通话 國語", "zh-cmn"),
        ("Português brasileiro", "pt-BR"),
        ("en-GB", "en-gb"),
        ("de", "de"),
        ("pt_BR", "pt-br"),
        ("Gibberish of the north", None),
        ("", None),
        (None, None),
    ],
)
def test_language_codes(name: str | None, code: str | None) -> None:
    assert language_code(name) == code


def test_a_language_takes_in_its_varieties() -> None:
    assert same_language("zh", "zh-cmn")
    assert same_language("pt-br", "pt-BR")
    assert not same_language("zh-cmn", "zh")
    assert not same_language("e", "en")
