"""PDF files made of values: text at positions in the standard fonts, links, an outline, facts."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WIDTH, HEIGHT = 612, 792
FONTS = ("Courier", "Courier-Oblique", "Courier-Bold")
_ADVANCE = 0.6
"""Of every letter of Courier, in its size."""
LEADING = 1.25
"""Times the size."""


@dataclass(frozen=True, slots=True)
class Text:
    """Some text in one font; `left` and `base` in points from the bottom left of the page."""

    text: str
    left: float
    base: float
    size: float = 12
    font: int = 0
    """An index of FONTS."""
    link: str = ""

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.left + len(self.text) * self.size * _ADVANCE


def pdf(
    pages: Sequence[Sequence[Text]],
    *,
    facts: Mapping[str, str] | None = None,
    outline: Sequence[tuple[str, int]] = (),
    encrypted: bool = False,
    picture: bool = False,
) -> bytes:
    """A PDF of pages, an outline of titles and pages from 0; with `picture` each page is painted grey."""
    objects: list[bytes] = [b"", b""]  # the catalogue and the pages, which name what comes after

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    fonts = [
        add(f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>".encode())
        for name in FONTS
    ]
    resources = (
        "/Resources<</Font<<" + "".join(f"/F{at} {number} 0 R" for at, number in enumerate(fonts)) + ">>>>"
    )
    kids = []
    for page in pages:
        drawn = (b"0.5 g 0 0 612 792 re f\n" if picture else b"") + b"".join(map(_drawn, page))
        content = add(b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn))
        links = [add(_annotation(text)) for text in page if text.link]
        listed = f"/Annots[{' '.join(f'{link} 0 R' for link in links)}]" if links else ""
        box = f"/MediaBox[0 0 {WIDTH} {HEIGHT}]"
        kids.append(
            add(f"<</Type/Page/Parent 2 0 R{box}{resources}/Contents {content} 0 R{listed}>>".encode())
        )
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(f'{kid} 0 R' for kid in kids)}]>>".encode()
    catalogue = "<</Type/Catalog/Pages 2 0 R"
    if outline:
        first = len(objects) + 2
        last = first + len(outline) - 1
        root = add(f"<</First {first} 0 R/Last {last} 0 R/Count {len(outline)}>>".encode())
        for number, (title, at) in enumerate(outline, first):
            following = f"/Next {number + 1} 0 R" if number < last else ""
            entry = f"/Parent {root} 0 R{following}/Dest[{kids[at]} 0 R/XYZ 0 {HEIGHT} 0]>>"
            add(b"<</Title" + _string(title) + entry.encode())
        catalogue += f"/Outlines {root} 0 R"
    objects[0] = f"{catalogue}>>".encode()
    trailer = b""
    if facts:
        pairs = b"".join(b"/" + key.encode() + _string(value) for key, value in facts.items())
        trailer += b"/Info %d 0 R" % add(b"<<" + pairs + b">>")
    if encrypted:
        keys = b"/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">"
        trailer += b"/Encrypt %d 0 R" % add(b"<</Filter/Standard/V 1/R 2/P -4" + keys + b">>")
        trailer += b"/ID[<" + b"43" * 16 + b"><" + b"43" * 16 + b">]"
    return _file(objects, trailer)


def set_text(
    paragraphs: Sequence[str],
    *,
    columns: int = 60,
    indent: int = 2,
    rows: int = 40,
    head: str = "",
    foot: str = "",
    gap: float = 0.0,
) -> list[list[Text]]:
    """Pages of paragraphs in lines of so many letters. `#` in head and foot is the page's number.

    A paragraph that begins with "# " is a heading on a new page; `gap` is what is left free between others,
    in lines.
    """
    pages: list[list[Text]] = []
    base = 0.0
    bottom = HEIGHT - 90 - rows * 12 * LEADING
    for paragraph in paragraphs:
        heading = paragraph.startswith("# ")
        first = " " * (0 if heading else indent)
        lines = wrap(paragraph.removeprefix("# "), columns, initial_indent=first, break_long_words=False)
        for number, line in enumerate(lines):
            base -= 12 * LEADING * (1 + (gap if number == 0 else 0))
            if not pages or base < bottom or (heading and number == 0):
                pages.append([])
                base = HEIGHT - 90.0
            left = 72 + (len(line) - len(line.lstrip())) * 12 * _ADVANCE
            pages[-1].append(Text(line.lstrip(), left, base, 18 if heading else 12))
    for number, page in enumerate(pages, 1):
        page[:0] = [Text(head.replace("#", str(number)), 200, HEIGHT - 50, 10)] if head else []
        page += [Text(foot.replace("#", str(number)), 300, 40, 10)] if foot else []
    return pages


def _drawn(text: Text) -> bytes:
    return b"BT /F%d %g Tf 1 0 0 1 %g %g Tm %s Tj ET\n" % (
        text.font,
        text.size,
        text.left,
        text.base,
        _string(text.text, "cp1252"),
    )


def _annotation(text: Text) -> bytes:
    box = b"/Rect[%g %g %g %g]" % (text.left, text.base - 3, text.right, text.base + text.size)
    return b"<</Type/Annot/Subtype/Link" + box + b"/A<</S/URI/URI" + _string(text.link) + b">>>>"


def _string(text: str, encoding: str = "") -> bytes:
    data = text.encode(encoding) if encoding else b"\xfe\xff" + text.encode("utf-16-be")
    if not encoding and text.isascii():
        data = text.encode()
    return b"<" + data.hex().encode() + b">"


def _file(objects: Sequence[bytes], trailer: bytes) -> bytes:
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    begin = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        trailer,
        begin,
    )
    return bytes(out)
