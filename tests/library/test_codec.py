from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.codec import decode_blocks, encode_blocks
from reader.library.packing import (
    pack_names,
    pack_numbers,
    pack_series,
    unpack_names,
    unpack_numbers,
    unpack_series,
)
from reader.work.model import Align, Block, BlockKind, Role, SeriesPart, Span, Style

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
SPANS = st.builds(
    Span,
    start=st.integers(0, 50),
    end=st.integers(0, 50),
    style=st.integers(0, 255).map(Style),
    link=st.sampled_from(["", "#note", "https://example.org/?a=b&c"]),
)
BLOCKS = st.builds(
    Block,
    kind=st.sampled_from(BlockKind),
    text=TEXTS,
    spans=st.lists(SPANS, max_size=3).map(tuple),
    role=st.sampled_from(Role),
    level=st.integers(0, 6),
    quote=st.integers(0, 3),
    align=st.sampled_from(Align),
    marker=st.sampled_from(["", "•", "3."]),
    continues=st.booleans(),
    anchors=st.lists(TEXTS, max_size=2).map(tuple),
    target=TEXTS,
    lang=st.sampled_from(["", "fr"]),
    rtl=st.booleans(),
)
PLAIN = TEXTS.map(lambda text: Block(BlockKind.PARAGRAPH, text))


@given(st.lists(PLAIN | BLOCKS, max_size=8))
def test_blocks_come_back_as_they_were(blocks: list[Block]) -> None:
    text = "\n".join(block.text for block in blocks)
    assert decode_blocks(encode_blocks(blocks), text) == tuple(blocks)


@given(st.lists(PLAIN, min_size=1, max_size=8))
def test_a_plain_block_is_stored_as_its_length_alone(blocks: list[Block]) -> None:
    assert json.loads(encode_blocks(blocks)) == [len(block.text) for block in blocks]


@given(st.lists(BLOCKS, min_size=1, max_size=4), st.text(min_size=1))
def test_blocks_of_another_text_are_refused(blocks: list[Block], more: str) -> None:
    text = "\n".join(block.text for block in blocks)
    with pytest.raises(ValueError, match="not those of the text"):
        decode_blocks(encode_blocks(blocks), text + more)


@given(st.lists(TEXTS.filter(bool), max_size=5))
def test_names_come_back(names: list[str]) -> None:
    assert unpack_names(pack_names(names)) == tuple(names)


@given(st.lists(st.integers(0, 2**32 - 1), max_size=30))
def test_numbers_come_back(numbers: list[int]) -> None:
    assert list(unpack_numbers(pack_numbers(numbers))) == numbers


@given(st.lists(st.builds(SeriesPart, TEXTS, st.none() | st.floats(0, 99), TEXTS), max_size=3))
def test_series_come_back(series: list[SeriesPart]) -> None:
    assert unpack_series(pack_series(series)) == tuple(series)
