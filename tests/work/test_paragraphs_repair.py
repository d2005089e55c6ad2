from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.work.paragraphs import boundaries, is_run_together

sentences = st.sampled_from(
    [
        "The ropes had started to sing.",
        "Ines kept the ledger shut!",
        "“Listen,” she said.",
        "“Is it the wind?”",
        "Nobody answered; nobody ever did…",
        "Mr. Harrow came at 5 p.m. with J. K. Oxbow.",
        "It weighed 3.14 pounds, or 10.50.",
        "(He had said so.)",
    ]
)
paragraphs = st.lists(st.lists(sentences, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=8)
junk = st.text(st.sampled_from("aB .?!\"'“”‘’…-—:*_()1«»\n"), max_size=80)


def split_paragraphs(text: str) -> list[str]:
    cuts = [0, *boundaries(text), len(text)]
    return [text[start:end] for start, end in pairwise(cuts)]


@given(paragraphs)
def test_what_was_joined_is_parted_where_it_was_joined(parts: list[str]) -> None:
    assert split_paragraphs("".join(parts)) == parts


@given(paragraphs)
def test_straight_quotation_marks_do_as_well(parts: list[str]) -> None:
    straight = [part.replace("“", '"').replace("”", '"') for part in parts]
    assert split_paragraphs("".join(straight)) == straight


@given(junk | st.text(max_size=60))
def test_repair_inserts_boundaries_and_changes_nothing_else(text: str) -> None:
    cuts = boundaries(text)
    assert cuts == sorted(set(cuts))
    assert all(0 < cut < len(text) for cut in cuts)
    assert "".join(split_paragraphs(text)) == text


@given(junk)
def test_no_boundary_stands_beside_a_space(text: str) -> None:
    assert not any(text[cut - 1 : cut + 1].isspace() for cut in boundaries(text))


MARKED = [
    "He went out.|He came back.|“But why?”|She knew.",
    '"Go," he said.|"Why?" she asked.|He shrugged.|"No."|"Yes!"|"What?!"|She left.',
    "“Yes,”|“No,” he said.|“Maybe—”|“What?”|He fell.",
    '"What the-"|"Hush!"|He did.',
    "'Yes.'|'No.'|He left. 'Well,' said he, 'I'll be off.'|'Don't.'",
    "„Ja.“|„Nein.“|Er ging. „Na gut“, sagte er. „Dann eben nicht.“|Sie blieb.",
    "«\u00a0Oui.\u00a0»|«\u00a0Non.\u00a0»|Il partit.",
    "Qu'est-ce que c'est ?|— Rien.|— Ah.|Il partit.",
    "Он ушёл.|Она осталась.|— Где он?|— Не знаю.",
    "(He knew it.)|She did not.|(Really.)|But still.",
    "He read the note:|Dear Ana.|She wept.",
    "Then he left.|* * *|She woke.",
    "He stopped.|***|She began again.",
    "*Ring.*|He woke.|_No._|She slept.",
    "He waited...|Then he left.",
    "He was 25.|She was 24.|They wed in 2010.|In 2011 he drowned.",
    "Nobody was taller than I.|He was.",
    "We met at 5 a.m.|The sun rose.",
    "He lived in the U.S.A.|Then he moved.",
    "she heard the gunshot|He fell.",
    "i went home.|he was there.|we talked. then we ate. it was good.|and so it ended.",
    ":Come: said the voice.|:Now!:|The owl blinked.",
]


@pytest.mark.parametrize("marked", MARKED)
def test_boundaries_of_speech_and_sentences_are_found(marked: str) -> None:
    assert split_paragraphs(marked.replace("|", "")) == marked.split("|")


@pytest.mark.parametrize(
    "text",
    [
        "Mr.Harrow met Dr.Oxbow at St.Ann.",
        "It was 3.14 or so, then 10.5 more at 12:30.",
        "J.K.Harrow and J.R.R. Oxbow wrote it, Ph.D. and all, in the U.S.A. today.",
        "See http://www.Example.Com/Foo.Bar and www.Example.Org now.",
        "Write to Ana@Post.Example.Com or open README.TXT first.",
        '"I...I don\'t know...Well, maybe," she said.',
        "“Go”—he rose—“now.”",
        "“And,” I added—to myself, not aloud—“he will pay.”",
        "It was so (truly) and [mostly] and McCall met MacLeod on YouTube.",
        "No.5 is alive, says vol.2 on p.7.",
        "so...what now...nothing...Then again...no",
        "He laughed :D and left XD",
        "“She said ‘no,’ and ‘never,’” he said.",
    ],
)
def test_what_only_looks_like_a_boundary_is_left_alone(text: str) -> None:
    assert boundaries(text) == []


def test_an_odd_quotation_mark_harms_only_its_neighbourhood() -> None:
    parts = [
        '"One," she said.',
        '"Two, and nobody closed this.',
        "He left.",
        *['"Yes," said Ana.', "He sat."] * 20,
    ]
    found = set(boundaries("".join(parts)))
    true = {sum(map(len, parts[:count])) for count in range(1, len(parts))}
    assert len(found ^ true) <= 2


def test_speech_of_several_paragraphs_opens_anew_in_each() -> None:
    parts = ['"It began at sea.', '"Then the wind came," he said. "We ran."', '"And then?"', "He rose."]
    assert split_paragraphs("".join(parts)) == parts


def test_a_few_forgotten_spaces_are_no_lost_boundaries() -> None:
    careless = "He sat down. " * 60 + "Then he rose.He left."
    assert not is_run_together(careless, len(boundaries(careless)))


def test_text_without_paragraphs_is_recognised() -> None:
    glued = "He sat down. He waited.Then he rose. It was late.He left." * 3
    assert is_run_together(glued, len(boundaries(glued)))
    assert not is_run_together("", 0)


def test_a_text_with_no_boundary_has_not_run_together() -> None:
    assert not is_run_together("", 0)
    assert is_run_together("He went.She stayed.", 1)
