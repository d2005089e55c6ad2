from __future__ import annotations

from datetime import date

import pytest

from reader.formats.labelled_facts import Labelled, read_labelled
from reader.formats.labels import field_anywhere
from reader.work.model import SeriesPart, Tag, TagKind, WorkInfo


def read(**labels: str | tuple[str, ...]) -> WorkInfo:
    entries = []
    for label, value in labels.items():
        field = field_anywhere(label.replace("_", " "))
        assert field, label
        entries.append(Labelled(field, (value,) if isinstance(value, str) else value))
    return read_labelled(entries)


def test_everything_that_labels_can_say() -> None:
    info = read(
        title="The Salt Road",
        written_by="Ana Salt & oxbow",
        fandoms="Tidewrack (Harbour, 1999), Original Work",
        rating="Teen, or so",
        genre="Angst, F/F",
        series="The Harbour Years",
        part="2",
        language="English",
        status="In-Progress",
        chapters="3/?",
        words="12,345",
        published="2 March 2021",
        updated="2022-11-09",
        summary=("It rains.", "Then it stops."),
        story_url="https://archiveofourown.org/works/12",
        collections="Winter, Summer",
    )
    assert info == WorkInfo(
        id="ao3:12",
        title="The Salt Road",
        authors=("Ana Salt", "oxbow"),
        tags=(
            Tag(TagKind.FANDOM, "Tidewrack (Harbour, 1999)"),
            Tag(TagKind.FANDOM, "Original Work"),
            Tag(TagKind.RATING, "Teen, or so"),
            Tag(TagKind.ADDITIONAL, "Angst"),
            Tag(TagKind.CATEGORY, "F/F"),
        ),
        series=(SeriesPart("The Harbour Years", 2.0),),
        language="English",
        summary="It rains.\nThen it stops.",
        words=12345,
        chapters_posted=3,
        complete=False,
        published=date(2021, 3, 2),
        updated=date(2022, 11, 9),
        url="https://archiveofourown.org/works/12",
        collections=("Winter", "Summer"),
    )


def test_a_list_was_split_by_whoever_wrote_it() -> None:
    info = read(author=("Oxbow & Daughters", "Ana, the elder"), tags=("Lamps, Lit", "Rope"))
    assert info.authors == ("Oxbow & Daughters", "Ana, the elder")
    assert info.names(TagKind.ADDITIONAL) == ("Lamps, Lit", "Rope")


def test_the_first_that_is_said_counts() -> None:
    assert read(title="", words="9", word_count="10").words == 9
    assert read(summary="", description="Rain.").summary == "Rain."


@pytest.mark.parametrize(
    ("labels", "complete", "total"),
    [
        ({"status": "Complete", "chapters": "4"}, True, 4),
        ({"completed": "yes"}, True, None),
        ({"completed": "2021-03-02", "chapters": "4"}, None, None),
        ({"chapters": "4/4"}, True, 4),
        ({"chapters": "4/?"}, False, None),
        ({"chapters": "4", "total chapters": "9"}, False, 9),
        ({"status": "Lost", "chapters": "4"}, None, None),
    ],
)
def test_whether_a_work_is_complete(labels: dict[str, str], complete: bool | None, total: int | None) -> None:
    info = read(**labels)
    assert (info.complete, info.chapters_total) == (complete, total)


def test_what_is_no_address_is_none() -> None:
    assert (read(source="a dream").id, read(source="a dream").url) == ("", None)
