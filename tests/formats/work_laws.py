"""What holds of every work that a format gives, whatever was in the file."""

from __future__ import annotations

import re
from datetime import date
from math import isfinite
from typing import TYPE_CHECKING

from reader.library.codec import decode_blocks, encode_blocks
from reader.library.packing import pack_names, pack_series, unpack_names, unpack_series
from reader.work.model import BlockKind

if TYPE_CHECKING:
    from reader.work.model import Block, Chapter, Work, WorkInfo

UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""Controls, line separators, overrides of direction, and halves of characters."""
_PRINTABLE_NUMBER = 2**53


def hold(work: Work) -> None:
    """Fail where the work is not what the model says."""
    _info(work.info)
    assert work.chapters
    assert [chapter.number for chapter in work.chapters] == [*range(1, len(work.chapters) + 1)]
    keys = [chapter.key for chapter in work.chapters]
    assert len(keys) == len(set(keys)), keys
    for chapter in work.chapters:
        _plain("chapter title", chapter.title)
        _plain("chapter key", chapter.key)
        assert chapter.key
        _chapter(chapter)


def _info(info: WorkInfo) -> None:
    assert info.id
    assert any(character.isprintable() and character != " " for character in info.title), info.title
    tags = [tag.name for tag in info.tags]
    series = [text for part in info.series for text in (part.title, part.url)]
    for name, texts in {
        "title": [info.id, info.title],
        "author": info.authors,
        "tag": tags,
        "series": series,
        "collection": info.collections,
        "language": [info.language or ""],
        "address": [info.url or ""],
        "summary": (info.summary or "").split("\n"),
    }.items():
        for text in texts:
            _plain(name, text)
    assert all(name.strip() for name in (*tags, *info.authors, *(part.title for part in info.series))), info
    for number in (info.words, info.chapters_posted, info.chapters_total):
        assert number is None or (type(number) is int and 0 <= number < _PRINTABLE_NUMBER), number
    assert all(part.part is None or isfinite(part.part) for part in info.series), info.series
    assert all(day is None or type(day) is date for day in (info.published, info.updated))
    assert unpack_series(pack_series(info.series)) == info.series
    assert unpack_names(pack_names(info.authors)) == info.authors


def _chapter(chapter: Chapter) -> None:
    for block in chapter.blocks:
        _block(block)
    assert decode_blocks(encode_blocks(chapter.blocks), chapter.text) == chapter.blocks


def _block(block: Block) -> None:
    cells = block.text.split("\t") if block.kind is BlockKind.TABLE_ROW else [block.text]
    for text in (*cells, block.marker, block.target, block.lang, *block.anchors):
        _plain(f"{block.kind.value} block", text)
    at = 0
    for span in block.spans:
        assert at <= span.start < span.end <= len(block.text), block
        _plain("link", span.link)
        at = span.end
    assert 0 <= block.level < 1000, block.level
    assert 0 <= block.quote < 100_000, block.quote


def _plain(what: str, text: str) -> None:
    assert type(text) is str, (what, text)
    found = UNSAFE.search(text)
    assert not found, f"{what} holds {found[0] if found else ''!r}: {text[:200]!r}"
