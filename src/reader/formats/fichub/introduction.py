"""What FicHub says of a work before its text, in either of its formats.

Source: FicHub/fichub.net, `templates/epub_introduction.html` and `templates/full_fic.html`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.formats.labelled_facts import Labelled, read_labelled
from reader.formats.labels import field_anywhere
from reader.formats.markup.elements import text_of
from reader.formats.markup.inline import without_controls
from reader.formats.markup.walk import read_blocks
from reader.formats.site_line import read_site_line
from reader.formats.summary import as_text, labelled
from reader.work.model import Block, BlockKind, Role, WorkInfo

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
        fact = _LABELLED.fullmatch(text) if element.tag == "p" else None
        if fact:
            said.setdefault(fact[1], _address(element) or fact[2])
        elif element.tag == "h1" and not title:
            title = text
        elif not author and element.tag in ("p", "h2") and (found := _BY.fullmatch(text)):
            author = found[1]
        elif said:
            extra += [text] if text else []
        else:
            summary += read_blocks(element, role=Role.SUMMARY, itself=True)
    known = WorkInfo("", title, (author,) if author else (), summary=as_text(summary))
    front = [*labelled(summary), *(Block(BlockKind.PARAGRAPH, text, role=Role.PREFACE) for text in extra)]
    return Introduction(_info(said, extra, known), tuple(front))


def _address(element: _Element) -> str:
    return next((without_controls(link.get("href", "").strip()) for link in element.iter("a")), "")


def _info(said: dict[str, str], extra: list[str], known: WorkInfo) -> WorkInfo:
    """The facts: labels first, then what the site itself says in its own way."""
    line = next((found for text in extra if (found := read_site_line(text))), None)
    pairs = [*said.items(), *((label, names) for label, _, names in (text.partition(":") for text in extra))]
    info = read_labelled(
        [Labelled(field, (value,)) for label, value in pairs if (field := field_anywhere(label))]
    )
    complete = line.complete if line and info.complete is None else info.complete
    posted = info.chapters_posted or 1
    return info._replace(
        title=known.title,
        authors=known.authors,
        summary=known.summary,
        tags=line.tags if line else info.tags,
        language=line.language if line else None,
        words=info.words or (line.words if line else None),
        chapters_posted=posted,
        chapters_total=posted if complete else None,
        complete=complete,
        published=info.published or (line.published if line else None),
        updated=info.updated or (line.updated if line else None),
    )
