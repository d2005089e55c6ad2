"""Names made comparable: without case, width, accents and kinds of quotation mark."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ACCENTS = re.compile("[\u0300-\u036f]")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


@lru_cache(maxsize=65536)
def fold_name(name: str) -> str:
    """The name without case, width, accents, kinds of quotation mark and dash, and repeated white space.

    Other punctuation stays, because it is part of a name's meaning ("Ana/Ines" and "Ana & Ines"), and so do
    marks that make another letter of one, as in Japanese.
    """
    decomposed = unicodedata.normalize("NFKD", name).casefold()
    plain = unicodedata.normalize("NFKC", _ACCENTS.sub("", decomposed))
    return " ".join(plain.translate(_QUOTES).split())
