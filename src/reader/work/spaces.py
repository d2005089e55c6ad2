"""Spaces in a block's text: which no-break spaces are meant, and ellipses that must not be torn apart."""

from __future__ import annotations

import re
from collections import deque

_RUN = re.compile(
    "[ \t\n\r\xa0\u1680\u2000-\u2006\u2008\u202f\u205f\u3000]{2,}|[\t\n\r\u1680\u2000-\u2006\u2008\u205f]"
)
"""White space that becomes one space. A thin or hair space is meant, a single ideographic space too."""
_EDGES = " \t\n\r\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_NO_BREAK = re.compile("[\xa0\u202f]")
_UNITS = (
    "[kcmµn]?m[²³23]?|[kmµ]?g|[mc]?l|L|h|min|s|ms|kHz|MHz|GHz|Hz|[kMGT]?B|[kM]?W|V|A|°[CF]?|[CFK]|"
    "mph|km/h|ft|lbs?|oz|mi|yd|a\\.?m|p\\.?m|AM|PM|A\\.M|P\\.M|BC|AD|%|‰|€|£|\\$|¥|Uhr|heures?|euros?"
)
_MEANT = re.compile(
    rf"""
    (?<=\d)[\xa0\u202f](?=\d{{3}}(?!\d))        # 10 000
  | [\xa0\u202f](?=[;:!?»›%…])                  # French punctuation, and the ellipsis after a word
  | (?<=[«‹])[\xa0\u202f]
  | (?:(?<=^[—–])|(?<=\s[—–]))[\xa0\u202f]       # the dash that opens speech
  | (?<=\d)[\xa0\u202f](?=(?:{_UNITS})(?!\w))   # a number and its unit
  | (?<=\bMr)[\xa0\u202f] | (?<=\bDr)[\xa0\u202f] | (?<=\bMrs)[\xa0\u202f]
  | (?<=\b(?:Mr|Ms|Dr|St|Mt|No|pp|Nr|Sr|Jr)\.)[\xa0\u202f] | (?<=\bMrs\.)[\xa0\u202f] | (?<=\bMme)[\xa0\u202f]
  | (?<=\b\w\.)[\xa0\u202f](?=\w)               # initials
    """,
    re.VERBOSE,
)
_SPACED_ELLIPSIS = re.compile(
    "(?P<before>(?<=[^\\s.])[ \xa0]+)?(?<!\\.)(?P<dots>\\.(?:[ \xa0]+\\.){2,}(?:[ \xa0]+[?!,;])?)"
)


def tidy_spaces(text: str) -> str:
    """The text with white space collapsed and trimmed, and every no-break space one that is meant.

    For text without spans: its length may change. Where offsets into it are kept, use `collapse_spaces` and
    then `mend_spaces`.
    """
    collapsed = text if _is_plain(text) else _RUN.sub(" ", text)
    return mend_spaces(collapsed.strip(_EDGES))


def _is_plain(text: str) -> bool:
    """Whether its only white space is single spaces, told far sooner than by a pattern."""
    return "  " not in text and text.isprintable()  # of all white space the space alone is printable


def collapse_spaces(text: str, offsets: list[int]) -> tuple[str, list[int]]:
    """The text with white space collapsed and trimmed, and where ascending offsets into it have gone."""
    first = len(text) - len(text.lstrip(_EDGES))
    last = max(first, len(text.rstrip(_EDGES)))
    if _is_plain(text):
        return text[first:last], [min(max(offset, first), last) - first for offset in offsets]
    parts, moved = [], []
    done, length = first, 0  # code points of `text` behind us, and what became of them
    waiting = deque(min(max(offset, first), last) for offset in offsets)
    for run in _RUN.finditer(text, first, last):
        while waiting and waiting[0] <= run.start():
            moved.append(length + waiting.popleft() - done)
        parts += [text[done : run.start()], " "]
        length += run.start() - done + 1
        done = run.end()
        while waiting and waiting[0] < done:
            moved.append(length)
            waiting.popleft()
    parts.append(text[done:last])
    moved += [length + offset - done for offset in waiting]
    return "".join(parts), moved


def mend_spaces(text: str) -> str:
    """The text, of the same length, with stray no-break spaces as spaces and ellipses held together.

    Editors and archives leave no-break spaces where italics begin or a space was typed twice; kept, they
    would stop lines from breaking. Those in numbers, before units and around French punctuation are meant.
    In `. . .` every space becomes a no-break space, and so does the one before, so that no line starts with
    a dot.
    """
    if "\xa0" in text or "\u202f" in text:
        meant = {match.start() for match in _MEANT.finditer(text)}
        text = _NO_BREAK.sub(lambda found: found[0] if found.start() in meant else " ", text)
    return _SPACED_ELLIPSIS.sub(_held_together, text) if ". ." in text or ".\xa0." in text else text


def _held_together(ellipsis: re.Match[str]) -> str:
    return ellipsis[0].replace(" ", "\xa0")
