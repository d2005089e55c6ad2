"""Pieces of running text with their styles, and the line of text and spans that they make."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.work.model import Span, Style
from reader.work.spaces import collapse_spaces, mend_spaces, tidy_spaces

_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""Controls, what overrides the direction of text (either could make a terminal show what is not there), and
halves of characters, which no file can hold."""
_SPACES_AMONG_THEM = "\x0b\x0c\x85\u2028\u2029"
_INDENT = re.compile("[ \t\n\r\f]*([\xa0\u2000-\u200a\u202f\u3000][ \xa0\u2000-\u200a\u202f\u3000]*)")
_DEEPEST_INDENT = 24
"""Spaces."""
_TAB = " " * 4
_ENDS = re.compile("[\t\n\r]+")


class Piece(NamedTuple):
    """A stretch of text as the source has it, in one style. An anchor is a piece without text."""

    text: str
    style: Style = Style.PLAIN
    link: str = ""
    anchor: str = ""


class Line(NamedTuple):
    """What a block is made of."""

    text: str
    spans: tuple[Span, ...] = ()
    anchors: tuple[str, ...] = ()

    @property
    def indent(self) -> int:
        """How many spaces it begins with."""
        return len(self.text) - len(self.text.lstrip(" "))


BREAK = Piece("\n")
"""The end of a line that the source asks for, told from others by identity."""


def without_controls(text: str) -> str:
    """The text without characters that steer a terminal; line and paragraph separators are spaces."""
    if text.isprintable():  # most is, and none of them is
        return text
    return _UNWANTED.sub(lambda found: " " if found[0] in _SPACES_AMONG_THEM else "", text)


def one_line(text: str) -> str:
    """A name, a title or an address as it may be kept: without controls, line ends and tabs."""
    return text if text.isprintable() else _ENDS.sub(" ", without_controls(text)).strip()


def set_line(pieces: list[Piece]) -> Line:
    """The line that the pieces make, white space collapsed and stray no-break spaces gone."""
    if len(pieces) == 1:
        piece = pieces[0]
        text = tidy_spaces(piece.text)
        plain = not (piece.style or piece.link)
        spans = () if plain or not text else (Span(0, len(text), piece.style, piece.link),)
        return Line(text, spans, (piece.anchor,) if piece.anchor else ())
    text, ends = collapse_spaces("".join([piece.text for piece in pieces]), _ends(pieces))
    return Line(mend_spaces(text), _spans(text, pieces, ends), _anchors(pieces))


def set_indented_line(pieces: list[Piece]) -> Line:
    """The same with the no-break spaces at its beginning kept, as spaces: the indent of a verse."""
    line = set_line(pieces)
    indent = _INDENT.match("".join([piece.text for piece in pieces]))
    return moved(line, min(len(indent[1]), _DEEPEST_INDENT)) if indent and line.text else line


def set_verbatim(pieces: list[Piece]) -> Line:
    """The line with its spaces kept, except those at its end."""
    expanded = [piece._replace(text=piece.text.replace("\t", _TAB).replace("\r", "")) for piece in pieces]
    text = "".join([piece.text for piece in expanded]).replace("\xa0", " ").rstrip()
    ends = [min(end, len(text)) for end in _ends(expanded)]
    return Line(text, _spans(text, expanded, ends), _anchors(pieces))


def moved(line: Line, indent: int) -> Line:
    """The line with another indent, in spaces."""
    shift = indent - line.indent
    if not shift:
        return line
    spans = tuple(Span(span.start + shift, span.end + shift, span.style, span.link) for span in line.spans)
    return Line(" " * indent + line.text.lstrip(" "), spans, line.anchors)


def joined(lines: list[Line], between: str) -> Line:
    """The lines as one."""
    spans: list[Span] = []
    at = 0
    for line in lines:
        spans += [Span(span.start + at, span.end + at, span.style, span.link) for span in line.spans]
        at += len(line.text) + len(between)
    anchors = tuple(anchor for line in lines for anchor in line.anchors)
    return Line(between.join(line.text for line in lines), tuple(spans), anchors)


def split_at_breaks(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces of each line."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece is BREAK:
            lines.append([])
        else:
            lines[-1].append(piece)
    return lines


def _ends(pieces: list[Piece]) -> list[int]:
    ends = []
    at = 0
    for piece in pieces:
        at += len(piece.text)
        ends.append(at)
    return ends


def _anchors(pieces: list[Piece]) -> tuple[str, ...]:
    return tuple([piece.anchor for piece in pieces if piece.anchor])


def _spans(text: str, pieces: list[Piece], ends: list[int]) -> tuple[Span, ...]:
    """The spans of the pieces that end there: like neighbours as one, none beginning or ending in a space."""
    stretches: list[tuple[int, int, Style, str]] = []
    start = 0
    for piece, end in zip(pieces, ends, strict=True):
        if end > start:
            if stretches and stretches[-1][2] is piece.style and stretches[-1][3] == piece.link:
                stretches[-1] = (stretches[-1][0], end, piece.style, piece.link)
            else:
                stretches.append((start, end, piece.style, piece.link))
            start = end
    spans = []
    for first, last, style, link in stretches:
        if style or link:
            part = text[first:last]
            begin = first + len(part) - len(part.lstrip())
            end = last - len(part) + len(part.rstrip())
            if begin < end:
                spans.append(Span(begin, end, style, link))
    return tuple(spans)
