from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.formats.site_line import read_site_line
from reader.work.model import Tag, TagKind


def test_a_line_without_genre_characters_or_chapters() -> None:
    facts = read_site_line("Rated: Fiction K+ - Spanish - Words: 980 - Published: Feb 3, 2011 - id: 9")
    assert facts is not None
    assert (facts.tags, facts.language) == ((Tag(TagKind.RATING, "K+"),), "Spanish")
    assert (facts.words, facts.chapters, facts.complete) == (980, 1, False)


def test_two_pairs_and_a_genre_with_a_stroke() -> None:
    facts = read_site_line("Rated: M - English - Hurt/Comfort/Sci-Fi - [Ana R., Ines M.] [Teo, Luz]")
    assert facts is not None
    assert [tag.name for tag in facts.tags if tag.kind is TagKind.RELATIONSHIP] == [
        "Ana R./Ines M.",
        "Teo/Luz",
    ]
    assert [tag.name for tag in facts.tags if tag.kind is TagKind.CHARACTER] == [
        "Ana R.",
        "Ines M.",
        "Teo",
        "Luz",
    ]
    assert [tag.name for tag in facts.tags if tag.kind is TagKind.ADDITIONAL] == ["Hurt/Comfort", "Sci-Fi"]


@given(st.text(" -[],:/0189abRated", max_size=80))
def test_any_text_is_a_line_or_none(text: str) -> None:
    facts = read_site_line(f"Rated: {text}")
    assert facts is not None
    assert all(tag.name.strip() for tag in facts.tags)
    assert text.strip().startswith("Rated:") or read_site_line(text) is None
