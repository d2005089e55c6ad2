"""Laws of a note in its pop-up: how large it is, and where it lies."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.layout.style import PageStyle, Setting
from reader.reading.footnotes import Note
from reader.reading.reading import Place
from reader.ui.reading.note_pop_up import FRAME_CELLS, FRAME_ROWS, Spot, placed, set_note
from reader.work.model import Block, BlockKind

blocks = st.lists(
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=30), max_size=12
).map(
    lambda texts: (
        tuple(Block(BlockKind.PARAGRAPH, " ".join(text)) for text in texts)
        or (Block(BlockKind.PARAGRAPH, ""),)
    )
)


@given(
    blocks=blocks,
    title=st.text(max_size=20),
    width=st.integers(10, 240),
    height=st.integers(3, 80),
    row=st.none() | st.integers(0, 79),
    middle=st.integers(0, 239),
)
def test_a_pop_up_lies_on_the_screen_and_not_on_its_reference(
    blocks: tuple[Block, ...], title: str, width: int, height: int, row: int | None, middle: int
) -> None:
    style = set_note(Note(Place(1, 0), blocks, title), PageStyle(), width, height).style
    wide, high = style.measure + FRAME_CELLS, style.height + FRAME_ROWS
    spot = None if row is None else Spot(min(row, height - 1), min(middle, width - 1))
    x, y = placed((wide, high), width, height, spot)

    assert wide <= max(FRAME_CELLS + 1, width * 0.7)
    assert high <= max(FRAME_ROWS + 1, height * 0.7)
    assert x >= 0
    assert y >= 0
    assert x + wide <= max(width, wide)
    assert y + high <= max(height, high)
    if spot is not None and (spot.row > high or spot.row + high < height - 1):
        assert spot.row not in range(y, y + high)


def test_a_note_in_a_narrow_frame_is_ragged() -> None:
    note = Note(Place(1, 0), (Block(BlockKind.PARAGRAPH, "The lamp was of tin and lead, " * 9),), "Note")
    style = PageStyle(setting=Setting.JUSTIFIED, hyphenation=True)
    assert set_note(note, style, 50, 24).style.setting is Setting.RAGGED
    assert set_note(note, style, 200, 60).style.setting is Setting.JUSTIFIED
