"""Lost paragraph boundaries put back into the paragraphs of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.formats.text.paragraphs import Form, Paragraph
from reader.work.paragraphs import boundaries, is_run_together

if TYPE_CHECKING:
    from collections.abc import Sequence


_KEPT = frozenset({Form.VERSE, Form.SECTION})
_LONG = 250
"""Code points; where paragraphs are shorter on average, nobody has lost their ends."""
_FEW = 5
"""Paragraphs; a file with no more is as likely a note with forgotten spaces."""
_MOST = 2_000_000
"""Code points; what is longer is no chapter, and would take minutes to look at."""


def repaired(paragraphs: Sequence[Paragraph]) -> list[Paragraph] | None:
    """The paragraphs in the parts they seem to have had, or None where nothing speaks for a loss.

    One judgement is made for all: a sentence that follows another without a space is a slip where it is
    rare, and a lost boundary where it is common.
    """
    texts = ["" if each.form in _KEPT else each.text for each in paragraphs]
    whole = "\n".join(texts)
    if len(whole) > _MOST:
        return None
    found = boundaries(whole)
    if not is_run_together(whole, len(found)):
        return None
    parts: list[Paragraph] = []
    start = used = 0
    for paragraph, text in zip(paragraphs, texts, strict=True):
        first = used
        while used < len(found) and found[used] < start + len(text):
            used += 1
        parts += _cut(paragraph, [cut - start for cut in found[first:used]])
        start += len(text) + 1
    return parts


def repaired_if_glued(paragraphs: Sequence[Paragraph]) -> list[Paragraph] | None:
    """The same for text that mostly has its paragraphs: only where they would become twice as many."""
    if sum(len(line) for each in paragraphs for line in each.lines) < _LONG * len(paragraphs):
        return None
    parts = repaired(paragraphs)
    return parts if parts and len(parts) >= 2 * len(paragraphs) and len(parts) > _FEW else None


def _cut(paragraph: Paragraph, cuts: Sequence[int]) -> list[Paragraph]:
    if not cuts:
        return [paragraph]
    text = paragraph.text
    ends = [*cuts, len(text)]
    return [
        Paragraph((text[start:end],), 0 if start else paragraph.gap, paragraph.form)
        for start, end in zip([0, *cuts], ends, strict=True)
    ]
