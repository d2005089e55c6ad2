from __future__ import annotations

import random
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.ao3_page import Page, PageChapter, render
from tests.formats.kindle_file import (
    CHAPTERS,
    FACTS,
    HUFFMAN,
    PALMDOC,
    STORED,
    ao3_mobi,
    kf8,
    mobi,
    palm_database,
    palmdoc,
)

from reader.formats.ao3 import download
from reader.formats.detect import read_work_and_format
from reader.formats.kindle.compression import text_of_volume, unpack_palmdoc
from reader.formats.kindle.container import open_volume
from reader.formats.kindle.packing import as_epub
from reader.formats.kindle.places import name_places
from reader.formats.kindle.text import read_text
from reader.formats.source import Source, UnreadableError

if TYPE_CHECKING:
    from reader.work.model import Role, Work

COMPRESSIONS = (STORED, PALMDOC, HUFFMAN)
LINKED = [
    '<h2>The Harbour</h2><p>Ana had sworn. <a href="kindle:pos:fid:0001:off:000000000L">On</a></p>',
    '<h2>The Ledger</h2><p>Ines kept it shut.</p><img src="kindle:embed:0001?mime=image/png"/>',
]
PAGE = Page(
    (
        PageChapter(
            "<p>The boat came late.</p><p>Nobody <em>met</em> it.</p>", "Boat", notes="<p>Late too.</p>"
        ),
        PageChapter(
            "<p>Ropes sang.</p><blockquote>A letter.</blockquote>", "Ropes", end_notes="<p>The end.</p>"
        ),
    ),
    tags={"Rating": ("Mature",), "Fandoms": ("Tidewrack", "Salt, and Rope"), "Relationships": ("Ana/Ines",)},
    summary="<p>What the river keeps.</p>",
    notes="<p>For oxbow.</p>",
    end_notes="<p>Thank you.</p>",
)


def texts(work: Work) -> list[list[tuple[Role, str]]]:
    return [[(block.role, block.text) for block in chapter.blocks] for chapter in work.chapters]


def read(data: bytes) -> Work:
    return read_work_and_format(Source("x.azw", data))[0]


@given(st.binary(max_size=600) | st.text("the salt", max_size=300).map(str.encode))
def test_what_palmdoc_packs_is_unpacked(data: bytes) -> None:
    assert unpack_palmdoc(palmdoc(data)) == data


@pytest.mark.parametrize("compression", COMPRESSIONS)
@pytest.mark.parametrize("words", [3, 3000])
def test_every_compression_gives_the_same_text(compression: int, words: int) -> None:
    chapters = [("One", "<p>" + "the ledger – the end. " * words + "</p>")]
    stored = text_of_volume(open_volume(mobi(chapters, compression=STORED)))
    assert text_of_volume(open_volume(mobi(chapters, compression=compression))) == stored


@pytest.mark.parametrize("listed", [True, False], ids=["index", "page of links"])
def test_contents_of_a_mobi_lead_to_its_chapters(listed: bool) -> None:
    text = read_text(open_volume(mobi(listed=listed)))
    assert [entry.title for entry in text.entries] == [title for title, _ in CHAPTERS]
    for title, entry in zip((title for title, _ in CHAPTERS), text.entries, strict=True):
        assert f'id="{entry.place}" align="center"><font size="5"><b>{title}'.encode() in text.parts[0]
    assert b"<p>Contents</p>" not in text.parts[0]


def test_a_kf8_is_put_together_and_its_links_lead_to_parts() -> None:
    png = b"\x89PNG\r\n\x1a\n" + bytes(20)
    volume = open_volume(kf8(LINKED, [("The Harbour", 0), ("The Ledger", 1)], images=[png]))
    text = read_text(volume)
    assert [entry[:2] for entry in text.entries] == [("The Harbour", 0), ("The Ledger", 1)]
    assert text.parts[0].count(b"<body>") == text.parts[1].count(b"</body></html>") == 1
    place = name_places(text.parts[1], [0])[1]
    assert place
    assert b'href="part0001.xhtml#at-' in text.parts[0]
    assert b'src="image00001"' in text.parts[1]
    assert png in as_epub(volume, text)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_mobi_is_a_work_with_its_facts(encoding: str) -> None:
    facts = {**FACTS, 100: ["marrowlight; Ägnes", "oxbow"], 503: ["Das Café"]}
    work = read(mobi(facts=facts, encoding=encoding))
    assert (work.info.title, work.info.authors) == ("Das Café", ("marrowlight", "Ägnes", "oxbow"))
    assert [chapter.title for chapter in work.chapters] == ["The Harbour", "The Ledger"]
    assert "Then the post boat came." in work.chapters[0].text


def test_a_kf8_is_a_work_with_its_facts() -> None:
    work = read(kf8(LINKED, [("The Harbour", 0), ("The Ledger", 1)]))
    assert (work.info.title, work.info.authors) == ("The Salt Road", ("marrowlight",))
    assert [chapter.title for chapter in work.chapters] == ["The Harbour", "The Ledger"]
    assert "Ines kept it shut." in work.chapters[1].text


def test_a_download_as_mobi_is_the_same_work_as_its_html() -> None:
    html = download.read(Source("x.html", render(PAGE)))
    work = read(ao3_mobi(PAGE))
    assert work.info._replace(published=html.info.published) == html.info
    assert texts(work) == texts(html)
    assert [chapter.key for chapter in work.chapters] == [chapter.key for chapter in html.chapters]


def test_a_protected_file_says_so() -> None:
    with pytest.raises(UnreadableError, match="DRM"):
        read(mobi(encrypted=True))


@pytest.mark.parametrize(
    "data", [palm_database([b"x"]), palm_database([bytes(300)]), mobi()[:90], mobi()[:200]]
)
def test_what_is_cut_off_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="damaged"):
        read(data)


@given(st.integers(0, 2**32), st.sampled_from([*COMPRESSIONS, 0, -1]))
def test_no_change_of_bytes_does_worse_than_be_refused(seed: int, kind: int) -> None:
    chance = random.Random(seed)
    whole = {0: lambda: kf8(LINKED, [("One", 0)]), -1: lambda: ao3_mobi(PAGE)}.get(
        kind, lambda: mobi(compression=kind)
    )()
    data = bytearray(whole)
    for _ in range(chance.randint(1, 12)):
        data[chance.randrange(78, len(data))] = chance.randrange(256)
    cut = chance.choice((len(data), chance.randrange(68, len(data))))
    with suppress(UnreadableError):
        assert read(bytes(data[:cut])).chapters
