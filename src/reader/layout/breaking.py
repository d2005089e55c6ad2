"""Where the lines of a stretch of text begin. Breaks are offsets; no line is built here.

Break opportunities follow Unicode Standard Annex 14 where prose needs it: spaces, dashes inside words, soft
hyphens, zero width spaces, and between Chinese and Japanese characters with the prohibitions of kinsoku. Text
of scripts that have no spaces between words is also broken between syllables where much of a line would stay
empty.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from reader.layout.cells import INVISIBLE, SOFT_HYPHEN, has_clusters, is_boundary, offsets

Breaks = tuple[list[int], frozenset[int]]
"""The offsets at which a block's lines begin, and before which of them a word is divided."""
SPACES = " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
"""White space that lines break at. No-break spaces are none of it."""
_DASHES = "-‐–—…"
SEPARATORS = frozenset("/-._?&=#:;,+@|\\")
"""After these an overlong word, mostly an address, is broken first."""
_CLOSING = (
    "\"'’”»›)\\]}.,:;!?%…‥—–‐\\-、。，．・：；？！‼⁇⁈⁉"
    "゛゜ヽヾゝゞ々〻ー゠）〕］｝〉》」』】〙〗〟｠～〜％‰℃°′″￠"
)
_SMALL_KANA = "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶㇰ-ㇿ｡｣､･ｰ"
_OPENING = "\"'‘“«‹(\\[{¿¡$£¥￥＄（〔［｛〈《「『【〘〖〝｟｢"
_IDEOGRAPHS = (
    "\uac00-\ud7a3\u2e80-\u2fdf\u2ff0-\u2fff\u3001-\u312f\u31a0-\u4dbf\u4e00-\ua4cf\uf900-\ufaff\ufe30-\ufe4f"
    "\uff01-\uff60\uff61-\uff9f\uffe0-\uffe6\U00020000-\U0003fffd"
)
_GLUE = "\xa0\u2007\u202f\u2011"
JOINERS = "\u2060\ufeff"
_DASH_RULE = r"""
    (?<=\w\w[-‐])(?=[^\W\d_]{2})                      # well-known, but neither T-shirt nor w-what
  | (?<=[^\s"'‘“«‹(\[¿¡–—…-][–—…])(?=[\w‘“«‹(\[¿¡])    # said—and, well…maybe, 1914–1918
  | (?<=[^\s"'‘“«‹(\[¿¡–—…-]——)(?=[\w‘“«‹(\[¿¡])
  | (?<=[^\s"'‘“«‹(\[¿¡–—…-]--)(?=[\w‘“«‹(\[¿¡])
"""
_SPACE_SET = frozenset(SPACES)


class Room(NamedTuple):
    """The cells there are for text."""

    first: int
    """In the first line."""
    rest: int
    """In each line after it."""


@cache  # these take milliseconds to compile, and where breaks were kept, or text is plain, few are needed
def _held() -> re.Pattern[str]:
    """Where a word that must be broken anywhere had better not be.

    Between a vowel or a mark of Thai, Lao, Khmer or Burmese and its consonant, and between punctuation and
    what it belongs to.
    """
    return re.compile(
        "(?<=[\u0e40-\u0e44\u0ec0-\u0ec4])"
        "|(?=[\u0e2f\u0e30\u0e32\u0e45\u0e46\u0eaf\u0eb0\u0eb2\u0ec6\u17d4-\u17da\u104a\u104b])"
        f"|(?<=[{_OPENING}])|(?=[{_GLUE}])|(?<![{_GLUE}])(?=[{_CLOSING}])"
    )


@cache
def _dash_opportunity() -> re.Pattern[str]:
    return re.compile(_DASH_RULE, re.VERBOSE)


@cache
def _loose_dash() -> re.Pattern[str]:
    """A dash between spaces: a line begins with it only where nothing else will do."""
    return re.compile("[–—]+[\"'”’»]?(?: |$)")


@cache
def _unshown() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(SPACES)}{INVISIBLE}]*")


@cache
def _passed_over() -> re.Pattern[str]:
    return re.compile(f"(?:(?!{SOFT_HYPHEN})[{re.escape(SPACES)}{INVISIBLE}])*")


@cache
def opportunity() -> re.Pattern[str]:
    """Where a line may begin, for text that is not plain."""
    return re.compile(
        rf"""
        (?<![{JOINERS}])(?![{re.escape(SPACES)}{JOINERS}])(?:
        (?<=[{re.escape(SPACES)}])
      | (?<=\u200b)
      | (?<=\xad)(?=\w)
      | (?<=[\u05be\u0f0b\u1361])(?=\w)                # maqaf, tsheg, Ethiopic word space
      | (?![{_CLOSING}{_SMALL_KANA}])(?:{_DASH_RULE})
      | (?<=[{_IDEOGRAPHS}])(?<![{_OPENING}])(?![{_CLOSING}{_SMALL_KANA}{_GLUE}])
      | (?<![{_OPENING}{_GLUE}])(?=[{_IDEOGRAPHS}])(?![{_CLOSING}{_SMALL_KANA}])
        )""",
        re.VERBOSE,
    )


def choose_breaks(text: str, begin: int, end: int, room: Room, *, plain: bool) -> list[int]:
    """The offset at which each line begins; the first is `begin`.

    `begin` and `end` are where shown text begins and ends (see `shown_end`), `plain` is what `cells.is_plain`
    says of the text. A line is what lies before the next one's beginning without the white space at its end;
    after a soft hyphen it has one cell more, the hyphen.
    """
    if plain:
        return _break_plain(text, begin, end, room)
    return _break_measured(text, begin, end, room)


def after_dash(word: str, offset: int) -> bool:
    """Whether a line may begin at an offset in a word that stands right after a dash."""
    return _dash_opportunity().match(word, offset) is not None


def is_loose_dash(word: str) -> bool:
    """Whether a word is but a dash that stands between spaces."""
    return _loose_dash().fullmatch(word) is not None


def is_held(word: str, offset: int) -> bool:
    """Whether there are better places than an offset to break a word that must be broken anywhere."""
    return _held().match(word, offset) is not None


def shown_end(text: str, start: int, end: int, *, plain: bool) -> int:
    """Where the last character that shows ends, in a stretch that may close with white space."""
    if plain:
        while end > start and text[end - 1] == " ":
            end -= 1
        return end
    while end > start and _unshown().fullmatch(text, end - 1, end):
        end -= 1
    return end


def shown_begin(text: str, start: int, *, plain: bool) -> int:
    """Where the first character that shows stands, at or after an offset."""
    if plain:
        while start < len(text) and text[start] == " ":
            start += 1
        return start
    found = _unshown().match(text, start)
    return found.end() if found else start


def _break_plain(text: str, begin: int, end: int, room: Room) -> list[int]:
    """Greedy breaking where a code point is a cell: nothing is looked at but the end of each line."""
    starts = [begin]
    dashes = [dash for dash in _DASHES if dash in text]
    position, low = begin, shown_begin(text, begin, plain=True) + 1
    limit = begin + room.first  # the first offset that is past the line
    while limit < end:
        cut = text.rfind(" ", low, limit + 1)
        after = _after_dash(text, max(cut + 1, low - 1), limit, dashes) if dashes else 0
        if dashes and not after and cut >= 0:
            cut, after = _before_loose_dash(text, low, cut, dashes)
        if after:
            position = after
        elif cut >= 0:
            position = cut + 1
            while text[position] == " ":
                position += 1
        else:
            position = _within_word(text, low, limit, clustered=False)
        starts.append(position)
        low = position + 1
        limit = position + room.rest
    return starts


def _before_loose_dash(text: str, low: int, cut: int, dashes: list[str]) -> tuple[int, int]:
    """The space to break at and, if not 0, where to instead, so that no line begins with a dash alone.

    The same space when that is not the matter, or there is no earlier opportunity on the line.
    """
    earlier, after = cut, 0
    while earlier >= 0 and not after and _loose_dash().match(text, _past_spaces(text, earlier)):
        last = earlier
        earlier = text.rfind(" ", low, last)
        after = _after_dash(text, max(earlier + 1, low - 1), last, dashes)
    return (earlier if earlier >= 0 else cut), after


def _after_dash(text: str, low: int, limit: int, dashes: list[str]) -> int:
    """Where a line may begin after the last dash between two offsets that allows it, 0 when none does."""
    best = 0
    for dash in dashes:
        at = text.rfind(dash, low, limit)
        while at >= 0:
            if _dash_opportunity().match(text, at + 1):
                best = max(best, at + 1)
                break
            at = text.rfind(dash, low, at)
    return best


def _break_measured(text: str, begin: int, end: int, room: Room) -> list[int]:
    """Greedy breaking by cells, for text with wide, combining or invisible characters."""
    from reader.layout.syllables import has_unspaced, last_syllable  # plain text does without

    cells = offsets(text)
    clustered, unspaced = has_clusters(text), has_unspaced(text)
    starts = [begin]
    position, space = begin, room.first
    while cells[end] - cells[position] > space:
        low = shown_begin(text, position, plain=False) + 1
        edge = cells[position] + space
        fit = bisect_right(cells, edge, position, end + 1) - 1
        found = _last_opportunity(text, low, fit, cells, edge, clustered=clustered)
        if unspaced and cells[found] < edge - space // 3:
            found = last_syllable(text, max(low, found + 1), fit) or found
        position = _past_spaces(text, found) if found else _within_word(text, low, fit, clustered=clustered)
        if position >= end:
            break
        starts.append(position)
        space = room.rest
    return starts


def _past_spaces(text: str, offset: int) -> int:
    """The first offset from one on with something else than white space; a soft hyphen is something else."""
    found = _passed_over().match(text, offset)
    return found.end() if found else offset


def _last_opportunity(text: str, low: int, fit: int, cells: list[int], edge: int, *, clustered: bool) -> int:
    """The last offset from `low` to `fit` at which a line may begin, 0 when there is none.

    White space after `fit` may stand past the edge, since it is not shown.
    """
    past = fit
    while fit >= low and text[past] in _SPACE_SET:
        past += 1
    may_begin, unwelcome = opportunity(), 0
    for offset in range(past, low - 1, -1):
        if not may_begin.match(text, offset) or (clustered and not is_boundary(text, offset)):
            continue
        if text[offset - 1] == SOFT_HYPHEN and cells[offset] >= edge:
            continue
        if not _loose_dash().match(text, offset):
            return offset
        unwelcome = unwelcome or offset
    return unwelcome


def _within_word(text: str, low: int, limit: int, *, clustered: bool) -> int:
    """Where to break a word that is longer than the line: after a separator, else as late as it can be.

    At least one cluster stays on the line, even one wider than it.
    """
    for offset in range(limit, low - 1, -1):
        if text[offset - 1] not in SEPARATORS or text[offset] in SEPARATORS or text[offset] in _GLUE:
            continue
        if not clustered or is_boundary(text, offset):
            return offset
    offset = max(limit, low)
    held = 0
    while offset > low:
        if text[offset - 1] != SOFT_HYPHEN and (not clustered or is_boundary(text, offset)):
            if not is_held(text, offset):
                return offset
            held = held or offset
        offset -= 1
    offset = held or offset
    while clustered and not is_boundary(text, offset):
        offset += 1
    return offset
