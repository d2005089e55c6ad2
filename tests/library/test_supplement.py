from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.supplement import Supplement
from reader.work.model import SeriesPart, Tag, TagKind, WorkInfo
from reader.work.names import fold_name

if TYPE_CHECKING:
    from tests.library.conftest import MakeWork

NAMES = st.text("ab/ é", min_size=1, max_size=4).filter(str.strip)
TAGS = st.builds(Tag, st.sampled_from(TagKind), NAMES)
SUPPLEMENTS = st.builds(
    Supplement,
    id=st.text(max_size=5),
    title=st.text(max_size=5),
    authors=st.lists(NAMES, max_size=2).map(tuple),
    series=st.lists(st.builds(SeriesPart, NAMES, st.none() | st.floats(0, 9)), max_size=2).map(tuple),
    tags=st.lists(TAGS, max_size=4).map(tuple),
    subjects=st.lists(NAMES, max_size=4).map(tuple),
    language=st.none() | st.just("en"),
    published=st.none() | st.dates(),
    summary=st.text(max_size=20),
    complete=st.none() | st.booleans(),
    words=st.none() | st.integers(1, 9),
    collections=st.lists(NAMES, max_size=2).map(tuple),
)
INFOS = st.builds(WorkInfo, st.just("ao3:1"), NAMES, tags=st.lists(TAGS, max_size=4, unique=True).map(tuple))

FILE = WorkInfo(
    "ao3:1",
    "The Salt Road",
    ("marrowlight",),
    tags=(Tag(TagKind.FANDOM, "Tidewrack"), Tag(TagKind.RATING, "Mature")),
)
CALIBRE = Supplement(
    title="Salt Road, The",
    authors=("Marrow Light",),
    series=(SeriesPart("Coast", 1.0),),
    tags=(Tag(TagKind.RATING, "Explicit"), Tag(TagKind.RELATIONSHIP, "Ines/Ana")),
    subjects=("TIDEWRACK", "Winter", "Fanworks", "Last Update: 2020/01/02"),
    language="en",
    published=date(2020, 1, 2),
    summary="<p>Ana &amp; Ines.</p><p>Twice.</p>",
    complete=True,
)


@given(SUPPLEMENTS)
def test_a_supplement_comes_back_from_json(supplement: Supplement) -> None:
    assert Supplement.from_json(supplement.to_json()) == supplement


@pytest.mark.parametrize("text", ["", "[]", "1", '{"x": 1}', '{"tags": [1]}', '{"published": "x"}', "{"])
def test_other_json_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no supplement"):
        Supplement.from_json(text)


@given(SUPPLEMENTS, INFOS)
def test_nothing_typed_is_lost_and_nothing_comes_twice(supplement: Supplement, info: WorkInfo) -> None:
    after = supplement.apply(info)
    assert {tag for tag in info.tags if tag.kind is not TagKind.ADDITIONAL} <= set(after.tags)
    own = {fold_name(tag.name) for tag in info.tags}
    added = [fold_name(tag.name) for tag in after.tags if fold_name(tag.name) not in own]
    assert len(added) == len(set(added))
    assert supplement.apply(after) == after


def test_a_file_with_typed_tags_knows_best() -> None:
    after = CALIBRE.apply(FILE)
    assert (after.title, after.authors) == (FILE.title, FILE.authors)
    assert after.tags == (
        *FILE.tags,
        Tag(TagKind.RELATIONSHIP, "Ines/Ana"),
        Tag(TagKind.ADDITIONAL, "Winter"),
    )
    assert (after.series, after.language) == (CALIBRE.series, "en")
    assert (after.summary, after.complete, after.published) == ("Ana & Ines.\nTwice.", True, date(2020, 1, 2))


def test_the_additional_tags_of_a_typed_file_stay_what_they_are() -> None:
    info = FILE._replace(tags=(*FILE.tags, Tag(TagKind.ADDITIONAL, "Ana"), Tag(TagKind.ADDITIONAL, "WIP")))
    assert Supplement(tags=(Tag(TagKind.CHARACTER, "Ana"),), subjects=("Explicit",)).apply(info) == info


def test_what_a_person_put_right_wins_over_any_other_file(make_work: MakeWork) -> None:
    work = make_work("sha256:1", title="salt_road_FINAL", authors=("unknown",))
    after = CALIBRE.in_work(work)
    assert (after.info.title, after.info.authors) == ("Salt Road, The", ("Marrow Light",))
    assert [block.text for block in after.chapters[0].blocks[:2]] == ["Salt Road, The", "by Marrow Light"]
    assert after.chapters[1:] == work.chapters[1:]


def test_an_untyped_tag_of_the_file_gets_the_type_that_calibre_knows() -> None:
    info = WorkInfo(
        "1", "T", tags=(Tag(TagKind.ADDITIONAL, "tidewrack"), Tag(TagKind.ADDITIONAL, "Fanworks"))
    )
    supplement = Supplement(
        tags=(Tag(TagKind.FANDOM, "Tidewrack"),), subjects=("Teen And Up Audiences", "F/F")
    )
    assert supplement.apply(info).tags == (
        Tag(TagKind.FANDOM, "tidewrack"),
        Tag(TagKind.RATING, "Teen And Up Audiences"),
        Tag(TagKind.CATEGORY, "F/F"),
    )
