"""Scene breaks as people type them: "* * *", "~", "---", "oOo", and what only looks like one."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 200
_PLAIN = frozenset("*~-_=#+.·•●○◦■□▪▫◆◇◊❖§¤°^/\\|<>&%$@`´¨⁂⁎※†‡‐‑‒–—―−×÷¬¦¯…･ﾟ")
"""Characters that make a scene break on their own."""
_FRAME = frozenset("()[]{}:;,'")
"""Characters that stand in one only beside others: alone they are more likely a smiley."""
_LETTERS = frozenset("xXoO0")
_SMILEY = re.compile(
    r"[:;=8][-'^o*]?[()\[\]|/\\<>]+|[()\[\]][-'^o*]?[:;=]|\(?[^\s.*][_.][^\s.*]\)?|\._\.|<3+"
)
_SILENCE = re.compile(r"\.{2,4}|…+")
_NAMED = re.compile(
    r"(?:(?:scene|line|page|section|paragraph|chapter)\s*)?(?:break|divider)|<hr ?/?>", re.IGNORECASE
)


def is_scene_break(text: str) -> bool:
    """Whether a paragraph of just this text is a scene break that somebody typed.

    An unspaced "..." is someone's silence and ":)" is a message; neither is one. Empty text is for the
    caller to judge.
    """
    if len(text) > _LONGEST:
        return False
    marks = "".join(text.split())
    if not marks or _SILENCE.fullmatch(text.strip()) or _SMILEY.fullmatch(marks):
        return False
    if all(mark in _PLAIN or mark in _FRAME or mark in _LETTERS or _is_ornament(mark) for mark in marks):
        letters = [mark for mark in marks if mark in _LETTERS]
        if letters:
            return _is_letter_pattern(letters, bare=len(letters) == len(marks))
        return any(mark not in _FRAME for mark in marks)
    return _is_named(text)


def _is_ornament(mark: str) -> bool:
    """Whether it is a symbol of no other use in prose: stars, hearts, emoji and the marks that vary them."""
    return mark > "\x7f" and (unicodedata.category(mark) in {"So", "Sk", "Mn", "Cf"} or mark in "♯∞∼≈≋〜～")


def _is_letter_pattern(letters: list[str], *, bare: bool) -> bool:
    """Whether x and o stand as in "oOo" or "xxx", the same from both ends: "Ooo" is a cry, "xoxo" a kiss."""
    if letters == letters[::-1]:
        return not bare or len(letters) >= 3 or (letters[0] in "xX" and len(letters) == 1)
    kinds = {letter.lower() for letter in letters}
    return len(letters) >= 6 and "x" in kinds and len(kinds) > 1


def _is_named(text: str) -> bool:
    """Whether it says so in words: "[scene break]", "~ Line Break ~"."""
    words = text.strip(" \t\xa0*~-_=#+.•–—[](){}")
    return len(words) < 40 and _NAMED.fullmatch(words or text.strip()) is not None
