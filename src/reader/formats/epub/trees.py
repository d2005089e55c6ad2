"""From the bytes of an EPUB's files to trees with plain names: well-formed XML, or what is left of it."""

from __future__ import annotations

import re
from html import escape
from html.entities import html5
from typing import TYPE_CHECKING, cast

from lxml import etree

from reader.formats.encoding import decode_markup
from reader.formats.markup.references import mended_references
from reader.formats.markup.tree import parse_text
from reader.formats.source import UnreadableError

if TYPE_CHECKING:
    from lxml.etree import _Element

_PREFIXES = {
    "http://www.idpf.org/2007/ops": "epub:",
    "http://www.idpf.org/2007/opf": "opf:",
    "http://www.w3.org/XML/1998/namespace": "xml:",
    "http://www.w3.org/1999/xlink": "xlink:",
}
"""What attributes of a namespace are called; those of others go by their local names."""
_KEPT_PREFIXES = tuple(_PREFIXES.values())
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
"""Elements of HTML that have no end tag."""
_DECLARED = re.compile(
    rb"""<\?xml[^>]{1,200}?encoding\s*=\s*["']([\w.:-]+)|<meta[^>]{1,200}?charset\s*=\s*["']?\s*([\w.:-]+)""",
    re.IGNORECASE,
)
_HEAD = 4096
"""Code points within which the document type is declared."""
_LARGEST_XML = 8_000_000
"""Bytes of what describes a work; the contents of ten thousand chapters have 2,000,000."""
_DOCTYPE_BEGINS = re.compile("<!DOCTYPE", re.IGNORECASE)
_DOCTYPE = re.compile(r"""<!DOCTYPE(?:[^>\["']|"[^"]*"|'[^']*')*+(?:\[[^\]]*\]\s*)?>""", re.IGNORECASE)
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_EMPTY_TAG = re.compile(r"""<([A-Za-z][\w:.-]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*+)(?<=/)>""")
_NAME = re.compile(r"[^\W\d][\w.-]*")
"""Of an element; a parser that mends broken markup makes names of anything."""
_CDATA = re.compile(r"<!\[CDATA\[((?:(?!\]\]>|<!\[CDATA\[).)*+)\]\]>", re.DOTALL)


def document_tree(data: bytes) -> _Element:
    """The tree of an XHTML file, without comments and namespaces; names are in lower case.

    What is no well-formed XML is read as browsers read HTML, but for empty elements: `<a id="x"/>` holds
    nothing. Raises `UnreadableError` where there is nothing to read.
    """
    text = _prepared(data)
    root = _well_formed(text)
    if root is None:
        text = _CDATA.sub(lambda found: escape(found[1], quote=False), text)
        root = parse_text(_EMPTY_TAG.sub(_opened_and_closed, text))
    return _plainly_named(root)


def xml_tree(data: bytes) -> _Element | None:
    """The tree of an XML file (package, contents, container), or what can be had of it; None for nothing."""
    try:
        text = _prepared(data[:_LARGEST_XML])
    except UnreadableError:
        return None
    root = _well_formed(text)
    if root is None and text.strip():
        root = cast("_Element | None", etree.fromstring(text.strip().encode(), _parser(recover=True)))
    return None if root is None else _plainly_named(root)


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        recover=recover,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )


def _well_formed(text: str) -> _Element | None:
    try:
        return etree.fromstring(text.strip().encode(), _parser(recover=False))
    except etree.XMLSyntaxError:
        return None


def _prepared(data: bytes) -> str:
    """The text without a document type, and with a character for each of HTML's entities."""
    text = decode_markup(data, _DECLARED)
    begins = _DOCTYPE_BEGINS.search(text[:_HEAD])
    declared = _DOCTYPE.match(text, begins.start()) if begins else None
    if declared:
        text = text[: declared.start()] + text[declared.end() :]
    return _ENTITY.sub(_character, mended_references(text)).encode(errors="ignore").decode()


def _character(entity: re.Match[str]) -> str:
    if entity[1] in _OF_XML:
        return entity[0]
    return escape(html5[f"{entity[1]};"]) if f"{entity[1]};" in html5 else f"&amp;{entity[1]};"


def _opened_and_closed(tag: re.Match[str]) -> str:
    name, attributes = tag[1], tag[2][:-1]
    return tag[0] if name.lower() in _VOID else f"<{name}{attributes}></{name}>"


def _plainly_named(root: _Element) -> _Element:
    """The tree with local names in lower case, those of some attributes after a prefix ("epub:type")."""
    holder = etree.fromstring("<p/>", etree.HTMLParser())
    etree.strip_elements(root, etree.Entity, with_tail=False)
    holder.append(root)  # into a tree of HTML, where lxml allows a colon in the name of an attribute
    holder.remove(root)
    for element in root.iter(etree.Element):
        tag = cast("str", element.tag)
        plain = tag.rpartition("}")[2].rpartition(":")[2].lower()
        if not _NAME.fullmatch(plain):
            plain = "span"
        if plain != tag:
            element.tag = plain
        if any(_is_prefixed(name) for name in tuple(element.attrib)):
            _name_attributes(element)
    return root


def _is_prefixed(name: str) -> bool:
    return "{" in name or "}" in name or (":" in name and not name.startswith(_KEPT_PREFIXES))


def _name_attributes(element: _Element) -> None:
    """Name all attributes anew: one whose namespace has a brace in it can't be had by its name."""
    given = element.items()
    element.attrib.clear()
    for name, value in given:
        namespace, _, local = name.rpartition("}")
        kept = not namespace and name.startswith(_KEPT_PREFIXES)
        local = local.replace("{", "")
        plain = name if kept else _PREFIXES.get(namespace.lstrip("{"), "") + local.rpartition(":")[2]
        if plain and not name.startswith("xmlns") and plain not in element.attrib:
            element.set(plain, value)
