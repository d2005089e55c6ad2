from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.formats.anchors import named, without
from reader.work.model import Block, BlockKind

BLOCKS = st.lists(st.integers(0, 2), min_size=1, max_size=8).map(
    lambda counts: [
        Block(BlockKind.PARAGRAPH, f"{number}", anchors=tuple(f"{number}-{at}" for at in range(count)))
        for number, count in enumerate(counts)
    ]
)


@given(BLOCKS, st.sets(st.integers(0, 7)))
def test_no_name_is_lost_or_moved_past_another(blocks: list[Block], taken: set[int]) -> None:
    kept = without(blocks, taken)
    assert [block.text for block in kept] == [
        block.text for at, block in enumerate(blocks) if at not in taken
    ]
    if kept:
        assert [name for block in kept for name in block.anchors] == [
            name for block in blocks for name in block.anchors
        ]


@given(BLOCKS, st.lists(st.sampled_from("xyz"), max_size=3))
@settings(max_examples=30)
def test_names_come_before_those_of_the_first_block(blocks: list[Block], names: list[str]) -> None:
    first, *others = named(blocks, names)
    assert first.anchors == (*names, *blocks[0].anchors)
    assert others == blocks[1:]


def test_without_blocks_there_is_no_place() -> None:
    assert named([], ["x"]) == ()
