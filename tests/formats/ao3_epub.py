"""EPUB as the archive's converter makes it of a download page: flattened classes, split before headings.

Follows calibre 6.13: `oeb/transforms/split.py` cuts before each `h1` and `h2` and in files that are too
large, `flatcss.py` gives an element without a class of its own one called "calibreN".
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree
from tests.formats.ao3_page import NEWEST, TEMPLATES, render
from tests.formats.epub_file import epub

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element
    from tests.formats.ao3_page import Page, Template

SHEET = """
.calibre, .calibre1 { display: block }
.calibre9 { font-style: italic }
.calibre10 { text-decoration: underline }
.calibre11 { text-align: center }
.byline, .heading, .message { text-align: center }
.toc-heading { display: none }
"""
_KEPT = frozenset({"byline", "message", "tags", "toc-heading", "heading", "endnote-link"})
_EMPTY = frozenset({"br", "hr", "img"})


def ao3_epub(
    page: Page,
    template: Template = NEWEST,
    *,
    longest: int = 260_000,
    again: bool = False,
    name: str = "The_Salt_Road",
) -> bytes:
    """The EPUB of a page; `longest` is the size in bytes past which a file is split.

    `again`: converted once more by its reader, with a cover and other names for most classes.
    """
    root = etree.fromstring(render(page, template), etree.HTMLParser(remove_comments=True))
    body = root.find("body")
    assert body is not None
    _flatten(body, again=again)
    bodies = [part for whole in _split(body) for part in _cut(whole, longest)]
    names = [f"{name}_split_{number:03}.xhtml" for number in range(len(bodies))]
    _point(bodies, names)
    files = {file: _document(part, page.title) for file, part in zip(names, bodies, strict=True)}
    before = {"titlepage.xhtml": "<div><svg><image/></svg></div>"} if again else {}
    return epub(
        before | files,
        version=2,
        title=page.title,
        folder="",
        contents=_contents(files),
        extra={"stylesheet.css": SHEET},
        metadata="<dc:publisher>Archive of Our Own</dc:publisher><dc:subject>Fanworks</dc:subject>",
    )


def _flatten(body: _Element, *, again: bool) -> None:
    """Classes as the converter leaves them."""
    body.set("class", "calibre")
    for element in body.iterdescendants():
        names = element.get("class", "").split()
        kept = [name for name in names if name in _KEPT and not (again and name in ("byline", "message"))]
        if "userstuff" in names:
            element.set("class", _userstuff(element))
        elif kept:
            element.set("class", kept[0])
        elif element.tag in ("em", "i", "cite"):
            element.set("class", "calibre9")
        elif element.tag == "u":
            element.tag = "span"
            element.set("class", "calibre10")
        elif element.tag == "center":
            element.tag = "div"
            element.set("class", "calibre11")
        else:
            element.set("class", "calibre1")


def _userstuff(element: _Element) -> str:
    if element.get("id") == "chapters":
        return "userstuff1"
    return "userstuff2" if element.tag == "div" else "userstuff"


def _split(body: _Element) -> list[_Element]:
    """The bodies between which there is a page break, before each heading of the first two levels."""
    bodies = [body]
    while True:
        heads = [element for element in bodies[-1].iter("h1", "h2") if element.get("data-cut") is None]
        if not heads:
            break
        heads[0].set("data-cut", "")
        if not _is_first(heads[0]):
            bodies[-1:] = _halves(bodies[-1], heads[0], f"calibre_pb_{len(bodies)}")
    for whole in bodies:
        for head in whole.iter("h1", "h2"):
            del head.attrib["data-cut"]
    return bodies


def _cut(body: _Element, longest: int) -> list[_Element]:
    """The body in parts of at most so many bytes, as far as there are paragraphs to cut before."""
    parts = [body]
    while len(etree.tostring(parts[-1])) > longest:
        texts = parts[-1].findall(".//div[@class='userstuff2']/*")
        if len(texts) < 2:
            break
        parts[-1:] = _halves(parts[-1], texts[max(1, len(texts) // 2)], "")
    return parts


def _is_first(element: _Element) -> bool:
    """Whether nothing is shown before an element in its body."""
    at: _Element | None = element
    while at is not None and at.tag != "body":
        if at.getprevious() is not None:
            return False
        at = at.getparent()
    return True


def _halves(body: _Element, point: _Element, stub: str) -> list[_Element]:
    """What stands before an element, and it with all that follows, the elements around it in both."""
    before = deepcopy(body)
    twin = _twin(body, before, point)
    _remove_after(twin)
    if stub:
        twin.tag = "div"
        for child in list(twin):
            twin.remove(child)
        twin.text, twin.tail = None, "\n"
        twin.attrib.clear()
        twin.set("class", "calibre8")
        twin.set("id", stub)
    else:
        _parent(twin).remove(twin)
    _remove_before(point)
    return [before, body]


def _twin(body: _Element, copy: _Element, element: _Element) -> _Element:
    """The element of a copy that stands where an element stands in the body."""
    for one, other in zip(body.iter(), copy.iter(), strict=True):
        if one is element:
            return other
    raise AssertionError


def _parent(element: _Element) -> _Element:
    parent = element.getparent()
    assert parent is not None
    return parent


def _remove_after(element: _Element) -> None:
    while element.tag != "body":
        element.tail = None
        for after in list(element.itersiblings()):
            _parent(element).remove(after)
        element = _parent(element)


def _remove_before(element: _Element) -> None:
    while element.tag != "body":
        for before in list(element.itersiblings(preceding=True)):
            _parent(element).remove(before)
        _parent(element).text = "\n"
        element = _parent(element)


def _point(bodies: list[_Element], names: list[str]) -> None:
    """Lead links to the files in which their targets are now."""
    homes = {
        element.get("id"): name
        for body, name in zip(bodies, names, strict=True)
        for element in body.iter()
        if element.get("id")
    }
    for body, name in zip(bodies, names, strict=True):
        for link in body.iter("a"):
            fragment = link.get("href", "").removeprefix("#")
            if link.get("href", "").startswith("#") and homes.get(fragment, name) != name:
                link.set("href", f"{homes[fragment]}#{fragment}")


def _document(body: _Element, title: str) -> str:
    for element in body.iter():
        if not len(element) and not element.text and element.tag not in _EMPTY:
            element.text = ""
    page = etree.Element("html", {"xmlns": "http://www.w3.org/1999/xhtml"})
    head = etree.SubElement(page, "head")
    etree.SubElement(head, "title").text = title
    etree.SubElement(head, "link", {"rel": "stylesheet", "type": "text/css", "href": "stylesheet.css"})
    page.append(body)
    text = etree.tostring(page, encoding="unicode")
    return f"<?xml version='1.0' encoding='utf-8'?>\n{text}"


def _contents(files: dict[str, str]) -> list[tuple[str, str]]:
    """A line for each file that begins with a chapter's heading; others continue the one before."""
    lines = []
    for file, text in files.items():
        tree = etree.fromstring(text.encode())
        heads = tree.findall(".//{*}h2")
        if heads:
            lines.append((" ".join("".join(heads[0].itertext()).split()) or "?", file))
    return lines or [(title, title) for title in list(files)[:1]]


def ao3_epub_before_2019(page: Page, *, longest: int = 260_000) -> bytes:
    """The EPUB that the archive made itself; a chapter's end notes are not in it."""
    root = etree.fromstring(render(page, TEMPLATES[0]), etree.HTMLParser(remove_comments=True))
    body = root.find("body")
    assert body is not None
    chapters = body.find("div[@id='chapters']")
    assert chapters is not None
    files: dict[str, str] = {"preface.xhtml": _inner(chapters.itersiblings(preceding=True), turned=True)}
    number, part, meta = 0, 1, ""
    for element in chapters:
        if "group" in element.get("class", ""):
            meta = _inner([element])
        elif element.get("class") == "userstuff":
            number, part = number + 1, 1
            for piece in _pieces(element, longest):
                files[f"chapter{number}_{part}.xhtml"] = f'{meta}<div class="userstuff">{piece}</div>'
                part, meta = part + 1, ""
    files["afterword.xhtml"] = _inner(chapters.itersiblings())
    return epub(
        files,
        version=2,
        title=page.title,
        identifier=f"http://archiveofourown.org/works/{page.id}",
        contents=[("Preface", "preface.xhtml"), ("Afterword", "afterword.xhtml")],
    )


def _inner(elements: Iterable[_Element], *, turned: bool = False) -> str:
    texts = [etree.tostring(element, encoding="unicode") for element in elements]
    return "".join(reversed(texts) if turned else texts)


def _pieces(element: _Element, longest: int) -> list[str]:
    pieces = [""]
    for text in [element.text or "", *(etree.tostring(child, encoding="unicode") for child in element)]:
        if pieces[-1] and len(pieces[-1]) + len(text) > longest:
            pieces.append("")
        pieces[-1] += text
    return pieces
