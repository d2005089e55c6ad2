from __future__ import annotations

import codecs

import pytest

from reader.formats.markup.tree import drop, opening, parse, parse_text
from reader.formats.source import UnreadableError

TEXT = (
    "Zoë’s café – the “naïve” one by the quay… and it was a long way there and back for all of us."
    + " And so on." * 9
)


def words(data: bytes) -> str:
    return "".join(parse(data).itertext()).strip()


@pytest.mark.parametrize(
    "data",
    [
        f"<p>{TEXT}</p>".encode(),
        codecs.BOM_UTF8 + f"<p>{TEXT}</p>".encode(),
        codecs.BOM_UTF16_LE + f"<p>{TEXT}</p>".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + f"<p>{TEXT}</p>".encode("utf-16-be"),
        f'<meta charset="windows-1252"><p>{TEXT}</p>'.encode("cp1252"),
        f'<meta charset="iso-8859-1"><p>{TEXT}</p>'.encode("cp1252"),
        f'<meta charset="iso-8859-1"><p>{TEXT}</p>'.encode(),
        f'<meta charset="no-such"><p>{TEXT}</p>'.encode("cp1252"),
        f"<p>{TEXT}</p>".encode("cp1252"),
        f'<?xml version="1.0" encoding="utf-8"?><p>{TEXT}</p>'.encode(),
    ],
)
def test_every_encoding_is_read(data: bytes) -> None:
    assert words(data) == TEXT


def test_a_declared_encoding_is_believed() -> None:
    text = "лодка вышла"
    page = f'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>{text}</p>'
    assert words(page.encode("koi8-r")) == text


def test_a_damaged_page_is_read_as_far_as_it_goes() -> None:
    assert words(b"<html><body><p>one<p>two</b></div><em>three<div>four</em>") == "onetwothreefour"


def test_nothing_is_fetched_and_no_entity_is_read_from_a_file() -> None:
    page = b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><p>a&x;b</p>'
    assert "a&x;b" in words(page)


@pytest.mark.parametrize("data", [b"", b"  \n", b"<!-- only -->"])
def test_nothing_to_read_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        parse(data)


def test_binary_data_is_refused() -> None:
    with pytest.raises(UnreadableError):
        parse(b"<p>" + bytes(range(256)) * 8)


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_the_opening_never_fails(mark: bytes) -> None:
    assert opening(mark + b"<p>\xff\xfe") == "<p>"


def test_what_is_dropped_leaves_the_text_after_it() -> None:
    root = parse_text("<body>a<i>b</i>c<u>d</u>e</body>")
    for name in ("i", "u"):
        found = root.find(f".//{name}")
        assert found is not None
        drop(found)
    assert "".join(root.itertext()) == "ace"


@pytest.mark.parametrize("opening_tags", ["<div><font>", "<span>", "<b><i>", "<blockquote><div>"])
def test_nothing_is_lost_where_thousands_of_elements_are_never_closed(opening_tags: str) -> None:
    body = "".join(f"{opening_tags}word{number} " for number in range(5000))
    assert words(f"<html><body>{body}</body></html>".encode()).split() == [f"word{n}" for n in range(5000)]
