"""Lost paragraph boundaries put back into the paragraphs of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.formats.text_paragraphs import Form, Paragraph
from reader.work.paragraphs import boundaries, is_run_together

if TYPE_CHECKING:
    from collections.abc import Sequence


_FEW = 5
"""Paragraphs; a file with no more is as likely a note with forgotten spaces."""


def repaired(paragraphs: Sequence[Paragraph]) -> list[Paragraph] | None:
    """The paragraphs in the parts they seem to have had, or None where nothing speaks for a loss.

    One judgement is made for all: a sentence that follows another without a space is a slip where it is
    rare, and a lost boundary where it is common.
    """
    parts: list[Paragraph] = []
    for paragraph in paragraphs:
        cuts = boundaries(paragraph.text) if paragraph.form in {Form.PROSE, Form.QUOTATION} else []
        parts += _cut(paragraph, cuts)
    found = len(parts) - len(paragraphs)
    return parts if is_run_together("\n".join([each.text for each in paragraphs]), found) else None


def repaired_if_glued(paragraphs: Sequence[Paragraph]) -> list[Paragraph] | None:
    """The same for text that mostly has its paragraphs: only where they would become twice as many."""
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
