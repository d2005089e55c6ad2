"""Poems, songs and hymns in an EPUB: their stanzas and lines, however the publisher marked them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.formats.epub.semantics import types
from reader.formats.markup.elements import STANZA, classes
from reader.formats.markup.tree import wrap

if TYPE_CHECKING:
    from lxml.etree import _Element

_VERSE = frozenset(["z3998:verse", "z3998:poem", "z3998:song", "z3998:hymn", "z3998:lyrics"])
_POEM = re.compile(r"(?:poem|poetry|verse|song|lyrics|hymn)s?(?:[-_]?\d+)?", re.IGNORECASE)
_STANZA = re.compile(r"(?:stanza|linegroup|line-group|lg|strophe)(?:[-_]?\d+)?", re.IGNORECASE)
_LINE = re.compile(r"(?:verse-?)?lines?(?:[-_]?(?:i|in|indent)?\d+)?|poem-?line|l\d?", re.IGNORECASE)
_INDENT = re.compile(r"i(?:n|nd|ndent)?[-_]?(\d{1,2})", re.IGNORECASE)
_STEP, _DEEPEST = 2, 24
"""Spaces of one step of indentation, and of the deepest line."""
_LONGEST_LINE = 160
"""Code points; what only a class name calls verse has no longer lines."""
_MOST_PROSE = 500
"""Elements called verse that turn out to be prose, after which no more poems are looked for."""
_APART = frozenset({"header", "footer", "cite", "hgroup", "figure", "figcaption"})
_LINES = frozenset({"p", "div", "span"})


def mark_verse(tree: _Element) -> None:
    """Wrap every stanza of a document in an element that the walk reads as verse."""
    done: set[_Element] = set()
    prose = 0
    for element in list(tree.iter("*")):
        if element in done:
            continue
        lines = _is_linegroup(element)
        if not lines and not element.keys():
            continue
        stanza = _named(element, _STANZA) and element.tag != "span"
        certain = bool(_VERSE & types(element))
        if not (
            stanza or certain or lines or (_named(element, _POEM) and element.tag not in ("span", "a", "td"))
        ):
            continue
        if certain or lines or all(len(text) <= _LONGEST_LINE for text in element.itertext()):
            done.update(element.iter())
            _mark(element, stanza=stanza or lines)
        else:
            prose += 1
            if prose > _MOST_PROSE:
                return


def _mark(element: _Element, *, stanza: bool) -> None:
    """Wrap the stanzas of an element that holds a poem, or is a stanza."""
    for inner in element.iter("p", "div", "span"):
        _indent(inner)
    if stanza or element.tag == "p":
        _wrap(element)
        return
    groups = [
        inner for inner in element.iter("div", "section") if _named(inner, _STANZA) or _is_linegroup(inner)
    ]
    if groups:
        for group in groups:
            if not any(around.tag == STANZA for around in group.iterancestors()):
                _wrap(group)
        return
    paragraphs = [inner for inner in element.iter("p") if not _is_apart(inner, element)]
    if any(_breaks(paragraph) for paragraph in paragraphs) or not paragraphs:
        for paragraph in paragraphs or [element]:
            _wrap(paragraph)
    elif not any(inner.tag in _APART for inner in element.iter()):
        _wrap(element)
    else:
        for paragraph in paragraphs:
            _wrap(paragraph)


def _wrap(element: _Element) -> None:
    """Make an element a stanza: lines that are only spans get the breaks between them.

    A paragraph of one line in a stanza is one more line of that.
    """
    one_line = element.tag == "p" and not _breaks(element)
    if one_line and any(around.tag == STANZA for around in element.iterancestors()):
        return
    for span in _lines_in_spans(element)[1:]:
        span.addprevious(element.makeelement("br"))
    wrap(element, STANZA)


def _breaks(element: _Element) -> bool:
    """Whether it holds more than one line."""
    return element.find(".//br") is not None or bool(_lines_in_spans(element))


def _lines_in_spans(element: _Element) -> list[_Element]:
    """The spans of an element that holds nothing else, so that each is a line; none of another."""
    spans = [child for child in element if child.tag == "span"]
    lines = len(spans) > 1 and len(spans) == len(element)
    return spans if lines and not any((span.tail or "").strip() for span in spans) else []


def _is_linegroup(element: _Element) -> bool:
    """Whether all that it holds are lines by name, as in `<div><div class="line">…`."""
    if element.tag not in ("div", "section", "blockquote", "p") or len(element) < 2:
        return False
    return all(child.tag in _LINES and _named(child, _LINE) for child in element)


def _is_apart(element: _Element, until: _Element) -> bool:
    """Whether it stands in a poem's title or in what is said below it."""
    for around in element.iterancestors():
        if around is until:
            return False
        if around.tag in _APART:
            return True
    return False


def _named(element: _Element, names: re.Pattern[str]) -> bool:
    return any(names.fullmatch(name) for name in classes(element))


def _indent(line: _Element) -> None:
    """Write the indentation that a line's class asks for before its text."""
    steps = [int(found[1]) for name in classes(line) if (found := _INDENT.fullmatch(name))]
    if steps and steps[0]:
        line.text = "\xa0" * min(_STEP * steps[0], _DEEPEST) + (line.text or "").lstrip()
