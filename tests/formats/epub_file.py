"""EPUB files made of values: whole ones of either version, and the files of one for breaking them."""

from __future__ import annotations

import zipfile
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

MEDIA_TYPE = "application/epub+zip"
DATE = (2024, 1, 2, 3, 4, 6)
"""When every file was made, so that the same values give the same bytes."""
DOCUMENTS = {
    "chapter1.xhtml": "<h2>The Harbour</h2><p>Ana had sworn off the coast.</p><p>Then the boat came.</p>",
    "chapter2.xhtml": "<h2>The Ledger</h2><p>Ines kept the ledger shut with one hand.</p>",
}
_TYPES = {
    "xhtml": "application/xhtml+xml",
    "html": "application/xhtml+xml",
    "css": "text/css",
    "ncx": "application/x-dtbncx+xml",
    "jpg": "image/jpeg",
    "png": "image/png",
    "svg": "image/svg+xml",
    "ttf": "font/ttf",
    "opf": "application/oebps-package+xml",
}


def epub(documents: Mapping[str, str | bytes] = DOCUMENTS, **parts: Any) -> bytes:
    """An EPUB of the values that `epub_files` takes."""
    return zipped(epub_files(documents, **parts))


def epub_files(
    documents: Mapping[str, str | bytes] = DOCUMENTS,
    *,
    version: int = 3,
    title: str = "The Salt Road",
    creators: Sequence[str] = ("marrowlight",),
    language: str = "en",
    identifier: str = "urn:uuid:00000000-0000-4000-8000-000000000001",
    metadata: str = "",
    contents: Sequence[tuple] | None = None,  # type: ignore[type-arg]  # nested without end
    not_linear: Collection[str] = (),
    not_in_spine: Collection[str] = (),
    folder: str = "OEBPS",
    extra: Mapping[str, str | bytes] | None = None,
    manifest: str = "",
    spine_attributes: str = "",
    after_spine: str = "",
) -> dict[str, bytes]:
    """The files of an EPUB by their names in the archive; the package file is `folder`/content.opf.

    A document is what stands in its body, or a whole file where it begins with "<?xml", "<!DOCTYPE", "<html"
    or is bytes. `metadata`, `manifest` and `after_spine` are XML to be added to the package; `extra` are more
    files by their hrefs, listed in the manifest. A line of the contents is a title, an href
    and, where others are nested in it, these. Each document is a line of the contents if none are given;
    version 2 has an NCX, version 3 a navigation document and no NCX.
    """
    start = f"{folder}/" if folder else ""
    lines = [(f"Chapter {n}", href) for n, href in enumerate(documents, 1)] if contents is None else contents
    extra = dict(extra or {})
    navigation = {"toc.ncx": ncx(lines, title)} if version == 2 else {"nav.xhtml": nav(lines)}
    files = {
        "mimetype": MEDIA_TYPE.encode(),
        "META-INF/container.xml": container(f"{start}content.opf"),
    }
    listed = {**documents, **navigation, **extra}
    items = "".join(_item(href) for href in listed) + manifest
    refs = "".join(_itemref(href, aside=href in not_linear) for href in documents if href not in not_in_spine)
    toc = ' toc="toc.ncx"' if version == 2 else ""
    files[f"{start}content.opf"] = (
        '<?xml version="1.0" encoding="utf-8"?>'
        f'<package xmlns="http://www.idpf.org/2007/opf" version="{version}.0" unique-identifier="uid">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">'
        f'<dc:identifier id="uid">{escape(identifier)}</dc:identifier><dc:title>{escape(title)}</dc:title>'
        + "".join(f"<dc:creator>{escape(creator)}</dc:creator>" for creator in creators)
        + f"<dc:language>{escape(language)}</dc:language>{metadata}</metadata><manifest>{items}</manifest>"
        f"<spine{toc}{' ' * bool(spine_attributes)}{spine_attributes}>{refs}</spine>{after_spine}</package>"
    ).encode()
    for href, text in listed.items():
        files[start + href] = text if isinstance(text, bytes) else _whole(href, text).encode()
    return files


def zipped(files: Mapping[str, bytes], *, stored: bool = False) -> bytes:
    """A zip archive of files by name, the media type stored as it must be; the same bytes each time."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            plain = stored or name == "mimetype"
            info = zipfile.ZipInfo(name, DATE)
            archive.writestr(info, data, zipfile.ZIP_STORED if plain else zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def page(body: str, *, title: str = "", head: str = "", attributes: str = "") -> str:
    """A whole XHTML file."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">\n'
        f"<head><title>{escape(title)}</title>{head}</head>\n<body{attributes}>{body}</body>\n</html>\n"
    )


def container(*paths: str) -> bytes:
    """META-INF/container.xml with a rootfile for each path."""
    roots = "".join(
        f'<rootfile full-path="{escape(path)}" media-type="application/oebps-package+xml"/>' for path in paths
    )
    return (
        '<?xml version="1.0"?>'
        '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        f"<rootfiles>{roots}</rootfiles></container>"
    ).encode()


def nav(lines: Sequence[tuple], *, more: str = "") -> str:  # type: ignore[type-arg]  # nested without end
    """A navigation document; a line without an href is a heading."""
    return page(f'<nav epub:type="toc"><h1>Contents</h1>{_list(lines)}</nav>{more}', title="Contents")


def ncx(lines: Sequence[tuple], title: str = "", *, generator: str = "") -> str:  # type: ignore[type-arg]
    """An NCX."""
    head = f'<meta name="dtb:generator" content="{escape(generator)}"/>' if generator else ""
    return (
        '<?xml version="1.0" encoding="utf-8"?>'
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1">'
        f"<head>{head}</head><docTitle><text>{escape(title)}</text></docTitle>"
        f"<navMap>{_points(lines)}</navMap></ncx>"
    )


def _list(lines: Sequence[tuple]) -> str:  # type: ignore[type-arg]  # nested without end
    items = []
    for title, href, *inner in lines:
        label = f'<a href="{escape(href)}">{escape(title)}</a>' if href else f"<span>{escape(title)}</span>"
        items.append(f"<li>{label}{_list(inner[0]) if inner else ''}</li>")
    return f"<ol>{''.join(items)}</ol>"


def _points(lines: Sequence[tuple]) -> str:  # type: ignore[type-arg]  # nested without end
    points = []
    for title, href, *inner in lines:
        label = f"<navLabel><text>{escape(title)}</text></navLabel>"
        content = f'<content src="{escape(href)}"/>'
        points.append(f"<navPoint>{label}{content}{_points(inner[0]) if inner else ''}</navPoint>")
    return "".join(points)


def _item(href: str) -> str:
    media_type = _TYPES.get(href.rpartition(".")[2], "application/octet-stream")
    properties = ' properties="nav"' if href == "nav.xhtml" else ""
    return f'<item id="{_id(href)}" href="{escape(href)}" media-type="{media_type}"{properties}/>'


def _itemref(href: str, *, aside: bool) -> str:
    linear = ' linear="no"' if aside else ""
    return f'<itemref idref="{_id(href)}"{linear}/>'


def _id(href: str) -> str:
    return href.replace("/", "-").replace(" ", "-")


def _whole(href: str, text: str) -> str:
    whole = text.startswith(("<?xml", "<!DOCTYPE", "<html")) or not href.endswith(("html", "htm"))
    return text if whole else page(text)
