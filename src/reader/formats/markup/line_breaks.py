"""What the line breaks inside one HTML paragraph mean: new paragraphs, lines of verse, or scene breaks."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from reader.formats.markup.inline import Line, Piece, moved, set_indented_line, split_at_breaks
from reader.work.scene_breaks import is_scene_break

_LONGEST_VERSE = 60
"""Code points; lines of a poem, an address or a signature are no longer, as a rule."""
_LONGEST_LINE = 160
"""Code points; lines of a poem that are longer than the rule are no longer than this."""
_LEAST_LINES = 3
"""Lines of a stanza with such long ones."""
_ENDS = frozenset('.!?…"”’»)')
"""What paragraphs end with and most lines of verse do not."""


class Stretch(NamedTuple):
    """A line that was told apart."""

    line: Line
    verse: bool = False
    continues: bool = False
    """True for the lines of a stanza after its first."""


class _Row(NamedTuple):
    line: Line
    gap: int
    """How many breaks stand before it."""


def stretches(pieces: list[Piece]) -> list[Stretch | None]:
    """The paragraphs and lines of verse in one paragraph's pieces; None where blank lines part two scenes.

    One break ends a line of verse where all the lines of a stanza are short, or go on into the next, else a
    paragraph; two end a paragraph or a stanza. Where long paragraphs are parted by one break nearly
    everywhere, two mean a scene break; where by two, three or more do.
    """
    rows = _rows(pieces)
    if not rows:
        return [None]
    gaps = [row.gap for row in rows[1:]]
    wide = sum(gap > 1 for gap in gaps)
    wider = sum(gap > 2 for gap in gaps)
    stanzas = _stanzas(rows)
    if len(gaps) > 3 * wide and any(_has_long_lines(stanza) and not _is_verse(stanza) for stanza in stanzas):
        return _parted([[row] for row in rows], 2)
    scene = 3 if wider * 3 <= wide else 1 + max(gaps, default=0)
    return _parted(stanzas, scene)


def _has_long_lines(rows: list[_Row]) -> bool:
    return any(len(row.line.text) > _LONGEST_VERSE for row in rows)


def _is_verse(rows: list[_Row]) -> bool:
    """Whether rows are the lines of a stanza: short, or long with most of them going on into the next."""
    if len(rows) < 2 or not _has_long_lines(rows):
        return len(rows) > 1
    if len(rows) < _LEAST_LINES:
        return False
    going_on = sum(row.line.text[-1] not in _ENDS for row in rows[:-1])
    return 2 * going_on > len(rows) - 1 and all(len(row.line.text) <= _LONGEST_LINE for row in rows)


def _rows(pieces: list[Piece]) -> list[_Row]:
    """The lines that hold text; anchors in one without go to the next."""
    rows = []
    gap = 0
    carried: list[Piece] = []
    for part in split_at_breaks(pieces):
        line = set_indented_line(carried + part)
        if line.text:
            rows.append(_Row(line, gap))
            gap = 0
            carried = []
        else:
            carried = [piece for piece in carried + part if piece.anchor]
        gap += 1
    return rows


def _stanzas(rows: list[_Row]) -> list[list[_Row]]:
    """The rows in groups that end at wide gaps and around typed scene breaks."""
    groups = [[rows[0]]]
    for before, row in pairwise(rows):
        if row.gap > 1 or is_scene_break(before.line.text) or is_scene_break(row.line.text):
            groups.append([])
        groups[-1].append(row)
    return groups


def _parted(groups: list[list[_Row]], scene: int) -> list[Stretch | None]:
    """The groups one after another, None where `scene` or more breaks stand between two."""
    result: list[Stretch | None] = []
    for group in groups:
        if result and group[0].gap >= scene:
            result.append(None)
        verse = _is_verse(group)
        for index, row in enumerate(group):
            line = row.line if verse else moved(row.line, 0)
            result.append(Stretch(line, verse, verse and index > 0))
    return result
