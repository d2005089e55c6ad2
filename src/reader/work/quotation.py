"""Which quotation marks of a text open and which close, straight ones and run-together ones included."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_DOUBLE = re.compile('["“”„‟«»]')
_SINGLE = re.compile("(?<![^\\W_])['‘’‚‹›]|['‘’‚‹›](?![^\\W_])")
"""Apostrophes inside a word are none."""
_ELISION = re.compile(
    r"['’](?:em|til|till|cause|tis|twas|bout|round|nd|n|kay|d|s|ll|re|ve|\d0s)\b", re.IGNORECASE
)
_SPEECH_END = re.compile("[.,!?…—-]['’‘](?=[\\s'’‘\"“”A-Z]|$)")
_USUAL = {"“": True, "”": False, "„": True, "‟": True, "«": True, "»": False}
_USUAL_SINGLE = {"‘": True, "’": False, "‚": True, "‹": True, "›": False}
_ENDERS = ".!?…"
_SPACES = " \n\t"
"""No no-break space: in French it stands inside the marks."""
_EMPHASIS = (
    re.compile(r"(?<!\*)\*(?!\*)"),
    re.compile("(?<!_)_(?!_)"),
    re.compile(r"(?<![\w:/]):(?=\w)|(?<=[\w.!?…,]):(?=\s|[A-Z])"),
)
"""Asterisks, underscores, and the colons that some put around thoughts and telepathy."""
_OPENING_BRACKETS = "([{"

_OPENS_AFTER = {"space": 0.0, "dash": 1.0, "end": 1.0, "quote": 0.5, "comma": 2.5, "word": 3.0, "other": 1.5}
_OPENS_BEFORE = {
    "space": 4.0,
    "capital": 0.0,
    "word": 0.3,
    "point": 3.0,
    "quote": 1.0,
    "dash": 1.0,
    "other": 0.3,
}
_CLOSES_AFTER = {"space": 4.0, "dash": 0.5, "end": 0.0, "quote": 0.5, "comma": 0.0, "word": 0.5, "other": 0.5}
_CLOSES_BEFORE = {
    "space": 0.0,
    "capital": 0.5,
    "word": 2.0,
    "point": 0.0,
    "quote": 0.5,
    "dash": 0.0,
    "other": 1.0,
}
"""How much each neighbour speaks against a mark opening or closing."""
_OPENED_TWICE = 2.5
_OPENED_TWICE_AFTER_SENTENCE = 1.5
"""Speech of several paragraphs opens anew in each, and closes only in the last."""
_CLOSED_TWICE = 3.0


def read_quotes(text: str) -> dict[int, bool]:
    """The positions of a text's quotation marks, in order; True for those that open.

    Marks inside others' quotation (single ones in most books, double ones in some) are left out. Of all ways
    to read the straight marks the one is taken that fits best what stands beside each mark and in which
    opening and closing alternate most: the cheapest path through two states, in linear time (Viterbi).
    """
    single = len(_DOUBLE.findall(text)) < len(_SPEECH_END.findall(text))
    marks = [found.start() for found in (_SINGLE if single else _DOUBLE).finditer(text)]
    if single:
        marks = [position for position in marks if not _is_apostrophe(text, position)]
        return _alternating(text, marks, _fixed(text, marks, _USUAL_SINGLE, ambiguous="'"))
    return _alternating(text, marks, _fixed(text, marks, _USUAL, ambiguous='"'))


def read_emphasis(text: str) -> dict[int, bool]:
    """The positions of marks that emphasise words; True for those that stand before the words."""
    roles: dict[int, bool] = {}
    for sort in _EMPHASIS:
        roles |= _alternating(text, [found.start() for found in sort.finditer(text)], {})
    return roles


def _is_apostrophe(text: str, position: int) -> bool:
    """Whether a single mark stands for letters left out, or for a plural's possession."""
    before = text[position - 1] if position else " "
    return _ELISION.match(text, position) is not None or (before.isalnum() and text[position] != "‘")


def _fixed(text: str, marks: list[int], usual: Mapping[str, bool], *, ambiguous: str) -> dict[str, bool]:
    """For each sort of mark with a shape of its own, whether it opens in this text.

    Languages differ: a mark that opens in English closes in German. Where it stands among spaces decides.
    """
    votes: dict[str, int] = {}
    low = "„" in text or ("‚" in text and "‚" in usual)
    for position in marks:
        mark = text[position]
        before = position == 0 or text[position - 1] in _SPACES
        after = position + 1 == len(text) or text[position + 1] in _SPACES
        votes[mark] = votes.get(mark, 0) + before - after
    return {
        mark: votes.get(mark, 0) > 0 if abs(votes.get(mark, 0)) > 2 else opens and not (low and mark in "“‘")
        for mark, opens in usual.items()
        if mark not in ambiguous
    }


def _alternating(text: str, marks: list[int], fixed: Mapping[str, bool]) -> dict[int, bool]:
    """The cheapest reading of the marks in turn. State: outside or inside quotation, after each mark."""
    outside, inside = 0.0, 3.0
    choices: list[tuple[bool, bool]] = []
    for position in marks:
        before = _before(text, position)
        opening, closing = _costs(text, position, before, fixed)
        again = _OPENED_TWICE_AFTER_SENTENCE if before == "end" else _OPENED_TWICE
        from_inside = inside + again < outside
        closed_from_outside = outside + _CLOSED_TWICE < inside
        choices.append((closed_from_outside, from_inside))
        outside, inside = (
            (outside + _CLOSED_TWICE if closed_from_outside else inside) + closing,
            (inside + again if from_inside else outside) + opening,
        )
    roles: dict[int, bool] = {}
    state = inside < outside
    for position, (closed_from_outside, from_inside) in zip(reversed(marks), reversed(choices), strict=True):
        roles[position] = state
        state = from_inside if state else not closed_from_outside
    return dict(reversed(roles.items()))


def _costs(text: str, position: int, before: str, fixed: Mapping[str, bool]) -> tuple[float, float]:
    """What it costs to read a mark as opening, and as closing."""
    role = fixed.get(text[position])
    if role is not None:
        return (0.0, 6.0) if role else (6.0, 0.0)
    after = _after(text, position)
    return _OPENS_AFTER[before] + _OPENS_BEFORE[after], _CLOSES_AFTER[before] + _CLOSES_BEFORE[after]


def _before(text: str, position: int) -> str:
    character = text[position - 1] if position else " "
    if character.isspace() or character in _OPENING_BRACKETS:
        return "space"
    if character.isalnum():
        return "word"
    if character in _ENDERS:
        return "end"
    if character in ",;:":
        return "comma"
    if character in "-–—":
        return "dash"
    return "quote" if character in "\"'“”‘’„«»" else "other"


def _after(text: str, position: int) -> str:
    character = text[position + 1] if position + 1 < len(text) else " "
    if character.isspace():
        return "space"
    if character.isupper():
        return "capital"
    if character.isalnum():
        return "word"
    if character in "-–—":
        return "dash"
    if character in ",;:!?)]}" or (character == "." and text[position + 2 : position + 3] != "."):
        return "point"
    return "quote" if character in "\"'“”‘’„«»" else "other"
