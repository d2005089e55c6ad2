"""Anthologies as EpubMerge makes them of whole EPUBs."""

from __future__ import annotations

from tests.formats.epub_file import epub_files, zipped

WORKS = [
    epub_files({"file0001.xhtml": "<p>One</p>"}, version=2, title="The Salt Road", folder=""),
    epub_files({"a b.xhtml": "<p>Two</p>"}, title="Nine Letters & more", extra={"b.jpg": b"\xff\xd8"}),
]


def merged(*works: dict[str, bytes], keep: bool = True) -> dict[str, bytes]:
    """An anthology as EpubMerge writes it, with or without `--keep-meta`."""
    documents: dict[str, str | bytes] = {}
    extra: dict[str, bytes] = {}
    for number, files in enumerate(works, 1):
        for name, data in files.items():
            if name == "mimetype" or name.startswith("META-INF/"):
                continue
            if name.endswith("html"):
                documents[f"{number}/{name}"] = data
            elif keep or not name.endswith((".opf", ".ncx")):
                extra[f"{number}/{name}"] = data
    creator = "<dc:contributor>epubmerge</dc:contributor>"
    return epub_files(documents, version=2, title="Anthology", folder="", metadata=creator, extra=extra)


def anthology() -> bytes:
    """One of two works."""
    return zipped(merged(*WORKS))
