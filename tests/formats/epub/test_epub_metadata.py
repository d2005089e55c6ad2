from __future__ import annotations

import pytest
from lxml import etree
from tests.formats.epub_file import epub, epub_files, ncx, zipped

from reader.formats.epub.descriptions import plain_description
from reader.formats.epub.metadata import Agent, Identifier, Metadata
from reader.formats.epub.package import open_package
from reader.work.model import SeriesPart


def read(metadata: str) -> Metadata:
    return open_package(epub(creators=(), title="", metadata=metadata)).metadata


def test_people_have_their_roles_in_version_2() -> None:
    said = read(
        '<dc:creator opf:role="aut" opf:file-as="Light, Mar">marrowlight</dc:creator>'
        "<dc:creator>quillfeather</dc:creator>"
        '<dc:creator opf:role="ill">oxbow</dc:creator>'
        '<dc:contributor opf:role="bkp">calibre (7.0)</dc:contributor>'
        "<dc:contributor>FanFicFare</dc:contributor>"
    )

    assert said.creators == (Agent("marrowlight", "aut"), Agent("quillfeather"), Agent("oxbow", "ill"))
    assert said.authors == ("marrowlight", "quillfeather")
    assert said.contributors == (Agent("calibre (7.0)", "bkp"), Agent("FanFicFare"))
    assert said.generators == ("calibre (7.0)",)


def test_people_have_their_roles_and_order_in_version_3() -> None:
    said = read(
        '<dc:creator id="a">quillfeather</dc:creator><dc:creator id="b">marrowlight</dc:creator>'
        '<dc:creator id="c">oxbow</dc:creator>'
        '<meta refines="#a" property="display-seq">2</meta><meta refines="#b" property="display-seq">1</meta>'
        '<meta refines="#a" property="role" scheme="marc:relators">edt</meta>'
        '<meta refines="#a" property="role" scheme="marc:relators">aut</meta>'
        '<meta refines="#b" property="file-as">Light, Mar</meta>'
        '<meta refines="#c" property="role">trl</meta>'
    )

    assert said.creators == (Agent("marrowlight"), Agent("quillfeather", "aut"), Agent("oxbow", "trl"))
    assert said.authors == ("marrowlight", "quillfeather")


def test_those_with_other_roles_are_authors_where_nobody_else_is() -> None:
    assert read('<dc:creator opf:role="edt">oxbow</dc:creator>').authors == ("oxbow",)
    assert read("").authors == ()


def test_titles_have_their_kinds() -> None:
    kinds = "".join(
        f'<dc:title id="t{n}">{kind.upper()}</dc:title>'
        f'<meta refines="#t{n}" property="title-type">{kind}</meta>'
        for n, kind in enumerate(("collection", "subtitle", "main"))
    )

    said = read(kinds)

    assert (said.title, said.subtitle) == ("MAIN", "SUBTITLE")
    assert read("<dc:title>One</dc:title><dc:title>Two</dc:title>").title == "One"
    assert read("<dc:title> The \n  Salt  Road&#x202e; </dc:title>").title == "The Salt Road"


SERIES_2 = '<meta name="calibre:series" content="Tides"/>'
INDEX_2 = '<meta name="calibre:series_index" content="{}"/>'
SERIES_3 = '<meta property="{}" id="{}">Tides</meta>'
REFINED = '<meta refines="#{}" property="{}">{}</meta>'


@pytest.mark.parametrize(
    ("metadata", "series"),
    [
        ((SERIES_2, INDEX_2.format("2.5")), [SeriesPart("Tides", 2.5)]),
        ((SERIES_2,), [SeriesPart("Tides")]),
        ((SERIES_2, INDEX_2.format("nan")), [SeriesPart("Tides")]),
        (
            (SERIES_3.format("calibre:series", "s"), REFINED.format("s", "calibre:series_index", 3)),
            [SeriesPart("Tides", 3)],
        ),
        (
            (
                SERIES_3.format("belongs-to-collection", "c"),
                REFINED.format("c", "collection-type", "series"),
                REFINED.format("c", "group-position", 1),
                '<meta property="belongs-to-collection">Harbours</meta>',
                SERIES_2.replace("Tides", "tides"),
            ),
            [SeriesPart("Tides", 1), SeriesPart("Harbours")],
        ),
        (
            (SERIES_3.format("belongs-to-collection", "c"), REFINED.format("c", "collection-type", "award")),
            [],
        ),
        ((), []),
    ],
    ids=range(7),
)
def test_series_are_found_wherever_they_are_written(
    metadata: tuple[str, ...], series: list[SeriesPart]
) -> None:
    assert read("".join(metadata)).series == tuple(series)


def test_the_packages_own_identifier_comes_first() -> None:
    said = read(
        '<dc:identifier opf:scheme="ISBN">9780000000002</dc:identifier>'
        '<dc:identifier id="i">x</dc:identifier><meta refines="#i" property="identifier-type">15</meta>'
        "<dc:identifier></dc:identifier>"
    )
    own = "urn:uuid:00000000-0000-4000-8000-000000000001"

    assert said.identifiers == (Identifier(own), Identifier("9780000000002", "ISBN"), Identifier("x", "15"))
    files = epub_files(metadata='<dc:identifier id="late">late</dc:identifier>')
    opf = files["OEBPS/content.opf"].replace(b'unique-identifier="uid"', b'unique-identifier="late"')
    late = open_package(zipped({**files, "OEBPS/content.opf": opf}))
    assert [identifier.value for identifier in late.metadata.identifiers] == ["late", own]


def test_the_rest_is_said_too() -> None:
    said = read(
        "<dc:language>fr</dc:language><dc:subject>Ghosts</dc:subject><dc:subject>A &amp;amp; B</dc:subject>"
        "<dc:subject>Ghosts</dc:subject><dc:publisher>Quay Press</dc:publisher>"
        '<dc:date opf:event="publication">2020-01-02</dc:date><dc:date>2021</dc:date><dc:date>2022</dc:date>'
        '<meta property="dcterms:modified">2023-04-05T00:00:00Z</meta>'
        "<dc:source>https://example.org/s/1</dc:source>"
        '<meta name="generator" content="Sigil"/><meta name="fanficfare:x" content="y"/>'
    )

    assert said.languages == ("en", "fr")
    assert said.subjects == ("Ghosts", "A &amp; B")
    assert said.publisher == "Quay Press"
    assert said.dates == {"publication": "2020-01-02", "": "2021"}
    assert said.modified == "2023-04-05T00:00:00Z"
    assert said.sources == ("https://example.org/s/1",)
    assert said.generators == ("Sigil",)
    assert said.meta["fanficfare:x"] == "y"


def test_the_maker_of_the_ncx_is_a_generator() -> None:
    files = epub_files(version=2, metadata='<dc:contributor opf:role="bkp">calibre (7.0)</dc:contributor>')
    files["OEBPS/toc.ncx"] = ncx([("One", "chapter1.xhtml")], generator="Maker").encode()

    assert open_package(zipped(files)).metadata.generators == ("calibre (7.0)", "Maker")


def test_the_elements_of_the_oldest_packages_are_read() -> None:
    said = read(
        "<dc-metadata><dc:Title>Old</dc:Title><dc:Creator role='aut'>oxbow</dc:Creator></dc-metadata>"
    )

    assert (said.title, said.authors) == ("Old", ("oxbow",))


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Ana had\n   sworn off.", "Ana had sworn off."),
        ("One.\n\n  Two\nthree.", "One.\nTwo three."),
        (
            "&lt;p&gt;One &amp;amp; &lt;i&gt;more&lt;/i&gt;.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;",
            "One & more.\nTwo.",
        ),
        ("&lt;div&gt;One&lt;br/&gt;&lt;br/&gt;Two&lt;/div&gt;", "One\nTwo"),
        ("&amp;lt;p&amp;gt;One&amp;lt;/p&amp;gt;", "One"),
        ("<![CDATA[<p>One</p><script>no()</script>]]>", "One"),
        ("<p>One</p><p>Two</p>", "One\nTwo"),
        ("3 &lt; 4 and &lt;3", "3 < 4 and <3"),
        ("", ""),
        ("&lt;p&gt;&lt;/p&gt;", ""),
    ],
)
def test_a_description_becomes_plain_text(written: str, plain: str) -> None:
    assert plain_description(etree.fromstring(f"<description>{written}</description>")) == plain
    assert read(f"<dc:description>{written}</dc:description>").description == plain
