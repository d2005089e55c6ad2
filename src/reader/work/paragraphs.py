"""Paragraphs that were run together with nothing between, found again by how sentences and speech end."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.work.quotation import read_emphasis, read_quotes

if TYPE_CHECKING:
    from collections.abc import Mapping

_ENDERS = ".!?…"
_QUOTES = "\"“”„‟«»'‘’‚‹›"
_OPENERS = "“„«‘‚‹"
_JUNCTION = re.compile(
    r"""[.!?…,:)\]*_—–"“”„‟«»'‘’‚‹›-](?=[^\s.,;!?…])|[^\W_](?=["“”„«»'‘’])|[^\W_A-Z](?=[A-Z])"""
)
"""Where one character directly follows another between which a space, or a paragraph's end, would stand."""
_SPACED_END = re.compile(r"""[.!?…]["”»'’)]*\s+["“«„'‘(]*[^\W\d_a-z]""")
_TYPED_BREAK = re.compile(
    r"""(?<=[.!?…"”’')*])(?:(?<!\*)(?:\*{3,40}|(?:\*\ ){2,20}\*)|~{1,40}|(?:~\ ){1,20}~|-{3,80}|"""
    r"""(?:-\ ){2,20}-|_{3,80}|={3,80}|\#{3,40}|(?:\#\ ){1,20}\#|(?:•\ ?){2,20}|x{3,40}|"""
    r"""xXx|oOo)(?=[A-Z"“'‘])""",
    re.VERBOSE,
)
"""A scene break between two sentences. Bounded, or each star of a long row would search all the rest."""
_WORD_BEFORE = re.compile(r"[^\W\d_]+$")
_WORD = re.compile(r"[^\W\d_]+")
_TOKEN_BEFORE = re.compile(r"\S+$")
_FURTHEST = 60
"""Code points looked back for the word or address a junction stands in."""
_TITLES = re.compile(
    r"(?:mr|mrs|ms|mx|dr|st|prof|capt|sgt|lt|col|gen|rev|hon|mt|vs|vol|ch|pg|pp|fig)(?!\w)", re.IGNORECASE
)
"""Abbreviations that a name or a number follows."""
_SUFFIXES = re.compile(
    r"(?:com|net|org|txt|pdf|docx?|jpe?g|png|gif|html?|exe|zip|mp[34]|js|uk|de|fr)(?!\w)", re.IGNORECASE
)
"""How addresses and the names of files end."""
_SAFE_STARTER = re.compile(
    r"(?:he|she|they|we|you|i|the|and|but|then|there|when|what|that|this|these|those|his|her|their|my|our|your|"
    r"if|with|from|after|before|once|now|yes|well|oh|okay|while|who|how|why|where|because|although|maybe|"
    r"perhaps)(?!\w)",
    re.IGNORECASE,
)
"""Words that often begin a sentence and are hardly ever the second half of a name such as "LinkedIn"."""
_STARTER = re.compile(
    rf"{_SAFE_STARTER.pattern}|(?:so|as|at|in|on|no|all|one|an?|its?|for|not)(?!\w)", re.IGNORECASE
)
_RUN_TOGETHER = 0.03
"""Of all ends of sentences, this share without a space is no longer carelessness."""


@dataclass(frozen=True, slots=True)
class _Habits:
    """How a text is written, where that changes what a junction means."""

    tight_ellipses: bool
    """Ellipses are usually followed by the next word without a space."""
    lower_case: bool
    """Sentences begin without a capital."""
    words: Mapping[str, int]
    """How often each word stands in it."""
    emphasis: Mapping[int, bool]
    """Its marks of emphasis, True for those that open."""


def boundaries(text: str) -> list[int]:
    """The positions at which a new paragraph begins in text whose paragraphs were joined without a space.

    In order, none at 0 or at the end. Between two sentences of one paragraph stands a space, so a sentence's
    end that the next one follows directly is a boundary, unless it is an abbreviation, initials, a number,
    an address, a file's name, or an ellipsis within speech. Where a quotation mark stands between them, it
    belongs to the one or the other by whether it closes or opens. Linear in the length of the text.
    """
    quotes = read_quotes(text)
    habits = _habits_of(text)
    found = {position for typed in _TYPED_BREAK.finditer(text) for position in typed.span()}
    opens = iter([*quotes.items(), (len(text), False)])
    ahead, role = next(opens)
    last, inside = -1, False
    for junction in _JUNCTION.finditer(text):
        position = junction.end()
        while ahead < position:
            last, inside = ahead, role
            ahead, role = next(opens)
        if _parts(text, position, quotes, habits, -1 if inside else last, inside=inside):
            found.add(position)
    return sorted(found - {0, len(text)})


def is_run_together(text: str, found: int) -> bool:
    """Whether that many boundaries found in a text are more than a few forgotten spaces."""
    return found > 0 and found >= _RUN_TOGETHER * (found + len(_SPACED_END.findall(text)))


def _habits_of(text: str) -> _Habits:
    tight = len(re.findall(r"(?:\.\.|…)[a-z]", text))
    spaced = len(re.findall(r"(?:\.\.|…)\s[a-z]", text))
    small = len(re.findall(r"[^.][.!?] [a-z]", text))
    large = len(re.findall(r"[.!?] [^\W\d_a-z]", text))
    return _Habits(tight > spaced, small > 2 * large, Counter(_WORD.findall(text)), read_emphasis(text))


def _parts(
    text: str, at: int, quotes: Mapping[int, bool], habits: _Habits, closed: int, *, inside: bool
) -> bool:
    """Whether a paragraph ends before the position and another begins there.

    `closed` is where the last speech closed, or -1; `inside` says that one is still open.
    """
    before, after = text[at - 1], text[at]
    if after in _QUOTES:
        opens = quotes.get(at) is True and (after in "«»" or not text[at + 1 : at + 2].isspace())
        return opens and _ends_before_speech(text, at, quotes, closed)
    if not _begins(text, at, habits):
        return False
    if before in _QUOTES:
        return quotes.get(at - 1) is not True and _ends_speech(text, at - 1, quotes)
    if before in _ENDERS:
        return _ends_sentence(text, at, habits, inside=inside)
    if before == ":" and at > 1 and text[at - 2].isalpha():
        word = _word_before(text, at - 1)
        return len(word) > 2 and word.islower()
    if before in ")]*_:":
        return at > 1 and text[at - 2] in _ENDERS and habits.emphasis.get(at - 1) is not True
    if before in "-–—":
        return at > 1 and text[at - 2].isspace()
    return before.isalnum() and after.isupper() and _is_two_words(text, at, habits)


def _begins(text: str, at: int, habits: _Habits) -> bool:
    """Whether a paragraph may begin with what stands at the position, a quotation mark apart."""
    first = text[at]
    following = text[at + 1 : at + 2]
    if first.isupper() or first in "¿¡":
        return not text.startswith(("XD", "xD"), at)
    if first.isdigit():
        return True
    if first in "([*_:":
        return habits.emphasis.get(at) is not False and (following.isupper() or following in _QUOTES)
    if first in "-–—":
        return (first == "-" and following.isalpha()) or following.isspace()
    return habits.lower_case and first.isalpha()


def _ends_before_speech(text: str, at: int, quotes: Mapping[int, bool], last: int) -> bool:
    """Whether a paragraph may end before an opening quotation mark that stands at the position."""
    before = text[at - 1]
    following = text[at + 1 : at + 2]
    if before in _QUOTES:
        return quotes.get(at - 1) is not True
    if before in _ENDERS or before in ":)]*":
        return True
    speaks = following.isupper() or following in ".…-—'‘"
    if before in "-–—":
        return speaks and not _interrupts(text, at, last)
    return before.isalnum() and speaks


def _interrupts(text: str, at: int, last: int) -> bool:
    """Whether what stands before the position is a remark amid speech, as in “Go”—he rose—“now.”.

    `last` is the position of the closing mark before it, or -1.
    """
    near = last > 0 and at - last < 2 * _FURTHEST
    return near and (text[last + 1] in "-–—" or text[last - 1] == ",")


def _ends_speech(text: str, mark: int, quotes: Mapping[int, bool]) -> bool:
    """Whether a paragraph may end with the closing quotation mark at this position."""
    if quotes.get(mark) is None and text[mark] in _OPENERS:
        return False
    said = text[max(0, mark - 2) : mark].strip()[-1:] if text[mark] in "«»" else text[mark - 1 : mark]
    if not said or said.isspace() or said == ",":
        return False
    if text[mark] in "'’‘" and quotes.get(mark) is None:
        return said in _ENDERS and text[mark + 1].isupper()
    if said.isalnum():
        return text[mark + 1].isupper()
    return True


def _ends_sentence(text: str, at: int, habits: _Habits, *, inside: bool) -> bool:
    """Whether the full stop or other ender before the position ends a sentence and a paragraph."""
    before, after = text[at - 1], text[at]
    if before == "…" or text[max(0, at - 2) : at] in {"..", " ."}:
        broken_off = text[max(0, at - _FURTHEST) : at].rstrip(".… \xa0")
        stammers = _word_before(broken_off, len(broken_off)) == _word_at(text, at)
        return not inside and not stammers and not habits.tight_ellipses and not after.isdigit()
    if before != ".":
        return True
    word = _word_before(text, at - 1)
    if _in_address(text, at):
        return False
    if after.isdigit():
        return len(word) > 2 and word.lower() != "no" and not _TITLES.fullmatch(word)
    following = _word_at(text, at)
    if len(following) == 1 and text[at + 1 : at + 2] == ".":
        return False
    if _SUFFIXES.match(following) or _TITLES.fullmatch(word):
        return False
    if len(word) == 1 and word != "I":
        return _ends_initials(text, at, word, following)
    return True


def _ends_initials(text: str, at: int, letter: str, following: str) -> bool:
    """Whether a full stop after a single letter ends a sentence: not in "J.K. Rowling" or "e.g.This"."""
    dotted = text[max(0, at - 4) : at - 2]
    if letter.islower():
        return dotted.endswith(("a.", "p.")) and letter == "m"
    return _STARTER.match(following) is not None


def _in_address(text: str, at: int) -> bool:
    """Whether the position lies in the address of a page or of a mailbox."""
    before = _TOKEN_BEFORE.search(text[max(0, at - _FURTHEST) : at])
    token = before[0] if before else ""
    return "://" in token or "www." in token.lower() or "@" in token


def _is_two_words(text: str, at: int, habits: _Habits) -> bool:
    """Whether a small letter and a capital that meet are the end and the start of paragraphs without a point.

    Names are written like that too ("McCall"), so both halves must be words by themselves.
    """
    following = _word_at(text, at)
    if not text[at - 1].islower():
        return text[at - 1].isdigit() and _SAFE_STARTER.match(following) is not None
    word = _word_before(text, at)
    if len(word) < 2 or habits.words[word + following] > 1 or text[at + len(following) :][:1] == ".":
        return False
    if _SAFE_STARTER.match(following) and (len(following) > 1 or len(word) > 2):
        return True
    known = habits.words[word] > 0 or word.islower()
    return len(word) > 3 and len(following) > 2 and word.islower() and known and habits.words[following] > 1


def _word_before(text: str, end: int) -> str:
    found = _WORD_BEFORE.search(text[max(0, end - _FURTHEST) : end])
    return found[0] if found else ""


def _word_at(text: str, start: int) -> str:
    found = _WORD.match(text, start)
    return found[0] if found else ""
