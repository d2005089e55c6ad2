from __future__ import annotations

from importlib import import_module

import pytest
from tests.formats.ao3_page import TEMPLATES, Page, PageChapter, Template, render

from reader.formats.detect import FORMATS, read_work_and_format
from reader.formats.source import Source, UnreadableError

DOWNLOAD = Page((PageChapter("<p>The boat came late.</p>"),))
LINES = "The ropes had started to sing.\n\nInes kept the ledger shut with one hand.\n\n" * 3


@pytest.mark.parametrize("name", ["x.html", "x.txt", "x", "x.epub"])
@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.since)
def test_a_download_is_known_by_what_it_holds(name: str, template: Template) -> None:
    work, format_name = read_work_and_format(Source(name, render(DOWNLOAD, template)))
    assert (work.info.id, format_name) == ("ao3:1234567", "ao3")


@pytest.mark.parametrize("name", ["x.html", "x.txt", "x"])
def test_other_html_and_text_too(name: str) -> None:
    assert read_work_and_format(Source(name, b"<title>T</title><p>a</p>"))[1] == "html"
    assert read_work_and_format(Source(name, LINES.encode()))[1] == "text"


def test_a_download_without_its_chapters_is_still_a_page() -> None:
    page = render(DOWNLOAD).replace(b'id="chapters"', b'id="other"')
    work, format_name = read_work_and_format(Source("x.html", page))
    assert format_name == "html"
    assert any("The boat came late." in chapter.text for chapter in work.chapters)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n\t\n",
        b"<html><body></body></html>",
        b"%PDF-1.7\n%\xe2\xe3",
        b"PK\x03\x04" + b"\x00" * 30 + b"mimetypeapplication/epub+zip",
        b"PK\x03\x04\x00\x00",
        b"\x89PNG\r\n\x1a\n" + bytes(300),
        b"x" * 60 + b"BOOKMOBI" + bytes(100),
        bytes(range(256)) * 8,
        b"\x00" * 100,
    ],
)
@pytest.mark.parametrize("name", ["x.txt", "x.html"])
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, name: str) -> None:
    with pytest.raises(UnreadableError) as refusal:
        read_work_and_format(Source(name, data))
    reason = str(refusal.value)
    assert reason
    assert "\n" not in reason
    assert name not in reason


def test_every_format_has_a_name_of_its_own() -> None:
    names = [import_module(f"reader.formats.{module}").NAME for module in FORMATS]
    assert len(set(names)) == len(names)
