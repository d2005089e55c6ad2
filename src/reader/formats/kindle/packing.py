"""A Kindle file made into an EPUB in memory, so that one reader does for both."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from reader.formats.encoding import clean
from reader.formats.epub.container import CONTAINER, container_of
from reader.formats.kindle.text import image_name, part_name
from reader.formats.markup.inline import without_controls
from reader.formats.markup.tree import parse_text
from reader.formats.source import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.formats.kindle.container import Header, Volume
    from reader.formats.kindle.text import Entry, KindleText

_DC = "http://purl.org/dc/elements/1.1/"
_OPF = "http://www.idpf.org/2007/opf"
_NCX = "http://www.daisy.org/z3986/2005/ncx/"
_IMAGES = {b"\xff\xd8\xff": "image/jpeg", b"\x89PN": "image/png", b"GIF": "image/gif", b"BM": "image/bmp"}
_MOST_IMAGES = 2000
_DEEPEST = 16
_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
"""A name that is one in XML too, without a prefix that would have to be declared."""
_AMAZON = re.compile(r"B[0-9A-Z]{9}")


def as_epub(volume: Volume, text: KindleText) -> bytes:
    """The EPUB of a work and its text."""
    images = _images(volume)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr(CONTAINER, container_of("content.opf"))
        archive.writestr("content.opf", _package(volume.header, text, images))
        archive.writestr("toc.ncx", _ncx(text.entries))
        for index, part in enumerate(text.parts):
            archive.writestr(part_name(index), _xhtml(part))
        for name, picture in images.items():
            archive.writestr(name, picture)
    return out.getvalue()


def title_of(header: Header) -> str:
    """The work's title."""
    return next(iter(header.texts(503)), "") or header.title


def authors_of(header: Header) -> list[str]:
    """The authors; some writers put several into one record."""
    names = (name.strip() for text in header.texts(100) for name in re.split(r";| & ", text))
    return [name for name in names if name]


def _xhtml(part: bytes) -> bytes:
    """A part as well-formed XHTML, whatever it was."""
    try:
        root = parse_text(part.decode(errors="replace"))
    except UnreadableError:
        root = parse_text("<p> </p>")
    for element in root.iter():
        kept = {
            str(name): _for_xml(str(value))
            for name, value in element.attrib.items()
            if _NAME.fullmatch(str(name))
        }
        if len(kept) < len(element.attrib):
            element.attrib.clear()  # a name that is none can't be deleted alone
            element.attrib.update(kept)
        if not _NAME.fullmatch(str(element.tag)):
            element.tag = "span"
    root.set("xmlns", "http://www.w3.org/1999/xhtml")
    return etree.tostring(root, encoding="utf-8", method="xml")


def _images(volume: Volume) -> dict[str, bytes]:
    first = volume.header.first_image
    if first >= len(volume.records):
        return {}
    found = {}
    for index, record in enumerate(volume.records[max(first, 0) :][:_MOST_IMAGES], 1):
        if _media_type(record):
            found[image_name(index)] = record
    return found


def _media_type(picture: bytes) -> str:
    return next((kind for start, kind in _IMAGES.items() if picture.startswith(start)), "")


def _package(header: Header, text: KindleText, images: dict[str, bytes]) -> bytes:
    """The OPF: what the EXTH records say, every part in order, and the pictures."""
    root = etree.Element(f"{{{_OPF}}}package", {"version": "2.0"}, nsmap={None: _OPF, "dc": _DC})
    metadata = etree.SubElement(root, f"{{{_OPF}}}metadata")
    for name, value in _metadata(header):
        if value := _for_xml(value):
            scheme = {f"{{{_OPF}}}scheme": "ISBN"} if name == "identifier" and "asin" not in value else {}
            etree.SubElement(metadata, f"{{{_DC}}}{name}", scheme).text = value
    manifest = etree.SubElement(root, f"{{{_OPF}}}manifest")
    spine = etree.SubElement(root, f"{{{_OPF}}}spine", {"toc": "ncx"})
    _item(manifest, "ncx", "toc.ncx", "application/x-dtbncx+xml")
    for index in range(len(text.parts)):
        _item(manifest, f"part{index}", part_name(index), "application/xhtml+xml")
        if index not in text.listed:
            etree.SubElement(spine, f"{{{_OPF}}}itemref", {"idref": f"part{index}"})
    for name, picture in images.items():
        _item(manifest, name, name, _media_type(picture))
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _item(manifest: etree._Element, name: str, path: str, kind: str) -> None:
    etree.SubElement(manifest, f"{{{_OPF}}}item", {"id": name, "href": path, "media-type": kind})


def _metadata(header: Header) -> list[tuple[str, str]]:
    """Names of Dublin Core with values; what a shop or a converter made up is left out."""
    found = [("title", title_of(header))]
    found += [("creator", name) for name in authors_of(header)]
    kinds = {101: "publisher", 103: "description", 105: "subject", 106: "date", 104: "identifier"}
    found += [(name, text) for kind, name in kinds.items() for text in header.texts(kind)]
    found += [("identifier", f"asin:{text}") for text in header.texts(113) if _AMAZON.fullmatch(text)]
    found += [("source", text) for text in header.texts(112) if text.startswith(("http:", "https:"))]
    return [*found, *(("language", text) for text in header.texts(524)[:1])]


def _ncx(entries: Sequence[Entry]) -> bytes:
    """The contents, nested as deep as they were."""
    root = etree.Element(f"{{{_NCX}}}ncx", {"version": "2005-1"}, nsmap={None: _NCX})
    open_points = [etree.SubElement(root, f"{{{_NCX}}}navMap")]
    for entry in entries:
        depth = min(entry.depth, len(open_points) - 1, _DEEPEST)
        del open_points[depth + 1 :]
        point = etree.SubElement(open_points[-1], f"{{{_NCX}}}navPoint")
        label = etree.SubElement(point, f"{{{_NCX}}}navLabel")
        etree.SubElement(label, f"{{{_NCX}}}text").text = _for_xml(entry.title)
        place = f"{part_name(entry.part)}#{entry.place}".removesuffix("#")
        etree.SubElement(point, f"{{{_NCX}}}content", {"src": _for_xml(place)})
        open_points.append(point)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _for_xml(text: str) -> str:
    """The text without what XML can't hold."""
    return without_controls(clean(text)).strip()
