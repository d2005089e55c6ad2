from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.markup.attributes import with_few_attributes

MANY = 30_000
WAYS = {
    "quoted": " ".join(f'a{n}="1"' for n in range(MANY)),
    "bare": " ".join(f"a{n}" for n in range(MANY)),
    "valued": " ".join(f"a{n}=1" for n in range(MANY)),
    "hiding ends": " ".join(f"a{n}='>'" if n % 50 == 0 else f"b{n}" for n in range(MANY)),
    "hiding tags": " ".join(f"a{n}='<p>'" if n % 50 == 0 else f"b{n}" for n in range(MANY)),
    "without spaces": "".join(f'a{n}="1"' for n in range(MANY)),
}


@pytest.mark.parametrize("attributes", WAYS.values(), ids=WAYS)
def test_a_tag_with_thousands_of_attributes_loses_them(attributes: str) -> None:
    text = with_few_attributes(f"<p class='a'>One</p><p {attributes}>Two</p><p class='b'>Three</p>")

    assert text == "<p class='a'>One</p><p>Two</p><p class='b'>Three</p>"


@given(st.text("<>pa=\"'/ \n", max_size=80))
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert with_few_attributes(text) == text


def test_a_long_picture_in_a_tag_stays() -> None:
    page = f"<img alt='a > b' src='data:image/png;base64,{'A' * 100_000}=='>" + "<p class=a>x</p>" * 10
    assert with_few_attributes(page) == page
