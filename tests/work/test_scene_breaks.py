from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.work.scene_breaks import is_scene_break


@pytest.mark.parametrize(
    "text",
    [
        "* * *", "***", "*", "~", "~*~", "---", "—", "- - -", "#", "# # #", "xxx", "xXx", "x x x", "X", "-x-",
        "oOo", "-oOo-", "o0o", "oOoOoOo", "XoXoXoXo", "+++", "===", "_____", "•", "• • •", "⁂", "❖", "☆☆☆",
        "🌊🌊🌊", "❤️", ". . .", ".", "-----------------", "<hr>", "[scene break]", "~ Line Break ~",
        "--*--", "(*)", "\u00a0* * *\u00a0", "*:･ﾟ✧",
    ],
)  # fmt: skip
def test_what_people_type_between_scenes(text: str) -> None:
    assert is_scene_break(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "   ", "...", "…", "I", "V", "Ooo", "Ooooo", "xoxo", "XOXO", "O", ":)", ":-)", "=)", "^_^", "<3",
        "?!", "!", '"', "1", "12", "No", "Ox", "“…”", "*sighs*", "~ Ines ~", "Breakfast", "I. The Quay",
        "T_T", "o.O", "---and then she left.",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_scene_break(text: str) -> None:
    assert not is_scene_break(text)


@given(
    st.text(st.characters(categories=["Ll", "Lu", "Nd"], exclude_characters="xXoO0"), min_size=1), st.text()
)
def test_text_with_other_letters_is_one_only_by_name(word: str, rest: str) -> None:
    text = word + rest
    if is_scene_break(text):
        assert any(name in text.lower() for name in ("break", "divider", "hr"))


def test_nothing_long_is_a_scene_break() -> None:
    assert not is_scene_break("* " * 5000)
