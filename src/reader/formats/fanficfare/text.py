"""A story that FanFicFare wrote as text: labelled lines, contents, chapters in the Markdown of html2text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.formats import plaintext
from reader.formats.assembly import ChapterDraft, assemble
from reader.formats.encoding import decode
from reader.formats.fanficfare.chapters import plain_titles, settle_notes
from reader.formats.fanficfare.entries import TitleEntry
from reader.formats.fanficfare.facts import read_front, read_info
from reader.formats.fanficfare.labels import meaning_of
from reader.formats.fanficfare.wrapping import goes_on, joined, rejoin_words, width_of
from reader.formats.file_names import title_from
from reader.formats.labels import Fact
from reader.formats.markup.tree import opening
from reader.formats.names import split_names
from reader.work.model import Block, BlockKind
from reader.work.titles import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.formats.source import Source
    from reader.work.model import Work

NAME = "fanficfare-text"

_LONGEST_BEGINNING = 60
"""Lines, title and byline and the blank ones about them."""
_SIGN = re.compile(r"^(?:Packaged: \d|Story URL: \S|Publisher: \S)|^TABLE OF CONTENTS$", re.MULTILINE)
_CONTENTS = "TABLE OF CONTENTS"
_END = "End file."
_ENTRY = re.compile(r"(?P<label>[^\W\d_][^:\n]{0,40}):\s(?P<value>.*)")
_HEADING = re.compile(r"(?:\t| {8})(?=\S)")
_STAR = re.compile(r"(?<![*\\])\*(?![* \n])")
_FIRST_HEADING = re.compile(rb"\n\r?\n(?:\t| {8})\S")
_ROOM = re.compile(r"(?<=\S[_*~]) (?=[,;:’”])")
"""html2text puts a space after emphasis, even before a comma."""


class _Beginning(NamedTuple):
    """What a file begins with, before the labels."""

    title: str
    authors: tuple[str, ...]
    end: int
    """The index of the line after it."""


class _Heading(NamedTuple):
    """Where a chapter begins: the lines of its heading."""

    start: int
    end: int
    title: str


def recognises(source: Source) -> bool:
    """Whether it begins with title and byline, and has labels or contents as FanFicFare writes them."""
    head = opening(source.data).replace("\r", "")
    if _beginning(head.split("\n", _LONGEST_BEGINNING)) is None:
        return False
    signed = _SIGN.search(head) is not None or source.data.rstrip().endswith(_END.encode())
    return signed and _FIRST_HEADING.search(source.data) is not None


def read(source: Source) -> Work:
    """The story; what is none after all is read as any text. Raises `UnreadableError`."""
    lines = decode(source.data).rstrip().removesuffix(_END).split("\n")
    width = width_of(lines)
    headings = _headings(lines, width)
    if not headings:
        return plaintext.read(source)
    before = lines[: headings[0].start]
    contents = next((at for at, line in enumerate(before) if line.strip() == _CONTENTS), len(before))
    headings = _in_contents(headings, _paragraphs(before[contents + 1 :], width))
    beginning = _beginning(before[:contents]) or _Beginning("", (), 0)
    entries = tuple(_entries(before[beginning.end : contents], width))
    info = read_info(entries, title=beginning.title, authors=beginning.authors, url="")
    ends = [*(heading.start for heading in headings[1:]), len(lines)]
    drafts = tuple(
        ChapterDraft(title, settle_notes(_story(lines[heading.end : end])))
        for title, heading, end in zip(
            plain_titles([one.title for one in headings]), headings, ends, strict=True
        )
    )
    info = info if info.title else info._replace(title=title_from(source.name))
    return assemble(info, drafts, front=tuple(read_front(entries)))


def _beginning(lines: Sequence[str]) -> _Beginning | None:
    """Title and byline, each a paragraph of its own at the top; None where a text begins otherwise."""
    paragraphs: list[list[str]] = []
    before = ""
    for at, line in enumerate(lines[:_LONGEST_BEGINNING]):
        if not line.strip():
            if len(paragraphs) == 2:
                title, byline = (joined(paragraph) for paragraph in paragraphs)
                authors = split_names(byline.removeprefix("by "))
                return _Beginning(title, authors, at) if byline.startswith("by ") and authors else None
        elif before.strip():
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
        before = line
    return None


def _headings(lines: Sequence[str], width: int) -> list[_Heading]:
    """The chapters' headings: indented by a tab, which wrapping makes eight spaces, between blank lines."""
    found = []
    for at, line in enumerate(lines):
        if not _HEADING.match(line) or at < 2 or lines[at - 1].strip() or lines[at - 2].strip():
            continue
        end = at + 1
        while end < len(lines) and goes_on(lines[end - 1].expandtabs(), lines[end], width):
            end += 1
        if end == len(lines) or not lines[end].strip():
            found.append(_Heading(at, end, joined(lines[at:end])))
    return found


def _in_contents(headings: list[_Heading], contents: Sequence[str]) -> list[_Heading]:
    """The headings that the contents name; all where they don't agree, as when new chapters are marked."""
    if not contents or len(headings) == len(contents):
        return headings
    titles = frozenset(folded(title) for title in contents)
    named = [heading for heading in headings if folded(heading.title) in titles]
    return named if len(named) == len(contents) else headings


def _paragraphs(lines: Sequence[str], width: int) -> list[str]:
    """Lines put back together; blank ones and line ends that are not due to wrapping part paragraphs."""
    return [joined(paragraph) for _, paragraph in _runs(lines, width)]


def _runs(lines: Sequence[str], width: int) -> list[tuple[bool, list[str]]]:
    """The lines of each paragraph, with whether a blank one stands before them.

    A label that FanFicFare has always begins a line, even where one wrapped before it would look the same.
    """
    runs: list[tuple[bool, list[str]]] = []
    before = ""
    for line in lines:
        if line.strip():
            if runs and goes_on(before, line, width) and not _known(line):
                runs[-1][1].append(line)
            else:
                runs.append((not before.strip(), [line]))
        before = line
    return runs


def _known(line: str) -> bool:
    found = _ENTRY.match(line)
    return found is not None and meaning_of(found["label"]) is not None


def _entries(lines: Sequence[str], width: int) -> Iterator[TitleEntry]:
    """The labelled lines. A summary may have several paragraphs, and labels of its own in them."""
    label, values = "", list[str]()
    for apart, run in _runs(lines, width):
        paragraph = joined(run)
        found = _ENTRY.fullmatch(f"{paragraph} ")
        long = meaning_of(label) in (Fact.SUMMARY, Fact.NOTES)
        if found and not (long and (apart or not _known(paragraph))):
            if label:
                yield _entry(label, values)
            label, values = found["label"], [found["value"].strip()]
        else:
            values.append(paragraph)
    if label:
        yield _entry(label, values)


def _entry(label: str, values: Sequence[str]) -> TitleEntry:
    blocks = tuple(Block(BlockKind.PARAGRAPH, value) for value in values if value)
    return TitleEntry(label, " ".join(values), blocks)


def _story(lines: Sequence[str]) -> list[Block]:
    """The blocks of a chapter. A single asterisk is the author's: html2text writes emphasis with "_"."""
    from reader.formats.markdown.rendering import read_converted  # the parser is slow to import

    text = _ROOM.sub("", rejoin_words("\n".join(lines)))
    return read_converted(_STAR.sub(r"\\*", text))
