from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.work.spaces import collapse_spaces, tidy_spaces

NB = "\u00a0"
spaced = st.text(st.sampled_from("ab \n" + NB + "\u3000"), max_size=30)


@given(spaced, st.data())
def test_offsets_go_where_their_text_goes(text: str, data: st.DataObject) -> None:
    offsets = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    collapsed, moved = collapse_spaces(text, offsets)
    assert len(moved) == len(offsets)
    for offset, place in zip(offsets, moved, strict=True):
        assert 0 <= place <= len(collapsed)
        assert "".join(collapsed[:place].split()) == "".join(text[:offset].split())


@given(st.text(st.sampled_from("ab \n"), max_size=30))
def test_the_text_is_the_one_without_offsets(text: str) -> None:
    assert collapse_spaces(text, [])[0] == tidy_spaces(text)
