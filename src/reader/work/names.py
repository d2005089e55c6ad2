"""Names made comparable: without case, width, accents and kinds of quotation mark."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

_QUOTES = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"}


@cache  # a language's name mostly is plain, and that is all there is to fold before a page
def _accents() -> re.Pattern[str]:
    return re.compile("[\u0300-\u036f]")


def fold(text: str) -> str:
    """The text without case, width, accents, kinds of quotation mark and dash, and repeated white space.

    Other punctuation stays, because it is part of a name's meaning ("Ana/Ines" and "Ana & Ines"), and so do
    marks that make another letter of one, as in Japanese.
    """
    if not text.isascii():
        for typed, plain in _QUOTES.items():
            text = text.replace(typed, plain)
    if text.isascii():  # several times as fast, and nearly always so
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return " ".join(unicodedata.normalize("NFKC", _accents().sub("", decomposed)).split())


@lru_cache(maxsize=65536)
def fold_name(name: str) -> str:
    """`fold`, remembered: the same names come again and again."""
    return fold(name)
