"""Broken files of every format give a work that keeps the model's laws, or an error in one line.

`READER_FUZZ_CASES=20000 pytest -m long tests/formats/test_fuzz.py` tries so many of each kind.
"""

from __future__ import annotations

import os

import pytest
from tests.formats.every_format import SAMPLES, made
from tests.formats.fuzzing import try_case
from tests.formats.work_laws import hold

from reader.formats.detect import read_work_and_format
from reader.formats.source import Source

CASES = 60
MANY = int(os.environ.get("READER_FUZZ_CASES", "5000"))


def _has_its_library(kind: str) -> None:
    if kind == "PDF":
        pytest.importorskip("pypdfium2")


@pytest.mark.parametrize("kind", SAMPLES)
def test_whole_files_keep_the_laws(kind: str) -> None:
    _has_its_library(kind)
    for number, sample in enumerate(SAMPLES[kind]):
        hold(read_work_and_format(Source(sample.name, made(kind, number)))[0])


@pytest.mark.parametrize("kind", SAMPLES)
def test_broken_files_do(kind: str) -> None:
    _has_its_library(kind)
    works = sum(try_case(kind, number) for number in range(CASES))
    assert CASES // 5 < works < CASES  # neither so broken that nothing is tried, nor whole


@pytest.mark.long
@pytest.mark.parametrize("kind", SAMPLES)
def test_many_broken_files_do(kind: str) -> None:
    _has_its_library(kind)
    for number in range(CASES, MANY):
        try_case(kind, number)
