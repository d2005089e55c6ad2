"""Markdown files: told by what they hold, their name a strong hint; chapters at their headings."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.formats.assembly import assemble
from reader.formats.chapters_by_heading import chapters
from reader.formats.encoding import decode
from reader.formats.file_names import title_from
from reader.formats.markdown.facts import are_of_a_work, read_facts
from reader.formats.markdown.front_matter import split_front_matter
from reader.formats.markdown.opening import read_opening
from reader.formats.markup.tree import opening
from reader.formats.markup.walk import read_blocks
from reader.formats.source import UnreadableError
from reader.formats.summary import as_blocks

if TYPE_CHECKING:
    from reader.formats.source import Source
    from reader.work.model import Work

NAME = "markdown"

_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdwn")
_LONGEST = 5_000_000
"""Bytes; a larger text is read as plain text, in a fraction of the time."""
_HEADING = re.compile(r"(?:\A|\n)[ ]{0,3}#{1,6}[ ]+(?=[^#\s])[^\n]{1,200}(?=\n[ \t]*\n|\n?\Z)")
_INLINE = (
    re.compile(r"(?<![\\!])\[[^\]\[\n]{1,200}\]\((?:https?://|#|\.{0,2}/)[^\s)]{1,500}\)"),
    re.compile(r"(?<![\\*\w])\*\*(?=\S)[^*\n]{1,200}(?<=\S)\*\*(?![*\w])"),
    re.compile(r"(?<![\\_\w])_(?=\S)[^_\n]{1,200}(?<=\S)_(?![_\w])"),
    re.compile(r"(?<![\\*\w])\*(?=[^\s*])[^*\n]{1,200}(?<=[^\s*])\*(?![*\w])"),
)
_LONG_LINE = 200
"""Characters; nobody wraps at so many, so that lines of that length are paragraphs."""


def recognises(source: Source) -> bool:
    """Whether it is called Markdown, or shows more of it than a plain text would hold by chance."""
    if len(source.data) > _LONGEST:
        return False
    head = opening(source.data).replace("\r\n", "\n").replace("\r", "\n")
    if head.lstrip()[:1] in ("<", "{") or "\x00" in head or _has_paragraph_lines(head):
        return False
    if source.name.lower().endswith(_SUFFIXES):
        return bool(head.strip())
    if are_of_a_work(split_front_matter(head).fields) and not head.startswith("%"):
        return True
    headings = len(_HEADING.findall(head))
    return headings > 1 and any(mark.search(head) for mark in _INLINE)


def read(source: Source) -> Work:
    """The work in a text. Raises `UnreadableError` where it holds nothing to read, or binary data."""
    from reader.formats.markdown.rendering import read_markdown  # the parser is slow to import

    fields, text = split_front_matter(decode(source.data))
    if not text.strip():
        raise UnreadableError("There is nothing to read in it.")
    blocks = read_blocks(read_markdown(text))
    if not any(block.text for block in blocks):
        raise UnreadableError("There is nothing to read in it.")
    about = read_opening(blocks)
    own = {key: values for key, values in about.fields.items() if key not in fields}
    info = read_facts(fields | own)
    info = info._replace(title=info.title or about.title or title_from(source.name))
    front, drafts = chapters(about.blocks, about.title or info.title)
    return assemble(info, drafts, front=(*as_blocks(info.summary), *front))


def _has_paragraph_lines(head: str) -> bool:
    """Whether a line feed ends a paragraph in it, where Markdown would run on."""
    lines = [line.strip() for line in head.split("\n")]
    run_on = sum(min(len(line), len(after)) >= _LONG_LINE for line, after in pairwise(lines))
    return run_on * 4 > sum(not line for line in lines)
