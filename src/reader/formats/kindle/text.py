"""The pages and contents of a Kindle file, of either kind, as HTML with ordinary links.

Source: the MobileRead wiki, "MOBI" and "KF8"; foliate-js (mobi.js); KindleUnpack (mobi_k8proc.py).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from reader.formats.kindle.compression import text_of_volume
from reader.formats.kindle.container import DAMAGED, NONE, number
from reader.formats.kindle.index import read_index
from reader.formats.kindle.places import name_places
from reader.formats.source import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.formats.kindle.container import Volume
    from reader.formats.kindle.index import Row

_KF8_LINK = re.compile(rb"kindle:pos:fid:([0-9A-Va-v]{1,8}):off:([0-9A-Va-v]{1,12})")
_KF8_IMAGE = re.compile(rb"kindle:embed:([0-9A-Va-v]{1,8})(?:\?mime=[\w/+.-]{0,60})?")
_MOBI_LINK = re.compile(rb"""\bfilepos\s*=\s*["']?(\d{1,12})["']?""", re.IGNORECASE)
_MOBI_IMAGE = re.compile(rb"""\b(?:hi|lo)?recindex\s*=\s*["']?(\d{1,8})["']?""", re.IGNORECASE)
_PAGE_BREAK = re.compile(rb"<(/?)mbp:pagebreak\b([^<>]{0,300}?)/?>", re.IGNORECASE)
_CONTENTS = re.compile(
    rb"""<reference\b[^<>]{0,300}?\btype=["']?toc\b[^<>]{0,300}?\bfilepos=["']?(\d{1,12})""", re.IGNORECASE
)
_CONTENTS_LINK = re.compile(
    rb"""<a\b[^<>]{0,200}?\bfilepos\s*=\s*["']?(\d{1,12})[^<>]{0,200}>(.{1,400}?)</a>""",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"<[^<>]{0,400}>")
PAGE_BREAK = b'<div class="page-break" hidden="hidden"></div>'
"""What stands in the HTML where MOBI asks for a new page."""
_MOST_LINKS = 20_000


class Entry(NamedTuple):
    """A line of the contents."""

    title: str
    part: int
    place: str
    depth: int


@dataclass(frozen=True, slots=True)
class KindleText:
    """The text of a Kindle file. Pictures are named as `image_name` does."""

    parts: tuple[bytes, ...]
    """HTML; links between them are `part_name(index)#id`."""
    entries: tuple[Entry, ...]
    listed: frozenset[int] = frozenset()
    """The parts that are nothing but a contents list made for the device."""


def part_name(index: int) -> str:
    """What a part is called in links."""
    return f"part{index:04}.xhtml"


def image_name(index: int) -> str:
    """What a picture is called, counted from 1."""
    return f"image{index:05}"


def read_text(volume: Volume) -> KindleText:
    """The text of a work. Raises `UnreadableError` where it is damaged."""
    text = text_of_volume(volume)
    if not text.strip():
        raise UnreadableError(DAMAGED)
    return _kf8(volume, text) if volume.header.skeletons != NONE else _mobi(volume, text)


def _kf8(volume: Volume, text: bytes) -> KindleText:
    """The text of a KF8: fragments put back into the skeletons that they were cut from."""
    flows = volume.record(volume.header.flows)
    text = text[: number(flows, 16)] if flows[:4] == b"FDST" and number(flows, 16) else text
    fragments, _ = read_index(volume, volume.header.fragments)
    starts, parts = _assembled(text, read_index(volume, volume.header.skeletons)[0], fragments)
    if not parts:
        raise UnreadableError(DAMAGED)
    inserted = [_offset(row) for row in fragments]

    def place(fragment: int, offset: int) -> int:
        return (inserted[fragment] if fragment < len(inserted) else 0) + offset

    contents = [
        (place(row.value(6), row.value(6, 1)), title, depth) for row, title, depth in _contents(volume)
    ]
    links = {
        found[0]: place(int(found[1], 32), int(found[2], 32))
        for part in parts
        for found in islice(_KF8_LINK.finditer(part), _MOST_LINKS)
    }
    names = _named(starts, parts, [*links.values(), *(target for target, *_ in contents)])

    def address(found: re.Match[bytes]) -> bytes:
        part, name = names(links.get(found[0], 0))
        return f"{part_name(part)}#{name}".removesuffix("#").encode()

    pages = [_KF8_LINK.sub(address, part) for part in parts]
    pages = [_KF8_IMAGE.sub(lambda m: image_name(int(m[1], 32)).encode(), page) for page in pages]
    entries = [Entry(title, *names(target), depth) for target, title, depth in contents]
    listed = {index for index, page in enumerate(pages) if b'id="calibre_generated_inline_toc"' in page}
    return KindleText(tuple(pages), tuple(entries), frozenset(listed))


def _named(starts: list[int], parts: list[bytes], targets: list[int]) -> Callable[[int], tuple[int, str]]:
    """Gives ids to what the targets point at, and tells the part and the id of a target.

    Targets count bytes in all parts, of which each begins at its start. The parts are replaced in the list.
    """
    names: dict[int, tuple[int, str]] = {}
    by_part: defaultdict[int, list[int]] = defaultdict(list)
    for target in targets:
        by_part[_part_of(starts, target)].append(target)
    for index, within in by_part.items():
        start = starts[index]
        parts[index], found = name_places(parts[index], [target - start for target in within])
        names |= {offset + start: (index, name) for offset, name in found.items()}
    return lambda target: names.get(target, (_part_of(starts, target), ""))


def _assembled(text: bytes, skeletons: list[Row], fragments: list[Row]) -> tuple[list[int], list[bytes]]:
    """Where each part begins in the whole, and the parts."""
    waiting = iter(fragments)
    starts: list[int] = []
    parts: list[bytes] = []
    for skeleton in skeletons:
        start = skeleton.value(6)
        at = start + skeleton.value(6, 1)
        part = bytearray(text[start:at])
        for _ in range(skeleton.value(1)):
            fragment = next(waiting, None)
            if fragment is None:
                break
            length = fragment.value(6, 1)
            insert = _offset(fragment) - start
            insert = insert if 0 <= insert <= len(part) else len(part)
            part[insert:insert] = text[at : at + length]
            at += length
        starts.append(start)
        parts.append(bytes(part))
        if sum(map(len, parts)) > 2 * len(text) + 65536:
            raise UnreadableError(DAMAGED)
    return starts, parts


def _offset(fragment: Row) -> int:
    """Where a fragment is put in, in bytes of the whole: its name in decimal digits."""
    return int(fragment.name) if fragment.name.isdigit() and len(fragment.name) < 20 else 0


def _part_of(starts: list[int], target: int) -> int:
    return max(0, bisect_right(starts, target) - 1)


def _contents(volume: Volume) -> list[tuple[Row, str, int]]:
    """The rows of the contents with their titles and depths, in the order in which they are read."""
    rows, labels = read_index(volume, volume.header.contents)
    return [
        (row, labels[row.value(3)].decode(volume.header.encoding, errors="replace").strip(), row.value(4))
        for row in sorted(rows, key=lambda row: row.value(1))
        if row.value(3) in labels
    ]


def _mobi(volume: Volume, text: bytes) -> KindleText:
    """The text of a MOBI: one page, whose links are byte offsets."""
    contents = [(row.value(1), title, depth) for row, title, depth in _contents(volume)]
    listed = _CONTENTS.search(text[:65536])
    start = int(listed[1]) if listed else len(text)
    end = next((found.start() for found in _PAGE_BREAK.finditer(text, start)), len(text))
    contents = contents or _listed(text[start:end], volume.header.encoding)
    targets = [int(found[1]) for found in _MOBI_LINK.finditer(text)][:_MOST_LINKS]
    if 0 < start < end and end - start < len(text) // 2:
        text = text[:start] + text[end:].rjust(len(text) - start)  # offsets behind it stay
    page, names = name_places(text, [*targets, *(target for target, *_ in contents)])
    page = _MOBI_LINK.sub(lambda m: f'href="#{names.get(int(m[1]), "")}"'.encode(), page)
    page = _MOBI_IMAGE.sub(lambda m: f'src="{image_name(int(m[1]))}"'.encode(), page)
    page = _PAGE_BREAK.sub(lambda m: b"" if m[1] else PAGE_BREAK, page)
    entries = [Entry(title, 0, names[target], depth) for target, title, depth in contents if target in names]
    html = page.decode(volume.header.encoding, errors="replace")
    return KindleText((html.encode(),), tuple(entries))


def _listed(page: bytes, encoding: str) -> list[tuple[int, str, int]]:
    """The contents as the page that lists them has them."""
    found = [
        (int(link[1]), " ".join(_TAG.sub("", link[2].decode(encoding, errors="replace")).split()))
        for link in _CONTENTS_LINK.finditer(page)
    ]
    return [(target, title, 0) for target, title in found if title]
