"""Well-formed XML from what only looks like it: tags left open or crossed, "<" as a sign, lost prefixes."""

from __future__ import annotations

import re
from html import escape

_LINES = frozenset({"p", "v", "subtitle", "text-author"})
_BLOCK_NAMES = "body section title poem stanza cite epigraph annotation empty-line table tr td th"
_BLOCKS = _LINES | frozenset(_BLOCK_NAMES.split())
_OTHERS = """
    strong emphasis style a strikethrough sub sup code image
    FictionBook stylesheet description title-info src-title-info document-info publish-info custom-info genre
    author first-name middle-name last-name nickname home-page email id book-title keywords date coverpage
    lang src-lang translator sequence program-used src-url src-ocr version history book-name publisher city
    year isbn output part output-document-class
"""
_KNOWN = {name.lower(): name for name in _BLOCKS.union(_OTHERS.split())}
"""Every element of the schema (FictionBook2.1.xsd) but `binary`, by its name in lower case."""
_TAG = re.compile(r"<(/?)(?:[\w.-]+:)?([A-Za-z][\w.-]*)(\s[^<>]*|/)?>")
_ATTRIBUTE = re.compile(r"""([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_DEEPEST = 200
"""Elements in one another; what is deeper is read as if it stood there."""


def mended(text: str) -> str:
    """The text as well-formed XML without namespaces; what is no element of the format is text in it."""
    text = _outside(_outside(text, "<!--", "-->"), "<?", "?>")
    text = _outside(text, "<![CDATA[", "]]>", keep=True)
    parts: list[str] = []
    opened: list[str] = []
    end = 0
    for tag in _TAG.finditer(text):
        name = _KNOWN.get(tag[2].lower())
        if name is None:
            continue
        parts.append(_as_text(text[end : tag.start()]))
        end = tag.end()
        if tag[1]:
            if name in opened and len(opened) > 1 and name != "FictionBook":
                _close(parts, opened, name)
        else:
            _open(parts, opened, name, tag[3] or "")
    parts.append(_as_text(text[end:]))
    parts += [f"</{name}>" for name in reversed(opened)]
    return "".join(parts)


def _open(parts: list[str], opened: list[str], name: str, attributes: str) -> None:
    if name == "FictionBook" and opened:
        return
    if name in _BLOCKS:
        for line in _LINES.intersection(opened):
            if line in opened:
                _close(parts, opened, line)
    empty = attributes.endswith("/")
    if len(opened) >= _DEEPEST and not empty:
        return
    written = {
        found[1]: found[2] or found[3] or found[4] or ""
        for found in _ATTRIBUTE.finditer(attributes.rstrip("/"))
    }
    given = "".join(
        f' {key}="{_as_text(value, quote=True)}"' for key, value in written.items() if _is_name(key)
    )
    parts.append(f"<{name}{given}{'/' if empty else ''}>")
    if not empty:
        opened.append(name)


def _close(parts: list[str], opened: list[str], name: str) -> None:
    """End the innermost element of that name and those inside it."""
    while opened:
        last = opened.pop()
        parts.append(f"</{last}>")
        if last == name:
            return


def _is_name(key: str) -> bool:
    return (key[0].isalpha() or key[0] == "_") and key != "xmlns"


def _as_text(text: str, *, quote: bool = False) -> str:
    """The text with its angle brackets as signs; entities are resolved or escaped already."""
    text = text.replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;") if quote else text


def _outside(text: str, start: str, end: str, *, keep: bool = False) -> str:
    """The text without what stands between the marks, or without the marks alone; an open one goes on."""
    parts = []
    at = 0
    while (begin := text.find(start, at)) >= 0 and (close := text.find(end, begin + len(start))) >= 0:
        parts.append(text[at:begin])
        if keep:
            parts.append(escape(text[begin + len(start) : close], quote=False))
        at = close + len(end)
    parts.append(text[at:])
    return "".join(parts)
