"""Raised and lowered figures and small capitals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.layout.cells import width
from reader.layout.glyphs import OTHERS, glyphs
from reader.work.model import Style


@given(st.text(), st.sampled_from(list(OTHERS)))
def test_there_are_as_many_characters_in_as_many_cells(text: str, style: Style) -> None:
    shown = glyphs(text, style)
    assert len(shown) == len(text)
    assert [width(character) for character in shown] == [width(character) for character in text]


@pytest.mark.parametrize(
    ("text", "style", "shown"),
    [
        ("12", Style.SUPERSCRIPT, "¹²"),
        ("th", Style.SUPERSCRIPT, "ᵗʰ"),
        ("[1]", Style.SUPERSCRIPT, "[1]"),
        ("2", Style.SUBSCRIPT, "₂"),
        ("Straße, Nº 4", Style.SMALL_CAPS, "STRAßE, Nº 4"),
        ("12", Style.EMPHASIS, "12"),
    ],
)
def test_what_has_another_form_is_shown_in_it(text: str, style: Style, shown: str) -> None:
    assert glyphs(text, style) == shown
