"""Writing without spaces between words, in which the index takes a whole sentence for one word.

Such texts are indexed a second time with a space around each character, so that a word of theirs is a phrase
of characters. What is typed is spread in the same way.
"""

from __future__ import annotations

import re

CHARACTERS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff"
    "\uff66-\uff9f\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese, as the inside of a character class."""
_CHARACTER = re.compile(f"[{CHARACTERS}]")
_LEADS = tuple(bytes([lead]) for lead in (0xE0, 0xE1, *range(0xE3, 0xEA), 0xEF, 0xF0))
"""The bytes with which they begin in UTF-8: looked for far sooner than the characters are."""


def is_unspaced(text: str) -> bool:
    """Whether any of it is written without spaces."""
    data = b"" if text.isascii() else text.encode(errors="surrogatepass")
    return any(lead in data for lead in _LEADS) and _CHARACTER.search(text) is not None


def spread(text: str) -> str:
    """The text with a space around each character that is written without spaces."""
    return _CHARACTER.sub(r" \g<0> ", text)
