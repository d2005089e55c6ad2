"""Numbers as chapter headings write them: 3, III, Three, Twenty-One, the Third."""

from __future__ import annotations

import re

_ROMAN = re.compile(r"C{0,3}(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})", re.IGNORECASE)
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_SMALL_WORDS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
"""
_ORDINAL_WORDS = """
    zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
"""
_TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL, _SMALL_ORDINALS, _TENS = _SMALL_WORDS.split(), _ORDINAL_WORDS.split(), _TENS_WORDS.split()
_WORDS: dict[str, int] = {
    **{word: value for value, word in enumerate(_SMALL)},
    **{word: value for value, word in enumerate(_SMALL_ORDINALS)},
    **{word: value * 10 for value, word in enumerate(_TENS, 2)},
    **{f"{word[:-1]}ieth": value * 10 for value, word in enumerate(_TENS, 2)},
    **{
        f"{tens} {_names[unit]}": value * 10 + unit
        for value, tens in enumerate(_TENS, 2)
        for unit in range(1, 10)
        for _names in (_SMALL, _SMALL_ORDINALS)
    },
}
NUMBER = (
    r"(?:\d{1,4}|(?:the\s+)?(?:"
    + "|".join(_TENS)
    + r")(?:[\s-]+(?:"
    + "|".join(_SMALL[1:10] + _SMALL_ORDINALS[1:10])
    + r"))?|(?:the\s+)?(?:"
    + "|".join(sorted(_WORDS.keys() - {w for w in _WORDS if " " in w}, key=len, reverse=True))
    + r")|[IVXLCivxlc]+)(?!\w)"
)
"""The pattern of anything `number` may understand, for use without regard to case."""


def number(text: str) -> int | None:
    """The value of a numeral or number word up to 9999, or None where it is neither."""
    words = " ".join(text.lower().replace("-", " ").split()).removeprefix("the ")
    if words.isascii() and words.isdigit():
        return int(words)
    return _WORDS.get(words) or roman(text)


def roman(text: str) -> int | None:
    """The value of a well-formed Roman numeral up to 399 in either case, or None."""
    if not text or not _ROMAN.fullmatch(text):
        return None
    values = [_ROMAN_VALUES[letter] for letter in text.upper()]
    after = [*values[1:], 0]
    return sum(-value if value < following else value for value, following in zip(values, after, strict=True))
