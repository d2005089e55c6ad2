from __future__ import annotations

import gzip
import os
from typing import TYPE_CHECKING

import pytest

from reader.library.originals import Originals

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def cut_off(data: bytes) -> bytes:
    return data[:-20]


def overwritten(data: bytes) -> bytes:
    return bytes(len(data))


def changed_within(data: bytes) -> bytes:
    return data[:30] + b"????" + data[34:]


def test_originals_are_kept_compressed_and_whole(originals: Originals) -> None:
    data = b"some text " * 500
    sha256 = originals.keep(data)
    path = originals.path(sha256)
    assert gzip.decompress(path.read_bytes()) == data
    assert path.stat().st_size < len(data) / 10
    assert originals.load(sha256) == data
    assert list(originals.hashes()) == [sha256]
    assert [item.name for item in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("spoil", [cut_off, overwritten, changed_within])
def test_a_damaged_original_is_no_original(originals: Originals, spoil: Callable[[bytes], bytes]) -> None:
    sha256 = originals.keep(os.urandom(200))
    path = originals.path(sha256)
    path.write_bytes(spoil(path.read_bytes()))
    assert originals.load(sha256) is None


def test_an_original_outlives_a_smaller_limit(tmp_path: Path) -> None:
    sha256 = Originals(tmp_path).keep(b"x" * 1000)
    assert Originals(tmp_path, limit=500).load(sha256) == b"x" * 1000


def test_nothing_is_kept_where_the_reader_does_not_want_it(tmp_path: Path) -> None:
    originals = Originals(tmp_path / "originals", keeping=False)
    assert originals.load(originals.keep(b"text")) is None
    assert not (tmp_path / "originals").exists()
