"""Rows made of pieces: in each cell is what its piece has there, in no more stretches than looks differ."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, cast

from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from reader.ui.row_pieces import Piece, Tone
from reader.ui.widgets.pieces import Looks

if TYPE_CHECKING:
    from textual.widget import Widget

PIECES = st.lists(st.builds(Piece, st.text("ab ", max_size=4), st.sampled_from(Tone)), max_size=8)
COLOURS = {f"piece--{tone.value}": Style(color=f"color({at})") for at, tone in enumerate(Tone)}


class Plain:
    """As much of a widget as looks ask for."""

    def __init__(self, *, reverse: bool) -> None:
        self.rich_style = Style(bgcolor="blue", reverse=reverse)

    def get_component_rich_style(self, name: str) -> Style:
        return COLOURS[name]


@given(PIECES, st.integers(0, 4), st.booleans())
def test_each_cell_is_of_its_piece(pieces: list[Piece], after: int, reverse: bool) -> None:
    widget = cast("Widget", Plain(reverse=reverse))
    looks = Looks(widget, widget)
    cells = [(sign, looks.style(piece.tone)) for piece in pieces for sign in piece.text]
    cells += [(" ", looks.style(Tone.PLAIN))] * after
    row = looks.strip(pieces, len(cells))
    shown = [(sign, segment.style) for segment in row for sign in segment.text]
    assert "".join(sign for sign, _ in shown) == "".join(sign for sign, _ in cells)
    for (sign, style), (_, wanted) in zip(shown, cells, strict=True):
        assert style == wanted or (sign == " " and not reverse)
        assert style is not None
        assert style.bgcolor == wanted.bgcolor
    stretches = [segment.style for segment in row]
    assert all(one != other for one, other in pairwise(stretches))
    cut = looks.strip(pieces, len(cells) // 2)
    assert cut.cell_length == len(cells) // 2
    assert row.text.startswith(cut.text)
