"""Kindle files made of values: MOBI and KF8, in each compression."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from tests.formats.ao3_page import Page

NONE = 0xFFFFFFFF
STORED, PALMDOC, HUFFMAN = 1, 2, 17480
FACTS = {503: ["The Salt Road"], 100: ["marrowlight"], 105: ["Tidewrack"], 524: ["en"]}
"""Title, author, subject, language."""
BREAK = "<mbp:pagebreak/>"
CHAPTERS = (
    ("The Harbour", "<p>Ana had sworn off the coast.</p><p>Then the <i>post boat</i> came.</p>"),
    ("The Ledger", "<p>Ines kept the ledger shut with one hand.</p>"),
)
_RECORD = 4096
_PHRASE = b"the "


def mobi(
    chapters: Sequence[tuple[str, str]] = CHAPTERS,
    *,
    before: str = "",
    facts: Mapping[int, Sequence[str]] = FACTS,
    compression: int = PALMDOC,
    encrypted: bool = False,
    encoding: str = "utf-8",
    listed: bool = True,
) -> bytes:
    """A MOBI of chapters (heading, HTML), whose contents are an index, or a page of links if not `listed`."""
    page = f"<html><head><guide></guide></head><body>{before}".encode(encoding)
    entries = []
    for title, html in chapters:
        page += BREAK.encode()
        entries.append((title, len(page)))
        page += f'<p align="center"><font size="5"><b>{title}</b></font></p>{html}'.encode(encoding)
    if not listed:
        page = _with_contents_page(page, entries, encoding)
    page += b"</body></html>"
    index = _contents([(title, {1: [at]}) for title, at in entries], encoding) if listed else []
    text = _text_records(page, compression)
    huffman = _huffman() if compression == HUFFMAN else []
    first = 1 + len(text)
    fields = {
        112: first + len(index) if huffman else NONE,
        116: len(huffman),
        244: first if index else NONE,
    }
    packed = (compression, len(page), len(text), 2 if encrypted else 0)
    header = _header(packed, fields, facts, version=6, encoding=encoding)
    return palm_database([header, *text, *index, *huffman])


def kf8(
    parts: Sequence[str],
    contents: Sequence[tuple[str, int]],
    *,
    facts: Mapping[int, Sequence[str]] = FACTS,
    images: Sequence[bytes] = (),
) -> bytes:
    """A KF8 of parts (HTML of bodies) and contents: titles and the part that each leads to."""
    head, foot = b'<html xmlns="http://www.w3.org/1999/xhtml"><head></head><body>', b"</body></html>"
    whole, skeletons, fragments = b"", [], []
    for number, part in enumerate(parts):
        body = part.encode()
        at = len(whole)
        whole += head + foot + body
        shape = [at, len(head + foot), at, len(head + foot)]
        skeletons.append((f"SKEL{number:010}".encode(), {1: [1, 1], 6: shape}))
        numbers = {2: [0], 3: [number], 4: [number], 6: [0, len(body)]}
        fragments.append((f"{at + len(head):010}".encode(), numbers))
    text = _text_records(whole, PALMDOC)
    ncx = _contents([(title, {1: [number], 6: [part, 0]}) for number, (title, part) in enumerate(contents)])
    tables = [ncx, _index(fragments, [(2, 1), (3, 1), (4, 1), (6, 2)]), _index(skeletons, [(1, 1), (6, 2)])]
    at = 1 + len(text)
    fields = {}
    records = [*text]
    for place, table in zip((244, 248, 252), tables, strict=True):
        fields[place] = at
        at += len(table)
        records += table
    fields[192] = at
    records.append(struct.pack(">4sLLLL", b"FDST", 12, 1, 0, len(whole)))
    fields[108] = at + 1 if images else NONE
    return palm_database(
        [_header((PALMDOC, len(whole), len(text), 0), fields, facts, version=8), *records, *images]
    )


def ao3_mobi(page: Page) -> bytes:
    """The MOBI that the archive offers of a work: its preface without ids and classes. Texts are plain."""
    home = f"https://archiveofourown.org/works/{page.id}"
    facts = "".join(
        f"<p><b>{label}:</b></p><blockquote>"
        + ", ".join(f'<a href="https://archiveofourown.org/tags/x">{name}</a>' for name in names)
        + "</blockquote>"
        for label, names in page.tags.items()
    )
    count = len(page.chapters)
    updated = f"Updated: {page.updated} " if page.updated else ""
    series = f"<p><b>Series:</b></p><blockquote>{page.series_html}</blockquote>" if page.series_html else ""
    stats = (
        f"Published: {page.published} {updated}Words: {page.words:,} Chapters: {count}/{page.total or count}"
    )
    before = (
        f'<p> </p><p align="center"><b>{page.title}</b><br></br> Posted originally on the '
        f'<a href="https://archiveofourown.org/">Archive of Our Own</a> at <a href="{home}">{home}</a>.</p>'
        f"{facts}<p><b>Language:</b></p><blockquote>{page.language}</blockquote>{series}"
        f"<p><b>Stats:</b></p><blockquote> {stats} </blockquote>{BREAK}"
        f'<p align="center"><font size="5"><b>{page.title}</b></font></p>'
        f'<p align="center">by <a href="https://archiveofourown.org/users/x">marrowlight</a></p>'
        + _noted("Summary", page.summary)
        + _noted("Notes", page.notes, "work" if page.end_notes else "")
    )
    chapters = [
        (
            f"Chapter {number}: {chapter.title}",
            _noted("Chapter Summary", chapter.summary)
            + _noted("Chapter Notes", chapter.notes, "chapter" if chapter.end_notes else "")
            + chapter.body
            + _noted("Chapter End Notes", chapter.end_notes),
        )
        for number, chapter in enumerate(page.chapters, 1)
    ]
    last, html = chapters[-1]
    plea = f'<p>Please <a href="{home}">drop by the Archive and comment</a> to let the creator know if you '
    after = f"{BREAK}<p> </p>{_noted('End Notes', page.end_notes)}{plea}enjoyed their work!</p>"
    chapters[-1] = (last, html + after)
    return mobi(chapters, before=before)


def palm_database(records: Sequence[bytes]) -> bytes:
    """The records in their container."""
    start = 78 + 8 * len(records) + 2
    directory = b""
    for number, record in enumerate(records):
        directory += struct.pack(">LL", start, number)
        start += len(record)
    name = b"Salt_Road".ljust(32, b"\0")
    head = name + bytes(28) + b"BOOKMOBI" + bytes(8) + struct.pack(">H", len(records))
    return head + directory + b"\0\0" + b"".join(records)


def palmdoc(data: bytes) -> bytes:
    """Packed as PalmDOC does: repeats, spaces before letters, other bytes as they are."""
    out = bytearray()
    at = 0
    while at < len(data):
        length = next(
            (
                size
                for size in range(10, 2, -1)
                if data.rfind(data[at : at + size], max(0, at - 2047), at) >= 0
            ),
            0,
        )
        if length and at + length <= len(data):
            distance = at - data.rfind(data[at : at + length], max(0, at - 2047), at)
            out += struct.pack(">H", 0x8000 | distance << 3 | length - 3)
            at += length
        elif data[at] == 0x20 and 0x40 <= data[at + 1 : at + 2][0:1].ljust(1)[0] < 0x80:
            out.append(data[at + 1] ^ 0x80)
            at += 2
        elif data[at] == 0 or 9 <= data[at] < 0x80:
            out.append(data[at])
            at += 1
        else:
            out += bytes((1, data[at]))
            at += 1
    return bytes(out)


def _text_records(page: bytes, compression: int) -> list[bytes]:
    """The text in records, each with one trailing entry of two bytes and none of a cut character."""
    packers: dict[int, Callable[[bytes], bytes]] = {STORED: bytes, PALMDOC: palmdoc, HUFFMAN: _coded}
    pack = packers[compression]
    return [pack(page[at : at + _RECORD]) + b"\x00\x82" for at in range(0, len(page), _RECORD)]


def _coded(data: bytes) -> bytes:
    """In codes of eight bits: a byte is the code 255 - byte, and the code 254 the phrase."""
    return bytes(255 - byte for byte in data.replace(_PHRASE, b"\x01"))


def _huffman() -> list[bytes]:
    by_byte = struct.pack(">256L", *[255 << 8 | 0x80 | 8] * 256)
    codes = struct.pack(">4sLLL", b"HUFF", 24, 24, 24 + 1024) + bytes(8) + by_byte + bytes(256)
    entries = [struct.pack(">HB", 0x8001, byte) for byte in range(256)]
    entries[1] = struct.pack(">H", len(_PHRASE)) + bytes(255 - byte for byte in _PHRASE)
    at, offsets = 512, b""
    for entry in entries:
        offsets += struct.pack(">H", at)
        at += len(entry)
    return [codes, struct.pack(">4sLLL", b"CDIC", 16, 256, 8) + offsets + b"".join(entries)]


def _header(
    packed: tuple[int, int, int, int],
    fields: Mapping[int, int],
    facts: Mapping[int, Sequence[str]],
    *,
    version: int,
    encoding: str = "utf-8",
) -> bytes:
    record = bytearray(16 + 264)
    compression, length, count, encryption = packed
    struct.pack_into(">HHLHHHH", record, 0, compression, 0, length, count, _RECORD, encryption, 0)
    code = 65001 if encoding == "utf-8" else 1252
    struct.pack_into(">4sLLLLL", record, 16, b"MOBI", 264, 2, code, 1, version)
    for place in (108, 112, 192, 244, 248, 252, 256, 260):
        struct.pack_into(">L", record, place, NONE)
    for place, value in fields.items():
        struct.pack_into(">L", record, place, value)
    struct.pack_into(">H", record, 242, 2)
    struct.pack_into(">L", record, 128, 0x50)
    values = [(kind, text.encode(encoding)) for kind, texts in facts.items() for text in texts]
    exth = b"".join(struct.pack(">LL", kind, 8 + len(value)) + value for kind, value in values)
    exth = struct.pack(">4sLL", b"EXTH", 12 + len(exth), len(values)) + exth
    struct.pack_into(">LL", record, 84, len(record) + len(exth), 9)
    return bytes(record) + exth + b"Salt Road"


def _contents(
    entries: Iterable[tuple[str, Mapping[int, Sequence[int]]]], encoding: str = "utf-8"
) -> list[bytes]:
    labels, rows = b"", []
    for number, (title, values) in enumerate(entries):
        rows.append((f"{number:03}".encode(), {**values, 3: [len(labels)], 4: [0]}))
        labels += _number(len(title.encode(encoding))) + title.encode(encoding)
    tags = [(1, 1), (3, 1), (4, 1), *([(6, 2)] if any(6 in values for _, values in rows) else [])]
    return _index(rows, tags, labels)


def _index(
    rows: Sequence[tuple[bytes, Mapping[int, Sequence[int]]]],
    tags: Sequence[tuple[int, int]],
    labels: bytes = b"",
) -> list[bytes]:
    """The records of an index; each tag has a bit of one control byte, or two bits where it counts twice."""
    table, masks, bit = b"", {}, 0
    for tag, size in tags:
        wide = any(len(values.get(tag, ())) > size for _, values in rows)
        masks[tag] = (0b11 if wide else 1) << bit, bit, size
        table += bytes((tag, size, masks[tag][0], 0))
        bit += 2 if wide else 1
    tagx = struct.pack(">4sLL", b"TAGX", 12 + len(table) + 4, 1) + table + b"\0\0\0\1"
    body, offsets = b"", b""
    for name, values in rows:
        offsets += struct.pack(">H", 192 + len(body))
        control = sum((len(values[tag]) // masks[tag][2]) << masks[tag][1] for tag in values)
        numbers = b"".join(_number(value) for tag, _ in tags for value in values[tag])
        body += bytes((len(name),)) + name + bytes((control,)) + numbers
    head = _indx(0, 1, 1 if labels else 0) + tagx
    return [
        head,
        _indx(192 + len(body), len(rows), 0) + body + b"IDXT" + offsets,
        *([labels] if labels else []),
    ]


def _indx(start: int, count: int, labels: int) -> bytes:
    return struct.pack(
        ">4s13L", b"INDX", 192, 0, 0, 0, start, count, 65001, NONE, count, 0, 0, 0, labels
    ).ljust(192, b"\0")


def _number(value: int) -> bytes:
    """Seven bits a byte, the highest bit on the last."""
    out = [value & 0x7F | 0x80]
    while value := value >> 7:
        out.append(value & 0x7F)
    return bytes(reversed(out))


def _with_contents_page(page: bytes, entries: Sequence[tuple[str, int]], encoding: str) -> bytes:
    """The page with a list of links at its end, which the guide at its beginning names."""
    guide = b'<reference type="toc" title="Contents" filepos=%010d />'
    shift = len(guide % 0)
    links = "".join(f"<p><a filepos={at + shift:010}>{title}</a></p>" for title, at in entries)
    at = len(page) + shift + len(BREAK)
    page = page.replace(b"<guide>", b"<guide>" + guide % at)
    return page + f"{BREAK}<p>Contents</p>{links}{BREAK}".encode(encoding)


def _noted(label: str, html: str, whole: str = "") -> str:
    """Notes under their label, and the line that sends the reader on to those at the end of the `whole`."""
    more = "more notes" if html else "notes"
    link = f"<p>See the end of the {whole} for <a>{more}</a></p>" if whole else ""
    return (
        f"<p>{label}</p>{f'<blockquote>{html}</blockquote>' if html else ''}{link}" if html or whole else ""
    )
