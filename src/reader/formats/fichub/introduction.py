"""What FicHub says of a work before its text, in either of its formats.

Source: FicHub/fichub.net, `templates/epub_introduction.html` and `templates/full_fic.html`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.formats.addresses import identity
from reader.formats.fanficfare.facts import STATUSES, read_date
from reader.formats.labels import field_anywhere, label_heading
from reader.formats.markup.elements import text_of
from reader.formats.markup.inline import without_controls
from reader.formats.markup.walk import read_blocks
from reader.formats.numbers import whole_number
from reader.formats.site_line import read_site_line
from reader.work.model import Block, BlockKind, Role, Tag, TagKind, WorkInfo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

SIGNED = b"with the assistance of"
"""Stands in every export, before a link to "https://fichub.net"."""
_LABELLED = re.compile(r"(Status|Published|Updated|Words|Chapters|Original source|Exported with)\b:?\s*(.*)")
_BY = re.compile(r"[Bb]y:?\s+(\S.*)")


class Introduction(NamedTuple):
    """What it says, and what of it is to be shown."""

    info: WorkInfo
    front: tuple[Block, ...]


def read_introduction(elements: Iterable[_Element]) -> Introduction:
    """The facts and the description in the elements of the introduction."""
    title, author, said = "", "", dict[str, str]()
    summary: list[Block] = []
    extra: list[str] = []
    for element in elements:
        text = text_of(element)
        labelled = _LABELLED.fullmatch(text) if element.tag == "p" else None
        if labelled:
            said.setdefault(labelled[1], _address(element) or labelled[2])
        elif element.tag == "h1" and not title:
            title = text
        elif not author and element.tag in ("p", "h2") and (found := _BY.fullmatch(text)):
            author = found[1]
        elif said:
            extra += [text] if text else []
        else:
            summary += read_blocks(element, role=Role.SUMMARY, itself=True)
    url = said.get("Original source", "")
    info = _info(said, url, extra, WorkInfo(identity(url), title, (author,) if author else ()), summary)
    front = [label_heading("Summary", Role.SUMMARY), *summary] if summary else []
    front += [Block(BlockKind.PARAGRAPH, text, role=Role.PREFACE) for text in extra]
    return Introduction(info, tuple(front))


def _address(element: _Element) -> str:
    return next((without_controls(link.get("href", "").strip()) for link in element.iter("a")), "")


def _info(
    said: dict[str, str], url: str, extra: list[str], known: WorkInfo, summary: list[Block]
) -> WorkInfo:
    """The facts: labels first, then what the site itself says in its own way."""
    line = next((found for text in extra if (found := read_site_line(text))), None)
    complete = STATUSES.get(said.get("Status", "").lower(), line.complete if line else None)
    posted = whole_number(said.get("Chapters", "")) or 1
    return WorkInfo(
        id=known.id,
        title=known.title,
        authors=known.authors,
        tags=line.tags if line else tuple(tag for text in extra for tag in _tags(text)),
        language=line.language if line else None,
        summary="\n".join(block.text for block in summary if block.text) or None,
        words=whole_number(said.get("Words", "")) or (line.words if line else None),
        chapters_posted=posted,
        chapters_total=posted if complete else None,
        complete=complete,
        published=read_date(said.get("Published", "")) or (line.published if line else None),
        updated=read_date(said.get("Updated", "")) or (line.updated if line else None),
        url=url or None,
    )


def _tags(text: str) -> list[Tag]:
    """The tags in a line "Label: name, name", where the label is one of tags."""
    label, _, names = text.partition(":")
    kind = field_anywhere(label)
    if not isinstance(kind, TagKind):
        return []
    return [Tag(kind, name.strip()) for name in names.split(", ") if name.strip()]
