"""Files of one thing again and again, which a careless pattern or loop takes the square of the length for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.formats.ao3_flattened_text import CHAPTERS as FLATTENED_CHAPTERS
from tests.formats.ao3_flattened_text import PREFACE
from tests.formats.ao3_page import Page, PageChapter, render
from tests.formats.epub_file import epub
from tests.formats.fanficfare_file import fanficfare_text
from tests.formats.fb2_file import Fb2, fb2
from tests.formats.gutenberg_file import HEADER, START
from tests.formats.kindle_file import STORED, mobi

if TYPE_CHECKING:
    from collections.abc import Callable

_UNITS = {
    "letters": "a",
    "words": "a ",
    "spaces": " ",
    "tabs": "\t",
    "line ends": "\n",
    "blank lines": " \n",
    "quotes": '"',
    "curly quotes": "“a” ",
    "ends without space": "Come back.Nobody",
    "ends and quotes": "came.“Who?”",
    "hyphens": "-",
    "dashes": "a--",
    "stars": "*",
    "stars apart": "* ",
    "underscores": "_",
    "underscored": "_a ",
    "starred": "*a",
    "brackets": "[",
    "notes": "[1]",
    "notes apart": "[1] a\n",
    "parentheses": "(",
    "commas": ",",
    "comma spaces": ", ",
    "colons": "a: ",
    "label lines": "Title: a\n",
    "less": "<",
    "tags": "<a",
    "comments": "<!--",
    "cdata": "<![CDATA[",
    "ampersands": "&",
    "references": "&#",
    "entities": "&amp",
    "digits": "1",
    "dots": ".",
    "spaced dots": ". ",
    "numbers": "1. ",
    "numbered lines": "1. a\n",
    "chapters": "Chapter 1\n\n",
    "chapter lines": "Chapter 1: A\n\nSo.\n\n",
    "romans": "I",
    "roman lines": "I.\n\n",
    "no-break spaces": "\xa0",
    "thin spaces": "\u2009",
    "combining": "e\u0301",
    "ideographs": "塩",
    "backticks": "`",
    "tildes": "~~~\n",
    "hashes": "#",
    "hash lines": "# a\n",
    "equals": "=",
    "pipes": "|",
    "table rows": "|a|b|\n|-|-|\n",
    "backslashes": "\\",
    "links": "[a](b",
    "addresses": "http://a",
    "e-mails": "a@",
    "slashes": "/",
    "indented": "    a\n",
    "quoted lines": "> a\n",
    "rules": "---\n",
    "carriage returns": "\r",
    "capitals": "A ",
    "capital lines": "THE COAST\n\n",
    "short lines": "a\n",
    "ellipses": "…",
    "asterisms": "* * *\n\n",
    "summary lines": "Summary\n",
    "notes lines": "Chapter Notes\n",
    "front matter": "a:\n",
    "percent": "%41",
    "bold": "<b>a</b><br>",
    "breaks": "<br>",
    "paragraphs": "<p>",
    "opens": "<p>a",
    "anchors": '<a id="a">',
    "headings": "<h2>a</h2>",
    "stray ends": "</p>",
    "styles": '<p style="a:b;a:b">',
    "cells": "<td>",
    "items": "<li>",
    "options": "<option>",
    "pictures": '<img src="a">',
    "rubies": "<rt>a",
    "hidden": "<p hidden>",
    "scripts": "<script>",
    "doctypes": "<!DOCTYPE [",
    "labels": "<b>Title:</b> a<br>",
    "notes in HTML": '<a href="#a">1</a>',
    "noterefs": '<a epub:type="noteref" href="#n">1</a>',
}
"""What a text can be made of that a careless pattern or loop takes the square of its length for."""


def in_ao3(body: str) -> bytes:
    """A download with the HTML in its first chapter."""
    return render(Page((PageChapter(body, "One"), PageChapter("<p>Two.</p>", "Two"))))


def in_epub(body: str) -> bytes:
    """An EPUB with the HTML in its only chapter."""
    return epub({"chapter1.xhtml": f"<p>Ana.</p>{body}"})


def in_html(body: str) -> bytes:
    """A page of the HTML."""
    return f"<html><head><title>Salt</title></head><body>{body}</body></html>".encode()


def in_fb2(body: str) -> bytes:
    """An FB2 file of one section with the XML in it."""
    return fb2(Fb2(bodies=f"<body><section>{body}</section></body>"))


SHAPES: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "text": ("a.txt", lambda body: f"The Salt Road\n\nby Ana\n\n{body}\n\nThe end.\n".encode()),
    "AO3 text": ("a.txt", lambda body: (PREFACE + FLATTENED_CHAPTERS.replace("steep", body)).encode()),
    "FanFicFare text": ("a.txt", lambda body: fanficfare_text().replace(b"come home.", body.encode())),
    "Gutenberg text": ("a.txt", lambda body: f"{HEADER}{START}\n\n\n{body}\n".encode()),
    "Markdown": ("a.md", lambda body: f"---\ntitle: Salt\n---\n## One\n\n{body}\n\n## Two\n".encode()),
    "HTML": ("a.html", in_html),
    "AO3 HTML": ("a.html", in_ao3),
    "EPUB": ("a.epub", in_epub),
    "FB2": ("a.fb2", lambda body: in_fb2(f"<p>{body}</p>")),
    "MOBI": ("a.mobi", lambda body: mobi([("One", body), ("Two", "So.")], compression=STORED)),
}


def monotonous(shape: str, unit: str, size: int) -> tuple[str, bytes]:
    """A file's name and bytes: in its format, with so many characters of one thing again and again."""
    name, make = SHAPES[shape]
    return name, make(_UNITS[unit] * (size // len(_UNITS[unit])))


def monotonies() -> list[tuple[str, str]]:
    """Every pair of a shape and a unit."""
    return [(shape, unit) for shape in SHAPES for unit in _UNITS]
