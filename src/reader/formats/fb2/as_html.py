"""FB2 elements turned into the HTML ones that mean the same, so that the one walk reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.formats.markup.elements import STANZA

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMES = {
    **{
        name: name
        for name in ("p", "strong", "sub", "sup", "code", "a", "table", "tr", "td", "th", "section", "div")
    },
    "v": "p",
    "stanza": STANZA,
    "poem": "div",
    "cite": "blockquote",
    "epigraph": "blockquote",
    "annotation": "reader-notes",
    "subtitle": "h5",
    "text-author": "p",
    "date": "p",
    "empty-line": "p",
    "emphasis": "em",
    "strikethrough": "s",
    "image": "img",
    "style": "span",
}
_HEADINGS = {"poem": "h6", "stanza": "h6", "section": "h4", "body": "h3"}
"""What a title is in an element; those that begin a chapter are no longer in the tree."""
_AT_THE_END = frozenset({"text-author", "date"})


def to_html(root: _Element) -> _Element:
    """The same element, it and all in it renamed in place.

    Of an element without a meaning only the text counts.
    """
    titles = list(root.iter("title"))
    for title in titles:
        parent = title.getparent()
        _join_lines(title)
        title.tag = _HEADINGS.get("" if parent is None else str(parent.tag), "h5")
        title.set("align", "center")
    for element in list(root.iter("*")):
        tag = str(element.tag)
        if tag in _AT_THE_END:
            element.set("align", "right")
        elif tag == "subtitle":
            element.set("align", "center")
        elif tag == "empty-line":
            element.text = "\xa0"
        elif tag == "image":
            element.set("src", element.get("href", ""))
        elif tag == "a" and element.get("type") == "note":
            element.set("style", "vertical-align:super")
        if tag not in _HTML:
            element.tag = _NAMES.get(tag, "span")
    return root


_HTML = frozenset({*_NAMES.values(), *_HEADINGS.values(), "br", "hr"})


def _join_lines(title: _Element) -> None:
    """Make one line of a title's paragraphs."""
    for line in list(title):
        if line.tag == "p":
            line.tag = "span"
            line.tail = " "
        elif line.tag == "empty-line":
            line.tag = "br"
