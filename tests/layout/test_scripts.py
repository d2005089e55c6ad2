"""Lines of scripts that have no spaces, of ones that run from right to left, and of words without an end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.layout.cells import width
from reader.layout.pages import lay_out
from reader.layout.style import PageStyle, Setting
from reader.work.model import Block, BlockKind, Chapter

NEVER_FIRST = (
    "、。，．・：；？！‼⁇⁈⁉）］｝〉》」』】〙〗ヽヾゝゞ々〻ー"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶㇰㇷ…—゠％℃"
)
"""Line-start prohibition of JIS X 4051."""
NEVER_LAST = "（［｛〈《「『【〘〖〝￥＄"
"""Line-end prohibition."""


J = Setting.JUSTIFIED


def rows(text: str, measure: int, *, setting: Setting = Setting.RAGGED, rtl: bool = False) -> list[str]:
    whole = setting is Setting.JUSTIFIED
    style = PageStyle(measure=measure, height=200, setting=setting, whole=whole, indent=False)
    layout = lay_out(Chapter(1, "", "chapter", (Block(BlockKind.PARAGRAPH, text, rtl=rtl),)), style)
    lines = [line for index in range(len(layout.pages)) for line in layout.lines(index)]
    return ["".join(run.text + run.tail for run in line.runs) for line in lines]


@example("————〈、、、北—々", 11, Setting.RAGGED)
@given(
    st.text("東西南北かな한국" + NEVER_FIRST + NEVER_LAST, min_size=1, max_size=60),
    st.integers(8, 24),
    st.sampled_from(Setting),
)
def test_kinsoku(text: str, measure: int, setting: Setting) -> None:
    lines = [line.replace(" ", "") for line in rows(text, measure, setting=setting)]
    for before, line in pairwise(lines):
        both = before + line
        allowed = [
            at for at in range(1, len(both)) if both[at] not in NEVER_FIRST and both[at - 1] not in NEVER_LAST
        ]
        if allowed and allowed[0] <= len(before):
            assert len(before) in allowed


def test_korean_breaks_between_syllables() -> None:
    assert rows("한국어로 쓰인 이야기", 8) == ["한국어로", "쓰인 이", "야기"]


def test_no_line_begins_with_a_space_where_korean_is_justified() -> None:
    lines = rows("등대지기는 아무 문제도 없다고 편지를 썼지만, 새 등과 기름 조금을 부탁했다.", 14, setting=J)
    assert not any(line.startswith(" ") for line in lines)
    assert [width(line) for line in lines[:-1]] == [14] * (len(lines) - 1)


@pytest.mark.parametrize(
    ("text", "measure", "lines"),
    [
        ("没有亮起来。守塔人说：“一切安好", 17, ["没有亮起来。 守塔", "人说：“一切安好"]),
        ("他说好（一九〇七年）他走了吗不", 21, ["他说好 （一九〇七年）", "他走了吗不"]),
        ("那Python很好用我不信你", 15, ["那 Python很好用", "我不信你"]),
        ("东西南北东西南北", 7, ["东西南", "北东西", "南北"]),
    ],
)
def test_chinese_is_spread_where_there_is_a_rest(text: str, measure: int, lines: list[str]) -> None:
    assert rows(text, measure, setting=J) == lines


@pytest.mark.parametrize(
    ("text", "measure", "lines"),
    [
        ("ภาษา\u200bไทย\u200bไม่มี", 5, ["ภาษา", "ไทย", "ไม่มี"]),
        ("เเเเเ", 3, ["เเเ", "เเ"]),
        ("กกกเก", 4, ["กกก", "เก"]),
        ("กกกกะ", 4, ["กกก", "กะ"]),
        ("กกำกำ", 4, ["กกำ", "กำ"]),
    ],
)
def test_thai_breaks_at_zero_width_spaces_else_between_clusters(
    text: str, measure: int, lines: list[str]
) -> None:
    assert rows(text, measure) == lines


@pytest.mark.parametrize(
    ("text", "measure", "lines"),
    [
        ("ประภาคารไม่เคยสว่างขึ้นเลย", 14, ["ประภาคารไม่", "เคยสว่างขึ้นเลย"]),
        ("ຝົນຕົກໝົດຄືນແຕ່ປະພາຄານບໍ່ເຄີຍ", 12, ["ຝົນຕົກໝົດຄືນແຕ່ປະ", "ພາຄານບໍ່ເຄີຍ"]),
        ("ភាសាខ្មែរភាសា", 5, ["ភាសាខ្មែរ", "ភាសា"]),
        ("မြန်မာဘာသာစကား", 4, ["မြန်မာဘာ", "သာစကား"]),
        ("ကျွန်တော်", 2, ["ကျွန်", "တော်"]),
        ("བོད་སྐད་བོད་ཡིག", 4, ["བོད་", "སྐད་", "བོད་", "ཡིག"]),
    ],
)
def test_scripts_without_spaces_are_broken_between_syllables(
    text: str, measure: int, lines: list[str]
) -> None:
    assert rows(text, measure) == lines


def test_a_space_is_where_to_break_them_if_the_line_is_not_short() -> None:
    assert rows("ฝนตกทั้งคืน แต่ประภาคาร", 12) == ["ฝนตกทั้งคืน", "แต่ประภาคาร"]
    assert rows("ฝน แต่ประภาคารไม่เคยสว่าง", 14) == ["ฝน แต่ประภาคาร", "ไม่เคยสว่าง"]


@given(
    st.lists(
        st.sampled_from(["ภาษาไทย", "ພາສາລາວ", "ភាសាខ្មែរ", "မြန်မာဘာသာ", "क्षत्रिय", "\u200b", " "]), max_size=12
    ),
    st.integers(4, 20),
    st.sampled_from(Setting),
)
def test_scripts_without_spaces_never_overflow(words: list[str], measure: int, setting: Setting) -> None:
    text = "".join(words).strip(" \u200b")
    lines = rows(text, measure, setting=setting)
    assert all(width(line) <= measure for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\u200b", "")


@pytest.mark.parametrize(
    ("text", "measure", "lines"),
    [
        (
            "see https://example.org/a/long_way?with=words&more=of-them now",
            24,
            ["see", "https://example.org/a/", "long_way?with=words&", "more=of-them now"],
        ),
        ("Aaaaaaaaaaaaaaaaaaaaaaaaargh!", 12, ["Aaaaaaaaaaaa", "aaaaaaaaaaaa", "argh!"]),
        ("e\u0301" * 9, 4, ["e\u0301" * 4, "e\u0301" * 4, "e\u0301"]),
        ("👩\u200d🚀" * 5, 4, ["👩\u200d🚀" * 2, "👩\u200d🚀" * 2, "👩\u200d🚀"]),
    ],
)
def test_words_that_no_line_can_hold_are_broken_where_they_may_be(
    text: str, measure: int, lines: list[str]
) -> None:
    assert rows(text, measure) == lines


def test_an_address_is_broken_as_well_where_breaks_are_chosen_together() -> None:
    lines = rows(
        "see https://example.org/a/long_way?with=words&more=of-them now", 24, setting=Setting.JUSTIFIED
    )
    assert all(len(line) <= 24 for line in lines)
    assert all(line[-1] in "/?&._=-: " for line in lines if line.startswith("http"))


def test_right_to_left_text_is_in_logical_order() -> None:
    assert rows("שלום world, עולם", 30, rtl=True) == ["שלום world, עולם"]


CHINESE, JAPANESE, KOREAN = "东西南北都是海。", "海はまだ暗かった。", "바다는 아직 어두웠다."


def first_columns(*texts: str, language: str = "", **style: object) -> list[int]:
    """The columns in which some paragraphs of a line each begin."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in texts)
    layout = lay_out(Chapter(1, "", "chapter", blocks), PageStyle(language=language, **style))  # type: ignore[arg-type]  # as given
    return [line.runs[0].column for line in layout.lines(0) if line.runs]


@pytest.mark.parametrize(
    ("text", "language", "indent"),
    [
        (CHINESE, "", 4),
        ("“" + CHINESE, "en", 4),
        ("OK.", "zh-Hans", 4),
        (JAPANESE, "", 2),
        (JAPANESE, "zh", 2),
        ("東西南北。", "ja", 2),
        ("「" + JAPANESE + "」", "ja", 0),
        (KOREAN, "", 2),
    ],
)
def test_east_asian_paragraphs_are_all_set_in_by_whole_characters(
    text: str, language: str, indent: int
) -> None:
    assert first_columns(text, text, language=language) == [indent, indent]
    assert first_columns(text, text, language=language, indent=False) == [0, 0]


@pytest.mark.parametrize(("text", "language"), [("east and west", "en"), ("été", "fr"), ("漢 means Han", "")])
def test_of_western_paragraphs_those_after_another_are_set_in(text: str, language: str) -> None:
    assert first_columns(text, text, language=language) == [0, 3]
