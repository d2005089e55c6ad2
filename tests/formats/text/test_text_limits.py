"""Texts that no person wrote: one endless line, nothing but line ends, more lines than memory holds."""

from __future__ import annotations

import pytest

from reader.formats import plaintext
from reader.formats.source import Source, UnreadableError


@pytest.mark.parametrize("unit", ["word and more. ", "a", "*", "_a ", "\r", " ", "=", "[1]"])
def test_an_endless_line_is_read(unit: str) -> None:
    work = plaintext.read(Source("x.txt", ("begin " + unit * 100_000 + " end").encode()))
    texts = [block.text for block in work.chapters[-1].blocks]
    assert texts[0].startswith("begin") or texts[1].startswith("begin")
    assert texts[-1].endswith("end")


def test_a_million_lines_are_refused_in_one() -> None:
    with pytest.raises(UnreadableError, match="million lines"):
        plaintext.read(Source("x.txt", b"a\n" * 1_000_002))


def test_blank_lines_are_no_lines_too_many() -> None:
    work = plaintext.read(Source("x.txt", b"One." + b"\n" * 1_500_000 + b"Two."))
    assert [block.text for block in work.chapters[0].story()] == ["One.", "", "Two."]
