"""What `epub:type` and common class names say of the parts of a text, said in elements that the walk knows.

The terms are those of the EPUB 3 Structural Semantics Vocabulary and of the Z39.98-2012 vocabulary as the
Standard Ebooks manual uses it; the digital publishing roles of WAI-ARIA (`doc-noteref`) are the same terms.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.formats.epub.matter import Kind, terms_of
from reader.formats.markup.elements import classes, text_of
from reader.formats.markup.tree import drop, wrap

if TYPE_CHECKING:
    from lxml.etree import _Element

_SINGLE_NOTES = frozenset({"footnote", "endnote", "rearnote", "z3998:footnote", "z3998:endnote"})
_BREAKS = """
    scene-break scenebreak spacebreak space-break section-break sectionbreak break
"""
_NOTES = terms_of(Kind.NOTES) | _SINGLE_NOTES
_FRONT = terms_of(Kind.FRONT, Kind.TITLE)
_BACK = terms_of(Kind.BACK)
_CHAPTERS = terms_of(Kind.STORY) | {"subchapter"}
_NAVIGATION = frozenset({"toc", "landmarks", "page-list", "toc-brief"})
_LETTERS = frozenset({"z3998:letter", "dedication"})
_ENDING = frozenset({"z3998:signature", "z3998:valediction", "z3998:sender", "z3998:dateline"})
_TITLES = frozenset({"title", "subtitle", "ordinal", "z3998:ordinal"})
_PAGES = frozenset({"pagebreak", "z3998:pagebreak"})
_SECTIONS = frozenset({"body", "section", "article", "div"})
_BREAK_CLASSES = frozenset(_BREAKS.split())
_ALWAYS = frozenset({"hgroup", "math", "switch", "footer"})
"""Elements that mean something without attributes."""
_HEADING = re.compile("h([1-6])")


def types(element: _Element) -> frozenset[str]:
    """The terms of its `epub:type` and `role` attributes."""
    terms = element.get("epub:type", "").lower().split()
    roles = element.get("role", "").lower().split()
    return frozenset(terms) | {role[4:] for role in roles if role.startswith("doc-")}


def replace_by(element: _Element, tag: str, **attributes: str) -> _Element:
    """Put an empty element in the place of another, with the attributes that are not empty."""
    other = element.makeelement(tag, {name: value for name, value in attributes.items() if value})
    other.tail, element.tail = element.tail, None
    parent = element.getparent()
    if parent is not None:
        parent.replace(element, other)
    return other


def mark(tree: _Element) -> None:
    """Set apart notes and matter, and show headings, letters and plays for what they are."""
    for element, outer in _around(tree).items():
        if element.keys() or element.tag in _ALWAYS:
            found = types(element)
            if not _set_apart(element, found, outer):
                _show(element, found, outer)
            if element.tag in ("p", "div") and _BREAK_CLASSES & classes(element):
                _break(element)


def _set_apart(element: _Element, found: frozenset[str], outer: frozenset[str]) -> bool:
    """Give notes and matter their roles, and take out lists of contents; False for an element of neither."""
    if element.tag == "nav" and (_NAVIGATION & found or element.get("hidden") is not None):
        drop(element)
    elif _PAGES & found:
        _empty(element)
    elif _NOTES & found:
        if not _NOTES & outer:
            wrap(element, "reader-end-notes")
    elif element.tag in _SECTIONS and (_FRONT | _BACK) & found and not _CHAPTERS & (found | outer):
        wrap(element, "reader-afterword" if _BACK & found else "reader-preface")
    else:
        return False
    return True


def _show(element: _Element, found: frozenset[str], outer: frozenset[str]) -> None:
    """Give an element the name or the style by which the walk shows what it is."""
    tag = element.tag
    if tag in ("math", "switch"):
        _simplify(element)
    elif tag == "hgroup":
        _head(element)
    elif tag in ("p", "div", "footer") and (_ENDING & found or (tag == "footer" and _LETTERS & outer)):
        element.set("style", f"text-align:right;{element.get('style', '')}")
    elif tag == "p" and _TITLES & found:
        element.tag = "h3"
    elif tag == "td" and "z3998:persona" in found:
        _play(element)


def _around(tree: _Element) -> dict[_Element, frozenset[str]]:
    """Every element in order, with the terms of those that it stands in."""
    inside: dict[_Element, frozenset[str]] = {}
    for element in tree.iter():
        parent = element.getparent()
        if parent is None or parent not in inside:
            inside[element] = frozenset()
        else:
            inside[element] = inside[parent] | types(parent) if parent.keys() else inside[parent]
    return inside


def _empty(element: _Element) -> None:
    """Leave of the mark of a printed page only the place, and the text after it."""
    if element.tag in ("span", "a", "div", "p", "hr"):
        element.tag = "span"
        element.text = None
        for child in list(element):
            element.remove(child)


def _head(group: _Element) -> None:
    """Make the paragraphs of a group of headings headings."""
    levels = [int(found[1]) for child in group if (found := _HEADING.fullmatch(str(child.tag)))]
    for child in group:
        if child.tag == "p":
            child.tag = f"h{min(min(levels, default=2) + 1, 6)}"


def _play(persona: _Element) -> None:
    """Make the row of a play's table a paragraph: who speaks, and what."""
    row = persona.getparent()
    if row is None or row.tag != "tr":
        return
    row.tag = "div"
    for table in persona.iterancestors("table"):
        table.tag = "div"
    persona.tag = "b"
    persona.tail = " "
    for cell in row.iter("td"):
        cell.tag = "span"


def _break(element: _Element) -> None:
    """Put a rule before a paragraph that begins a scene, or in the place of one that only parts two."""
    if text_of(element) or next(element.iter("img"), None) is not None:
        if element.tag == "p" and element.getparent() is not None:
            element.addprevious(element.makeelement("hr"))
    else:
        replace_by(element, "hr", id=element.get("id", ""))


def _simplify(element: _Element) -> None:
    """Show a formula as its alternative text, and of a `switch` the default."""
    if element.tag == "math":
        text = element.get("alttext", "") or " ".join(text_of(element).split())
        replace_by(element, "span", id=element.get("id", "")).text = text
        return
    for case in list(element.iter("case")):
        if element.find("default") is not None:
            drop(case)
