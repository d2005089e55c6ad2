"""How wide text is in terminal cells, and where it may be cut without splitting a grapheme cluster."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING, Final
from unicodedata import category

from rich import cells as rich_cells
from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Iterator

INVISIBLE: Final = (
    "\x00-\x08\n-\x1f\x7f-\x9f\xad\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
)
"""For a character class of a regular expression: what takes no cell and is never given to a terminal.

Control characters, soft hyphens, zero width spaces, word joiners, and the marks that override the direction
of what follows them, which could make a terminal show a line otherwise than it is.
"""
SOFT_HYPHEN: Final = "\xad"
_PROSE = re.compile(
    "[ -~\xa0-\xac\xae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038e-\u03a1\u03a3-\u0482"
    "\u048a-\u052f\u0531-\u0556\u0561-\u0587\u10d0-\u10ff\u1e00-\u1eff\u2010-\u2027\u202f\u2030-\u205e\u20a0-\u20bf\u2500-\u25fc]*"
)
"""No clusters and no break opportunities besides spaces and dashes, and one cell each where ambiguous ones
are narrow: Latin with what Vietnamese needs, Greek, Cyrillic, Armenian, Georgian, the punctuation of prose,
box drawing."""
_HIDDEN = re.compile(f"[{INVISIBLE}]+")
_JOINER = "\u200d"
_VIRAMAS = "\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d\u1039\u17d2"
"""They make one conjunct of the consonants on either side, or stack them."""
_SPACING = "\u0e33\u0eb3"
"""Vowels of Thai and Lao that are written in part over the consonant before them."""
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]+")
_APART = frozenset({"Ll", "Lu", "Lt", "Lm", "Zs", "Po", "Ps", "Pe", "Pi", "Pf", "Pd", "Nd", "Cc"})
"""General categories whose characters never join the cluster before them."""


class _Widths(dict[str, int]):
    """The cells of single characters, filled as they are met."""

    ambiguous = 1
    """The cells of those that Unicode leaves to the terminal."""

    def __missing__(self, character: str) -> int:
        width = 1 if character == "\t" else 0 if _HIDDEN.match(character) else cell_len(character)
        self[character] = width
        return width


class _Joins(dict[str, bool]):
    """Whether a character belongs to the cluster of the one before it, filled as they are met."""

    def __missing__(self, character: str) -> bool:
        kind = category(character)
        joins = kind not in _APART and (
            kind in {"Mn", "Me", "Mc"} or (_WIDTHS[character] == 0 and not _HIDDEN.match(character))
        )
        joins = joins or (kind == "Lo" and _WIDTHS[character] == 0)  # vowels and finals of Hangul syllables
        joins = joins or character in _SPACING
        self[character] = joins
        return joins


_WIDTHS = _Widths()
_JOINS = _Joins()


def has_wide_ambiguous() -> bool:
    """Whether characters that Unicode leaves to the terminal take two cells."""
    return _WIDTHS.ambiguous > 1


def set_wide_ambiguous(*, wide: bool) -> None:
    """Have characters that Unicode leaves to the terminal take two cells, or one, wherever text is measured.

    Rich and Textual, which know nothing of it, measure with the same table. To be said before anything is
    laid out.
    """
    if wide == has_wide_ambiguous():
        return
    from rich import segment as rich_segment

    from reader.layout.ambiguous import measure_as  # few terminals need it

    measure_as(rich_cells, rich_segment, wide=wide)
    _WIDTHS.ambiguous = 2 if wide else 1
    _WIDTHS.clear()
    _JOINS.clear()


def is_prose(text: str) -> bool:
    """Whether every character stands alone, and a line may be broken at spaces and dashes only."""
    return (text.isascii() and text.isprintable()) or _PROSE.fullmatch(text) is not None


def is_plain(text: str) -> bool:
    """Whether every character takes one cell and stands alone, so that offsets and cells are the same."""
    if text.isascii() and text.isprintable():
        return True
    if _PROSE.fullmatch(text) is None:
        return False
    return _WIDTHS.ambiguous == 1 or sum(map(_WIDTHS.__getitem__, text)) == len(text)


def width(text: str) -> int:
    """The cells that the text takes; what is invisible takes none, a tab takes one."""
    return len(text) if is_plain(text) else offsets(text)[-1]


def offsets(text: str) -> list[int]:
    """For each code point the cells before it, and last the cells of all.

    A cluster's cells count from its first code point: an offset inside it has all of them before it.
    """
    if not has_clusters(text):
        return list(accumulate(map(_WIDTHS.__getitem__, text), initial=0))
    cells = [0]
    for start, end in clusters(text):
        part = text[start:end]
        size = _WIDTHS[part] if end - start == 1 else cell_len(part)
        cells += [cells[-1] + size] * (end - start)
    return cells


def has_clusters(text: str) -> bool:
    """Whether some cluster of the text is longer than a code point."""
    return any(map(_JOINS.__getitem__, text)) or _FLAG.search(text) is not None


def clusters(text: str) -> Iterator[tuple[int, int]]:
    """Where each grapheme cluster of the text starts and ends, in order."""
    start = 0
    for offset in range(1, len(text)):
        if is_boundary(text, offset):
            yield start, offset
            start = offset
    if text:
        yield start, len(text)


def is_boundary(text: str, offset: int) -> bool:
    """Whether the text may be cut at an offset: no accent, variation, joined emoji or flag is torn apart.

    Follows Unicode Standard Annex 29 as far as terminals do: whatever a zero width joiner joins is one
    cluster.
    """
    if not 0 < offset < len(text):
        return True
    before, after = text[offset - 1], text[offset]
    if _HIDDEN.match(before) or _HIDDEN.match(after) or before == "\t":
        return True
    if before == _JOINER or _JOINS[after] or (before in _VIRAMAS and after.isalpha()):
        return False
    if _FLAG.match(after) and _FLAG.match(before):
        first = offset - 1
        while first > 0 and _FLAG.match(text[first - 1]):
            first -= 1
        return (offset - first) % 2 == 0
    return True


def visible(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between two offsets that may be given to a terminal."""
    for hidden in _HIDDEN.finditer(text, start, end):
        if hidden.start() > start:
            yield start, hidden.start()
        start = hidden.end()
    if end > start:
        yield start, end
