"""How a plain text begins: its title line, who wrote it, and lines such as "Rating: Teen"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.formats.labelled_facts import Labelled, read_labelled
from reader.formats.labels import TELLING, field_anywhere
from reader.formats.names import split_authors
from reader.formats.text.heading_forms import has_title_case
from reader.formats.text.paragraphs import Form
from reader.work.model import WorkInfo
from reader.work.scene_breaks import is_scene_break
from reader.work.spaces import tidy_spaces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.formats.text.paragraphs import Paragraph

_LONGEST_TITLE, _MOST_WORDS = 90, 14
"""Code points and words of a title."""
_MOST_LABELS = 30
"""Paragraphs that may hold nothing but labels and values."""
_LONGEST_VALUE = 20_000
"""Code points; nobody's summary is longer."""
_BYLINE = re.compile(r"(?:written\s+)?by:?\s+(?P<names>\S.{0,78})", re.IGNORECASE)
_LABEL = re.compile(r"(?P<label>[A-Z][A-Za-z/]*(?: [A-Za-z/()]+){0,3})\s*:\s+(?P<value>\S.*)")
_SENTENCE = re.compile(r"[.,;:…—–-]$")
_SPEECH = ('"', "“", "'", "‘", "«", "—", "–", "-")
_NOTHING = WorkInfo(id="", title="")


@dataclass(frozen=True, slots=True)
class Opening:
    """What the first paragraphs of a text say of the work."""

    info: WorkInfo = _NOTHING
    """The facts, empty where nothing is said."""
    length: int = 0
    """How many paragraphs, from the first on, say nothing else and are not to be shown again."""
    labels: int = 0
    """How many after those hold nothing but "Label: value" lines, shown apart from the story."""


def read_opening(paragraphs: Sequence[Paragraph], *, is_heading: bool) -> Opening:
    """The opening of a text; `is_heading` says that its first line is a chapter's heading, so no title."""
    title, length = "", 0
    authors: tuple[str, ...] = ()
    if not is_heading and _is_title_line(paragraphs):
        first = paragraphs[0]
        title, length = tidy_spaces(first.lines[0].strip(" \t*_=#~")), 1
        rest = first.lines[1:] or (paragraphs[1].lines if len(paragraphs) > 1 else ())
        byline = _BYLINE.fullmatch(rest[0].strip(" \t*_~")) if len(rest) == 1 else None
        if byline:
            authors = split_authors(byline["names"])
            length = 1 if len(first.lines) > 1 else 2
    facts, labels = _labelled(paragraphs[length:])
    info = read_labelled(facts)
    info = info._replace(title=title or info.title, authors=authors or info.authors)
    return Opening(info, length, labels)


def _is_title_line(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the first line is short, stands apart, and is neither a sentence nor somebody's words."""
    if len(paragraphs) < 2:
        return False
    lines = paragraphs[0].lines
    byline = len(lines) == 2 and _BYLINE.fullmatch(lines[1].strip())
    if (len(lines) > 1 and not byline) or paragraphs[1].gap == 0:
        return False
    line = lines[0].strip(" \t*_=#~")
    if not line or len(line) > _LONGEST_TITLE or len(line.split()) > _MOST_WORDS or is_scene_break(lines[0]):
        return False
    if line.startswith(_SPEECH) or _LABEL.fullmatch(line):
        return False
    return has_title_case(line) if line.endswith(("!", "?", "”", '"', "…")) else not _SENTENCE.search(line)


def _labelled(paragraphs: Sequence[Paragraph]) -> tuple[list[Labelled], int]:
    """The facts in the paragraphs at the front that consist of labels and values, and how many these are."""
    pairs: list[tuple[str, str]] = []
    length = 0
    for paragraph in paragraphs[:_MOST_LABELS]:
        lines = paragraph.lines if paragraph.form is Form.VERSE else (paragraph.text,)
        if len(lines[0]) > _LONGEST_VALUE:
            break
        found = [_LABEL.fullmatch(tidy_spaces(line)) for line in lines]
        if not all(found):
            break
        pairs += [(label["label"], label["value"]) for label in found if label]
        length += 1
    facts = [Labelled(field, (value,)) for label, value in pairs if (field := field_anywhere(label))]
    telling = sum(fact.field in TELLING for fact in facts)
    return (facts, length) if telling * 2 >= len(pairs) and telling else ([], 0)
