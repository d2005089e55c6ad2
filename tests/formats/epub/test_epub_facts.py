from __future__ import annotations

import pytest
from tests.formats.epub_file import epub

from reader.formats.epub import novel
from reader.formats.epub.package import open_package
from reader.formats.source import Source
from reader.work.model import TagKind, Work


def read(data: bytes) -> Work:
    return novel.read(open_package(data), Source("The_Salt_Road.epub", data))


def test_facts_are_the_packages() -> None:
    metadata = (
        "<dc:subject>FICTION / Fantasy / Epic</dc:subject><dc:subject>Sea stories</dc:subject>"
        "<dc:subject>FIC009020</dc:subject><dc:description>&lt;p&gt;One.&lt;/p&gt;</dc:description>"
        '<dc:date>2019-03</dc:date><meta property="dcterms:modified">2020-01-02T03:04:05Z</meta>'
    )
    info = read(epub(identifier="urn:isbn:9780306406157", metadata=metadata)).info
    assert (info.title, info.authors, info.language) == ("The Salt Road", ("marrowlight",), "en")
    assert info.names(TagKind.ADDITIONAL) == ("Fantasy", "Epic", "Sea stories")
    assert (str(info.published), str(info.updated), info.summary) == ("2019-03-01", "2020-01-02", "One.")
    assert info.id == "isbn:9780306406157"


UUID = "urn:uuid:0f3b5c1e-8a6d-4c2b-9e7f-1a2b3c4d5e6f"


@pytest.mark.parametrize(
    ("identifier", "metadata", "identity"),
    [
        (UUID, "", "uuid:0f3b5c1e8a6d4c2b9e7f1a2b3c4d5e6f"),
        (UUID, '<dc:contributor opf:role="bkp">calibre (6.13.0)</dc:contributor>', "sha256:"),
        (UUID, '<meta name="generator" content="Ebook-lib 0.18.1"/>', "sha256:"),
        (UUID, '<meta property="calibre:timestamp">2024-01-02T03:04:05Z</meta>', "sha256:"),
        ("9780306406157", "", "isbn:9780306406157"),
        ("doi:10.1000/182", "", "doi:10.1000/182"),
        ("https://standardebooks.org/ebooks/a/b", "", "url:standardebooks.org/ebooks/a/b"),
        (
            "https://standardebooks.org/ebooks/a/b",
            "<dc:source>https://www.gutenberg.org/ebooks/3829</dc:source>",
            "url:standardebooks.org/ebooks/a/b",
        ),
        (UUID, "<dc:source>https://archiveofourown.org/works/1234567</dc:source>", "ao3:1234567"),
        ("http://www.gutenberg.org/ebooks/1342", "", "gutenberg:1342"),
        ("id-17", "", "sha256:"),
    ],
)
def test_identity_is_what_lasts(identifier: str, metadata: str, identity: str) -> None:
    assert read(epub(identifier=identifier, metadata=metadata)).info.id.startswith(identity)
