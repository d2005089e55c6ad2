"""From Markdown to blocks: rendered to HTML, and read by the walk that reads every markup."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from reader.formats.markdown.footnotes import link_footnotes
from reader.formats.markup.tree import parse_text
from reader.formats.markup.walk import read_blocks
from reader.work.model import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element
    from markdown_it.token import Token

    from reader.work.model import Block

_NESTING = 60
"""How deep quotations and lists may stand in one another; what is deeper is left out."""
_MOST_BRACKETS = 20_000
"""In a text with more there are no links, which take long to look for."""
_EXTENSIONS = ("table", "strikethrough")
_NOT_WRITTEN = ("html_block", "html_inline", "entity", "reference", "lheading", "fence")
"""What a program that turns HTML to Markdown never writes, so that it stands for itself."""
_UNWANTED = re.compile(r"[^\w\- ]")


def read_markdown(text: str) -> _Element:
    """The tree of the HTML that a text in Markdown stands for, headings named as links to them expect.

    Raises `UnreadableError` where there is nothing to read.
    """
    parser = _parser(links=text.count("[") < _MOST_BRACKETS)
    tokens = parser.parse(link_footnotes(text))
    _name_headings(tokens)
    rendered = parser.renderer.render(tokens, parser.options, {})
    return parse_text(f"<html><body>{rendered}</body></html>")


def read_converted(text: str, role: Role = Role.STORY) -> list[Block]:
    """The blocks of Markdown that a program made of HTML and did not escape: tags in it are text."""
    if not text.strip():
        return []
    parser = _parser(converted=True, links=text.count("[") < _MOST_BRACKETS)
    body = parse_text(f"<html><body>{parser.render(text)}</body></html>")
    return read_blocks(body, role=role)


@cache
def _parser(*, links: bool, converted: bool = False) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": not converted, "maxNesting": _NESTING}).enable(_EXTENSIONS)
    parser.disable(_NOT_WRITTEN if converted else ())
    return parser if links else parser.disable(("link", "image"))


def _name_headings(tokens: Sequence[Token]) -> None:
    """Give each heading the id that GitHub and most other sites would: "## The Ledger" is #the-ledger."""
    seen: Counter[str] = Counter()
    for heading, content in pairwise(tokens):
        if heading.type == "heading_open":
            name = _UNWANTED.sub("", content.content.strip().lower()).replace(" ", "-")
            seen[name] += 1
            heading.attrSet("id", name if seen[name] == 1 else f"{name}-{seen[name] - 1}")
