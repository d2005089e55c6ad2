"""Pictures written into a page."""

from __future__ import annotations

from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.markup.embedded import embedded_name, embedded_picture, is_embedded
from reader.formats.markup.tree import parse_text
from reader.formats.markup.walk import read_blocks
from reader.formats.resources import resource
from reader.formats.source import Source


def written(picture: bytes, kind: str = "png") -> str:
    return f"data:image/{kind};base64,{b64encode(picture).decode()}"


@given(st.lists(st.binary(min_size=1, max_size=60), min_size=1, max_size=4))
def test_each_picture_of_a_page_is_had_by_the_name_its_block_has(pictures: list[bytes]) -> None:
    page = "".join(f'<p><img src="{written(picture)}" alt="A lamp"></p>' for picture in pictures)
    targets = [block.target for block in read_blocks(parse_text(page))]
    assert [resource(Source("page", page.encode()), target) for target in targets] == pictures


def test_a_name_is_short_and_the_same_however_the_lines_are_broken() -> None:
    address = written(b"lamp" * 999)
    broken = "\n".join(address[at : at + 76] for at in range(0, len(address), 76)).replace("data:\n", "data:")
    assert embedded_name(address) == embedded_name(broken)
    assert len(embedded_name(address)) < 40
    assert is_embedded(embedded_name(address))


@pytest.mark.parametrize("address", ["data:,x", "data:text/html;base64,AAAA", "data:image/png,AAAA", "data:"])
def test_what_holds_no_picture_has_no_name(address: str) -> None:
    assert is_embedded(address)
    assert embedded_name(address) == ""


@pytest.mark.parametrize("code", ["A", "A===", "===="])
def test_what_is_written_wrongly_is_no_picture(code: str) -> None:
    address = f"data:image/png;base64,{code}"
    assert embedded_picture(address.encode(), embedded_name(address)) in (None, b"")
    assert embedded_picture(b"<p>a</p>", embedded_name(address)) is None
