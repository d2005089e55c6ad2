"""A made-up work as an EPUB, the same text for every reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks.made_works import prose
from tests.formats.epub_file import epub

if TYPE_CHECKING:
    from collections.abc import Sequence

MARK = "Quillfeather"
"""The first word of the story, and on no other page."""


def epub_work(chapters: Sequence[int], title: str = "A Measured Tale") -> bytes:
    """An EPUB with chapters of so many words each."""
    documents = {}
    for number, words in enumerate(chapters, 1):
        paragraphs = prose(words, seed=number).split("\n\n")
        if number == 1:
            paragraphs[0] = f"{MARK} {paragraphs[0]}"
        body = "".join(f"<p>{text}</p>" for text in paragraphs)
        documents[f"c{number}.xhtml"] = f"<h1>Chapter {number}</h1>{body}"
    return epub(documents, title=title, version=2)
