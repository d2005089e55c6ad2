"""The lines on one page of a PDF, from what PDFium knows of each character.

Source: the comments of PDFium's fpdf_text.h and fpdf_doc.h.
"""

from __future__ import annotations

import ctypes
import math
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.formats.pdf.lines import Line, Run
from reader.work.model import Style

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_CHARACTERS = 200_000
_MOST_LINKS = 2000
_HYPHENS = "\x02\ufffe"
"""What PDFium puts for a hyphen at the end of a line."""
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
    | dict.fromkeys(_HYPHENS, "\xad")
)
_SLANTED = ("italic", "oblique", "slanted", "-it", "cmti")
_BOLD = ("bold", "black", "heavy", "cmbx")
_LINE = re.compile(r"[^\r\n]+")
_WORD_END = re.compile(r"[ \-—–/]")
"""After these a line may end."""


class _Segment(NamedTuple):
    """A stretch of characters that were drawn together, from the index `at` on the page."""

    at: int
    text: str
    style: Style
    link: str
    left: float
    right: float
    base: float
    size: float


class _Link(NamedTuple):
    address: str
    left: float
    bottom: float
    right: float
    top: float


class PageReader:
    """One page while it is read. `count` is how many characters it holds."""

    def __init__(self, page: Any, number: int, raw: Any) -> None:
        self._page = page
        self._number = number
        self._raw = raw
        self._text = page.get_textpage()
        self.count = min(self._text.count_chars(), _MOST_CHARACTERS)
        self._whole = self._text.get_text_range(0, self.count) if self.count > 0 else ""
        if len(self._whole) != self.count:
            codes = [raw.FPDFText_GetUnicode(self._text, index) for index in range(self.count)]
            self._whole = "".join(map(chr, codes))

    def close(self) -> None:
        """Let go of it."""
        self._text.close()

    def lines(self) -> Iterator[Line]:
        """The lines of the page."""
        line: list[_Segment] = []
        beside = False
        for segment in self._segments():
            if line and not _goes_on(line[-1], segment):
                yield self._line(line, beside=beside)
                beside = abs(segment.base - line[-1].base) < 0.4 * segment.size
                beside = beside and segment.left > line[-1].right
                line = []
            if line or segment.text.strip():
                line.append(segment)
        if line:
            yield self._line(line, beside=beside)

    def has_picture(self) -> bool:
        """Whether anything is drawn on it."""
        return bool(self._raw.FPDFPage_CountObjects(self._page))

    def _line(self, segments: list[_Segment], *, beside: bool) -> Line:
        seen = [segment for segment in segments if segment.text.strip()]
        largest = max(seen, key=lambda segment: segment.size)
        return Line(
            runs=tuple(Run(segment.text, segment.style, segment.link) for segment in segments),
            page=self._number,
            left=segments[0].left,
            right=max(segment.right for segment in seen),
            base=largest.base,
            size=largest.size,
            first=self._first_word(segments),
            beside=beside,
        )

    def _first_word(self, segments: list[_Segment]) -> float:
        """The width of a line's first word."""
        for segment in segments:
            ending = _WORD_END.search(segment.text, 1)
            if ending:
                box = self._box(segment.at + ending.start())
                return float((box.left if ending[0] == " " else box.right) - segments[0].left)
        return segments[-1].right - segments[0].left

    def _segments(self) -> Iterator[_Segment]:
        """The text in stretches of one object and one link."""
        links = list(self._links())
        for start, end in self._stretches():
            yield from self._linked(start, end, links)

    def _stretches(self) -> Iterator[tuple[int, int]]:
        """Where the characters of one object begin and end, line by line.

        An object's characters follow one another, so that halving finds where it ends.
        """
        for line in _LINE.finditer(self._whole):
            waiting = [line.span()]
            while waiting:
                start, end = waiting.pop()
                if end - start < 2 or self._object(start) == self._object(end - 1):
                    yield start, end
                else:
                    middle = (start + end) // 2
                    waiting += [(middle, end), (start, middle)]

    def _object(self, index: int) -> int | None:
        """What a character was drawn with; None for one that PDFium put in."""
        found = self._raw.FPDFText_GetTextObject(self._text, index)
        return ctypes.cast(found, ctypes.c_void_p).value

    def _linked(self, start: int, end: int, links: list[_Link]) -> Iterator[_Segment]:
        """The stretch, cut where a link begins or ends in it."""
        whole = self._segment(start, end)
        if whole is None:
            return
        middle = whole.base + whole.size / 4
        over = [link for link in links if link.bottom <= middle <= link.top]
        over = [link for link in over if link.left < whole.right and link.right > whole.left]
        if not over:
            yield whole
            return
        addresses = [self._address_at(index, over) for index in range(start, end)]
        cuts = [at for at in range(1, end - start) if addresses[at] != addresses[at - 1]]
        for first, last in pairwise([0, *cuts, end - start]):
            part = self._segment(start + first, start + last)
            if part is not None:
                yield part._replace(link=addresses[first])

    def _address_at(self, index: int, links: list[_Link]) -> str:
        box = self._box(index)
        middle = (box.left + box.right) / 2
        return next((link.address for link in links if link.left <= middle <= link.right), "")

    def _segment(self, start: int, end: int) -> _Segment | None:
        """The characters from start to end, None where they stand nowhere."""
        text = self._whole[start:end].translate(_LIGATURES).encode(errors="ignore").decode()  # no surrogates
        first, last = self._box(start), self._box(start + max(len(text.rstrip()) - 1, 0))
        x, y = ctypes.c_double(), ctypes.c_double()
        self._raw.FPDFText_GetCharOrigin(self._text, start, x, y)
        numbers = (first.left, last.right, y.value, first.top - first.bottom)
        if not all(math.isfinite(number) and abs(number) < 1e6 for number in numbers):
            return None
        left, right, base, size = numbers
        return _Segment(start, text, self._style(start), "", left, max(right, left), base, max(abs(size), 1))

    def _box(self, index: int) -> Any:
        """Where a character stands, with the room that its font leaves around it."""
        box = self._raw.FS_RECTF()
        self._raw.FPDFText_GetLooseCharBox(self._text, index, box)
        return box

    def _style(self, index: int) -> Style:
        """What the font's name says; PDF has no other word for it."""
        buffer, flags = ctypes.create_string_buffer(256), ctypes.c_int()
        self._raw.FPDFText_GetFontInfo(self._text, index, buffer, 256, flags)
        name = buffer.value.decode(errors="replace").lower()
        style = Style.EMPHASIS if any(word in name for word in _SLANTED) else Style.PLAIN
        return style | Style.STRONG if any(word in name for word in _BOLD) else style

    def _links(self) -> Iterator[_Link]:
        """The links that lead out of the file."""
        raw = self._raw
        place, link = ctypes.c_int(0), raw.FPDF_LINK()
        for _ in range(_MOST_LINKS):
            if not raw.FPDFLink_Enumerate(self._page, place, link):
                return
            action = raw.FPDFLink_GetAction(link)
            box = raw.FS_RECTF()
            if not action or not raw.FPDFLink_GetAnnotRect(link, box):
                continue
            buffer = ctypes.create_string_buffer(2048)
            raw.FPDFAction_GetURIPath(self._page.pdf, action, buffer, 2048)
            address = buffer.value.decode(errors="replace")
            if address:
                yield _Link(address, box.left, box.bottom, box.right, box.top)


def _goes_on(last: _Segment, segment: _Segment) -> bool:
    """Whether a segment stands in the same line as the one before it; a small one may be higher or lower."""
    size = max(last.size, segment.size)
    if abs(segment.base - last.base) > 0.4 * size:
        return False
    return -size < segment.left - last.right < 1.5 * size
