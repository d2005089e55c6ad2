from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.markup.references import mended_references
from reader.formats.markup.tree import parse_text

CODES = st.integers(0, 0x10FFFF) | st.integers(0, 0x9F) | st.integers(0xD7F0, 0xE010)


@given(code=CODES, form=st.sampled_from(["&#{};", "&#x{:x};", "&#X{:X};", "&#{}", "&#000{};"]))
def test_a_reference_means_what_it_means_in_a_browser_but_no_control(code: int, form: str) -> None:
    meant = bytes([code]).decode("cp1252", "ignore") if 0x80 <= code < 0xA0 else chr(code)
    if (unicodedata.category(meant or "\0") in ("Cc", "Cs") and meant not in "\t\n\r") or code in (
        0xFFFE,
        0xFFFF,
    ):
        meant = ""

    text = mended_references(f"a{form.format(code)}z")

    assert "".join(parse_text(f"<p>{text}</p>").itertext()) == f"a{meant}z"


@pytest.mark.parametrize(
    ("text", "mended"), [("&#150;", "&#8211;"), ("&#x92;", "&#8217;"), ("&#8217;", "&#8217;")]
)
def test_the_characters_of_windows_are_those_meant(text: str, mended: str) -> None:
    assert mended_references(text) == mended


@pytest.mark.parametrize(
    "text", ["&#0;", "&#27;", "&#x1b;", "&#xd800;", "&#xffff;", "&#x110000;", "&#" + "9" * 9000]
)
def test_what_no_text_holds_is_dropped(text: str) -> None:
    assert mended_references(f"a{text}b".replace("99b", "99;b")) == "ab"
