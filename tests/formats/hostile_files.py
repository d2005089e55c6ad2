"""Files made to harm whoever opens them: bombs, endless nesting, a million of everything, one huge line."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

from tests.formats.epub_file import epub, epub_files, page, zipped
from tests.formats.fb2_file import Fb2, fb2
from tests.formats.monotonous_files import in_ao3, in_epub, in_fb2, in_html
from tests.formats.zip_mutations import packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Callable

    Files = dict[str, tuple[str, Callable[[], bytes]]]

MEGABYTE = 1_000_000
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
LAUGHS = f'<!DOCTYPE x [<!ENTITY l0 "ha">{_LAUGHS}]>'
"""Ten to the eleventh laughs, to whoever expands entities."""
_QUADRATIC = f'<!DOCTYPE x [<!ENTITY a "{"a" * 50_000}">]>'
_EXTERNAL = (
    '<!DOCTYPE x [<!ENTITY l11 SYSTEM "file:///dev/zero"><!ENTITY % p SYSTEM "http://localhost:9/x"> %p;]>'
)
_DEEP = 10_000
_WORDS = "The boat came late, and nobody met it. "


def _in_package(doctype: str, text: str) -> bytes:
    """An EPUB whose XML files all have a document type and use its entities."""
    files = epub_files(version=2)
    for name in ("OEBPS/content.opf", "OEBPS/toc.ncx", "OEBPS/chapter1.xhtml", "META-INF/container.xml"):
        head, mark, rest = files[name].decode().partition("?>")
        files[name] = (head + mark + doctype + rest.replace("Salt", text).replace("Ana", text)).encode()
    return zipped(files)


def _in_fb2(doctype: str, text: str) -> bytes:
    return fb2(Fb2(doctype=doctype, bodies=f"<body><section><p>A coast {text}.</p></section></body>"))


def _many_files(count: int) -> bytes:
    return packed([*unpacked(epub()), *((f"OEBPS/f{number}.xhtml", b"") for number in range(count))])


def _bomb(megabytes: int) -> bytes:
    """An EPUB with a chapter that unpacks to so many megabytes."""
    return packed([*unpacked(epub()), ("OEBPS/chapter1.xhtml", b" " * (megabytes * MEGABYTE))])


def _overlapping(count: int) -> bytes:
    """An EPUB whose chapters share one packed file (D. Fifield, "A better zip bomb", 2019)."""
    files = unpacked(epub({f"c{number}.xhtml": "" for number in range(count)}))
    made = packed([file for file in files if not file[0].startswith("OEBPS/c") or ".opf" in file[0]])
    at, end = made.index(b"PK\x01\x02"), made.rindex(b"PK\x05\x06")
    size = 16 * MEGABYTE
    squeezed = zlib.compressobj(9, wbits=-15)
    body = squeezed.compress(b"<p>a</p>" * (size // 8)) + squeezed.flush()
    fields = (20, 0, 8, 0, 0x21, 0, len(body), size)
    shared = struct.pack("<4s5H3I2H", b"PK\x03\x04", *fields, 1, 0) + b"x" + body
    directory = made[at:end]
    for number in range(count):
        name = b"OEBPS/c%d.xhtml" % number
        directory += (
            struct.pack("<4s6H3I5H2I", b"PK\x01\x02", 20, *fields, len(name), 0, 0, 0, 0, 0, at) + name
        )
    total = directory.count(b"PK\x01\x02")
    last = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, total, total, len(directory), at + len(shared), 0)
    return made[:at] + shared + directory + last


def _nested_zip(depth: int) -> bytes:
    data = epub()
    for _ in range(depth):
        data = zipped({"a.epub": data})
    return data


def _deep_ncx() -> bytes:
    point = '<navPoint id="a"><navLabel><text>a</text></navLabel><content src="chapter1.xhtml"/>'
    points = point * _DEEP + "</navPoint>" * _DEEP
    ncx = f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>{points}</navMap></ncx>'
    return zipped({**epub_files(version=2), "OEBPS/toc.ncx": ncx.encode()})


def _deep_nav() -> bytes:
    items = '<ol><li><a href="chapter1.xhtml">a</a>' * _DEEP + "</li></ol>" * _DEEP
    return zipped({**epub_files(), "OEBPS/nav.xhtml": page(f'<nav epub:type="toc">{items}</nav>').encode()})


def _deep(tag: str) -> str:
    return f"<{tag}>" * _DEEP + "A coast." + f"</{tag}>" * _DEEP


def _attributes(count: int) -> str:
    return "<p " + " ".join(f"a{number}='1'" for number in range(count)) + ">A coast.</p>"


BOMBS: Files = {
    "laughs in an EPUB": ("a.epub", lambda: _in_package(LAUGHS, "&l11;")),
    "laughs in FB2": ("a.fb2", lambda: _in_fb2(LAUGHS, "&l11;")),
    "laughs in HTML": ("a.html", lambda: LAUGHS.encode() + in_html("<p>&l11;</p>")),
    "a long entity often, in an EPUB": ("a.epub", lambda: _in_package(_QUADRATIC, "&a;" * 5000)),
    "a long entity often, in FB2": ("a.fb2", lambda: _in_fb2(_QUADRATIC, "&a;" * 50_000)),
    "entities from elsewhere in an EPUB": ("a.epub", lambda: _in_package(_EXTERNAL, "&l11;")),
    "entities from elsewhere in FB2": ("a.fb2", lambda: _in_fb2(_EXTERNAL, "&l11;")),
    "a chapter of 200 MB": ("a.epub", lambda: _bomb(200)),
    "files that overlap": ("a.epub", lambda: _overlapping(100)),
    "FB2 of 100 MB in a zip": (
        "a.fb2.zip",
        lambda: zipped({"a.fb2": b"<FictionBook>" + b" " * 10**8}),
    ),
    "zips in zips": ("a.zip", lambda: _nested_zip(30)),
    "100,000 files": ("a.epub", lambda: _many_files(100_000)),
    "19,000 files": ("a.epub", lambda: _many_files(19_000)),
    "a deep NCX": ("a.epub", _deep_ncx),
    "a deep nav": ("a.epub", _deep_nav),
    "deep sections in FB2": ("a.fb2", lambda: in_fb2(_deep("section"))),
    "deep citations in FB2": ("a.fb2", lambda: in_fb2(_deep("cite"))),
    "deep quotations in Markdown": ("a.md", lambda: f"# Salt\n\n{'> ' * _DEEP}A coast.\n".encode()),
    "deep lists in Markdown": ("a.md", lambda: "".join("  " * at + "- a\n" for at in range(1000)).encode()),
    "brackets in Markdown": ("a.md", lambda: ("# Salt\n\n" + "[" * 90_000 + "](" * 90_000).encode()),
    "attributes in HTML": ("a.html", lambda: in_html(_attributes(200_000))),
    "attributes in an EPUB": ("a.epub", lambda: in_epub(_attributes(200_000))),
    "attributes in FB2": ("a.fb2", lambda: in_fb2(_attributes(200_000))),
}
"""Files that cost little to read if they are read with care."""

_TAGS = ("div", "i", "blockquote", "ul", "table><tr><td", "section", "a href='#x'", "q", "pre")
NESTED: Files = {
    f"deep {tag} in {name}": (name, lambda make=make, tag=tag: make(_deep(tag)))  # type: ignore[misc]  # its defaults
    for tag in _TAGS
    for name, make in (("ao3.html", in_ao3), ("a.epub", in_epub), ("a.html", in_html))
}
"""Elements in elements."""

HUGE: Files = {
    "50 MB on a line": ("a.txt", lambda: (_WORDS * (50 * MEGABYTE // len(_WORDS))).encode()),
    "50 MB of one word": ("a.txt", lambda: b"a" * 50 * MEGABYTE),
    "50 MB on a line of HTML": ("a.html", lambda: in_html(_WORDS * (50 * MEGABYTE // len(_WORDS)))),
    "50 MB in FB2": ("a.fb2", lambda: in_fb2(f"<p>{_WORDS * (50 * MEGABYTE // len(_WORDS))}</p>")),
    "45 MB in Cyrillic": ("a.txt", lambda: ("Соляная дорога. " * (20 * MEGABYTE // 16)).encode()),
    "200 MB of text": ("a.txt", lambda: b"a " * 100 * MEGABYTE),
    **{
        f"a million open {tag}": ("a.html", lambda tag=tag: in_html(f"<{tag}>a" * MEGABYTE))  # type: ignore[misc]
        for tag in ("div", "i", "p", "ul><li", "a href='#x'", "table><tr><td")
    },
    "a million sections": ("a.fb2", lambda: in_fb2("<section>a" * MEGABYTE)),
    "a million open paragraphs in an EPUB": ("a.epub", lambda: in_epub("<p>a" * MEGABYTE)),
}
"""Files of many megabytes, or of as many elements."""
