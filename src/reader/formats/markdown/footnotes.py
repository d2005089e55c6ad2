"""Footnotes of Markdown ("[^1]", "[^1]: text"), which CommonMark lacks, made into links within the text."""

from __future__ import annotations

import re
from html import escape

_DEFINITION = re.compile(r"^ {0,3}\[\^([^\]\s^]{1,80})\]:[ \t]*(?=\S)", re.MULTILINE)
_REFERENCE = re.compile(r"\[\^([^\]\s^]{1,80})\]")


def link_footnotes(text: str) -> str:
    """The text with each reference to a note a link to it, and each note a paragraph that can be found.

    What looks like a reference to a note that is not there stays as it is.
    """
    notes = frozenset(_DEFINITION.findall(text))
    if not notes:
        return text
    text = _DEFINITION.sub(lambda found: f'\n<a id="{_name(found[1])}"></a>{escape(found[1])}. ', text)

    def link(found: re.Match[str]) -> str:
        if found[1] not in notes:
            return found[0]
        return f'<sup><a href="#{_name(found[1])}">{escape(found[1])}</a></sup>'

    return _REFERENCE.sub(link, text)


def _name(note: str) -> str:
    return f"fn-{escape(note)}"
