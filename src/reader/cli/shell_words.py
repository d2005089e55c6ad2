"""A command line as bash has it while it is typed: the words, and what is to be put in the place of the last.

bash hands a completion the line as it was typed. What readline replaces of it begins after the last of its
word breaks, which are colons and equals signs too, or after a quotation mark that is still open (the bash
manual, "Programmable Completion"; readline's `rl_basic_word_break_characters`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

_BREAKS = ":="
_ESCAPED_IN_QUOTES = '\\"$`'
"""What a backslash escapes between double quotation marks; before anything else it stands for itself."""
_NEEDS_BACKSLASH = re.compile(r"""([^\w@%+,./^:=-])""")


class TypedLine(NamedTuple):
    """A line cut into words, as the shell would hand them to a program."""

    words: tuple[str, ...]
    """The last one is what stands at the cursor: empty after a space."""
    quote: str
    """The quotation mark that is open at the end, if one is."""
    kept: int
    """How many characters of the last word stay: those before what is replaced."""


def split_line(line: str) -> TypedLine:
    """Cut a line that may end amid a quotation."""
    words: list[str] = []
    word, begun, quote, kept, escaped = "", False, "", 0, False
    for character in line:
        if escaped:
            lost = "\\" if quote and character not in _ESCAPED_IN_QUOTES else ""
            word, escaped = f"{word}{lost}{character}", False
        elif character == "\\" and quote != "'":
            escaped = begun = True
        elif quote:
            quote, word = ("", word) if character == quote else (quote, word + character)
        elif character in "'\"":
            quote, begun, kept = character, True, len(word)
        elif character.isspace():
            if begun:
                words.append(word)
            word, begun, kept = "", False, 0
        else:
            word, begun = word + character, True
            if character in _BREAKS:
                kept = len(word)
    return TypedLine((*words, word), quote, kept)


def replacement(candidate: str, typed: TypedLine) -> str | None:
    """What bash is to put there for a candidate; None where it begins otherwise than what stays."""
    if candidate[: typed.kept].lower() != typed.words[-1][: typed.kept].lower():
        return None
    rest = candidate[typed.kept :]
    if typed.quote == "'":
        return rest.replace("'", "'\\''")
    if typed.quote:
        return re.sub(r'([\\"$`])', r"\\\1", rest)
    return _NEEDS_BACKSLASH.sub(r"\\\1", rest)
