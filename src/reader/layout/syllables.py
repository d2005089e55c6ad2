"""Where syllables of Thai, Lao, Khmer and Burmese begin for certain, told without a dictionary.

These scripts put spaces between phrases, not words, and to know words takes a dictionary. But some spellings
begin or end a syllable and nothing else: a vowel written before its consonant, one that no final consonant
can follow, a consonant with a vowel sign in Khmer, any consonant that isn't muted by an asat in Burmese (the
rule of Ye Kyaw Thu's sylbreak). A line broken there can be read on without a stumble.
"""

from __future__ import annotations

import re
from functools import cache

from reader.layout.cells import is_boundary

_UNSPACED = re.compile("[\u0e01-\u0e2e\u0e81-\u0eae\u1780-\u17a2\u1000-\u1021]")


@cache  # few works need it
def _beginnings() -> re.Pattern[str]:
    return re.compile(
        "(?<=[\u0e01-\u0e3a\u0e45-\u0e4e])(?=[\u0e40-\u0e44][\u0e01-\u0e2e])"
        "|(?<=[\u0e30\u0e33\u0e46])(?=[\u0e01-\u0e2e\u0e40-\u0e44])"
        "|(?<=[\u0e81-\u0ebd\u0ec8-\u0ecd])(?=[\u0ec0-\u0ec4][\u0e81-\u0eae])"
        "|(?<=[\u0eb0\u0eb3\u0ec6])(?=[\u0e81-\u0eae\u0ec0-\u0ec4])"
        "|(?<=[\u1780-\u17d1])(?=[\u1780-\u17a2](?:\u17d2[\u1780-\u17a2])*[\u17b6-\u17c5])"
        "|(?<=[\u1000-\u1038\u103a-\u103e])(?=[\u1000-\u1021](?!\u1037?[\u1039\u103a]))"
    )


def has_unspaced(text: str) -> bool:
    """Whether there is text of such a script in a text."""
    return _UNSPACED.search(text) is not None


def last_syllable(text: str, low: int, high: int) -> int:
    """The last offset from one to another at which a syllable begins for certain, 0 when there is none."""
    begins = _beginnings()
    for offset in range(min(high, len(text) - 1), low - 1, -1):
        if begins.match(text, offset) and is_boundary(text, offset):
            return offset
    return 0
