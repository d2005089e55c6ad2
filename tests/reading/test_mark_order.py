"""Which bookmarks are meant by words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from reader.reading.mark_order import is_meant
from reader.state.records import new_bookmark
from reader.work.locator import Locator

MARK = new_bookmark(
    kind="passage",
    start=Locator(2, "the ledger", "The Ledger", 5, "", "one hand", ""),
    now=datetime(2026, 11, 20, tzinfo=UTC),
    text="One hand and the lamp",
    note="Look #tide",
    colour="blue",
)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("", True),
        ("blue", True),
        ("yellow", False),
        ("LAMP blue", True),
        ("#tide", True),
        ("#rope", False),
        ("ledger", True),
        ("tidewrack", True),
        ("lamp rope", False),
    ],
)
def test_all_words_must_be_said_of_it(words: str, meant: bool) -> None:
    assert is_meant(MARK, words, "Tidewrack") is meant
