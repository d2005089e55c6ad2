"""Pages and downloads of the Archive of Our Own flattened to text, read as if they were still HTML.

Source: otwarchive, `app/views/downloads`: what its labels and blank lines leave where the elements are gone.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.formats.addresses import archive_work
from reader.formats.ao3.facts import Stats, posted_url, read_stats, with_stats
from reader.formats.ao3.flattened_sections import FlatChapter, Matter, split_work
from reader.formats.assembly import ChapterDraft, assemble
from reader.formats.encoding import decode
from reader.formats.file_names import title_from
from reader.formats.labels import Fact, field_of, label_heading
from reader.formats.names import split_names
from reader.formats.series import read_series
from reader.formats.source import UnreadableError
from reader.formats.summary import as_text
from reader.formats.text.blocks import to_blocks
from reader.formats.text.paragraphs import split
from reader.formats.text.repair import repaired
from reader.work.model import Block, BlockKind, Role, Span, Tag, TagKind, WorkInfo
from reader.work.spaces import tidy_spaces

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.formats.source import Source
    from reader.work.model import Work

NAME = "ao3-text"
_LARGEST = 20_000_000
"""Bytes of a page pasted as text; the longest works of the archive have a third of it."""
_PREFACE = 65536
"""Bytes within which the preface begins, a long style sheet before it included."""
_POSTED = re.compile(r"Posted originally on the\b")
_LINKED = re.compile("(?:more )?notes")
_MARKUP = re.compile(r"<(?:!doctype|html|body|div|p)\b", re.IGNORECASE)


def recognises(source: Source) -> bool:
    """Whether the text says where it was posted and lists its tags, and is no HTML."""
    if len(source.data) > _LARGEST:
        return False
    if b"Posted" not in source.data[:_PREFACE] and not source.data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    try:
        text = decode(source.data[:_PREFACE])
    except UnreadableError:
        return False
    posted = _POSTED.search(text)
    if not posted or _MARKUP.search(text):
        return False
    after = text[posted.end() : posted.end() + 4000].split("\n")
    return any(field_of(line) is not None for line in after if line.strip().endswith(":"))


def read(source: Source) -> Work:
    """The work in a flattened page. Raises `UnreadableError` where no story is left in it."""
    text = decode(source.data)
    title = _title(text) or title_from(source.name)
    fields = dict(_fields(text))
    stats = read_stats(" ".join(fields.get(Fact.STATS, ())))
    flat = split_work(text, title, stats.posted)
    drafts = tuple(
        _draft(chapter, f"endnotes{number}", repair=source.repair)
        for number, chapter in enumerate(flat.chapters, 1)
    )
    if not drafts:
        raise UnreadableError("It holds the preface of a work, but no story.")
    front, summary = _matter(flat.front, "endnotes", repair=source.repair)
    back, _ = _matter(flat.back, "endnotes", repair=source.repair)
    info = _info(text, title, fields, stats, _authors(flat.preface, title), summary)
    return assemble(info, drafts, front=tuple(front), back=tuple(back))


def _info(
    text: str,
    title: str,
    fields: dict[TagKind | Fact, list[str]],
    stats: Stats,
    authors: tuple[str, ...],
    summary: str | None,
) -> WorkInfo:
    url = posted_url(text)
    tags = [Tag(kind, name) for kind in fields if isinstance(kind, TagKind) for name in _names(fields[kind])]
    info = WorkInfo(
        id=archive_work(url),
        title=title,
        authors=authors,
        tags=tuple(tags),
        series=read_series(" ".join(fields.get(Fact.SERIES, ()))),
        language=" ".join(fields.get(Fact.LANGUAGE, ())) or None,
        summary=summary,
        url=url or None,
        collections=tuple(_names(fields.get(Fact.COLLECTIONS, ()))),
    )
    return with_stats(info, stats)


def _title(text: str) -> str:
    """The line before the one that says where it was posted."""
    posted = _POSTED.search(text)
    before = [line for line in text[: posted.start()].split("\n") if line.strip()] if posted else []
    return tidy_spaces(before[-1]) if before else ""


def _fields(text: str) -> Iterable[tuple[TagKind | Fact, list[str]]]:
    """The preface's fields with the lines under each label, or what stands beside it."""
    posted = _POSTED.search(text)
    field: TagKind | Fact | None = None
    under: list[str] = []
    for line in text[posted.end() :].split("\n")[1:] if posted else ():
        label, colon, beside = line.strip().partition(":")
        found = field_of(label) if colon else None
        if found is not None:
            if field is not None:
                yield field, under
            field, under = found, [beside.strip()] if beside.strip() else []
        elif field is not None and line.strip():
            if under and field is not Fact.STATS:
                break
            if field is Fact.STATS and read_stats(line) == Stats():
                break
            under.append(line.strip())
    if field is not None:
        yield field, under


def _names(lines: Sequence[str]) -> list[str]:
    return [tidy_spaces(name) for line in lines for name in split_names(line)]


def _authors(preface: str, title: str) -> tuple[str, ...]:
    """The names in the byline under the title."""
    lines = [tidy_spaces(line) for line in preface.split("\n") if line.strip()]
    for line, following in pairwise(lines):
        if line == title and following.startswith("by "):
            return tuple(_names([following.removeprefix("by ")]))
    return ()


def _matter(matters: Sequence[Matter], anchor: str, *, repair: bool) -> tuple[list[Block], str | None]:
    """Blocks of summaries and notes under their labels, and the first summary as text.

    `anchor` is the name of the end notes to which links lead, as the archive's own HTML calls them.
    """
    blocks: list[Block] = []
    summary = None
    for matter in matters:
        inside, _ = _blocks(matter.text, matter.role, repair=repair)
        if matter.role is Role.SUMMARY and summary is None:
            summary = as_text(inside)
        label = label_heading(matter.label, matter.role)
        blocks += [label._replace(anchors=(anchor,)) if matter.role is Role.END_NOTES else label, *inside]
        if matter.more:
            link = _LINKED.search(matter.more)
            spans = (Span(*link.span(), link=f"#{anchor}"),) if link else ()
            blocks.append(Block(BlockKind.PARAGRAPH, matter.more, spans, matter.role))
    return blocks, summary


def _draft(chapter: FlatChapter, anchor: str, *, repair: bool) -> ChapterDraft:
    before, _ = _matter(chapter.before, anchor, repair=repair)
    after, _ = _matter(chapter.after, anchor, repair=repair)
    story, mended = _blocks(chapter.text, Role.STORY, repair=repair)
    return ChapterDraft(chapter.heading, (*before, *story, *after), byline=chapter.byline, repaired=mended)


def _blocks(text: str, role: Role, *, repair: bool) -> tuple[list[Block], bool]:
    """The blocks of some text, and whether lost boundaries were put back, which is done if `repair`."""
    paragraphs, shape = split(text)
    whole = repaired(paragraphs) if repair else None
    return to_blocks(whole or paragraphs, scene_gap=shape.scene_gap, role=role), whole is not None
