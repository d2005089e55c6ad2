"""The summary after adding: every file once, trouble first, in rows that fit."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.library.outcomes import Change, Outcome
from reader.library.results import Result
from reader.library.tally import Fate
from reader.ui.adding.added_rows import added_pieces, added_rows, wants_rows

TEXT = st.text("ab 日\x1b[/é", max_size=30)
RESULTS = st.builds(
    Result,
    path=TEXT.map(lambda name: f"/{name}"),
    outcome=st.sampled_from(["added", "updated", "same", "skipped", "failed"]),
    title=TEXT,
    detail=TEXT,
    stored=st.sampled_from(
        [None, Outcome(Change.SAME, "a", kept="shorter"), Outcome(Change.SAME, "a", another=True)]
    ),
)


@given(st.lists(RESULTS, max_size=8), st.integers(20, 120))
def test_every_file_has_a_row_that_fits(results: list[Result], width: int) -> None:
    rows = added_rows(results)
    assert len(rows) == len(results)
    for row in rows:
        pieces = added_pieces(row, width)
        assert sum(cell_len(piece.text) for piece in pieces) == width
        assert all(piece.text.isprintable() for piece in pieces)
    failed = [row.fate is Fate.FAILED for row in rows]
    assert failed == sorted(failed, reverse=True)
    assert wants_rows(results) or len(results) <= 1


def test_a_row_says_what_and_why() -> None:
    (row,) = added_rows([Result("/fic/broken.epub", "failed", detail="It is no EPUB.")])
    words = "".join(piece.text for piece in added_pieces(row, 60))
    assert words.split() == ["failed", "broken.epub", "It", "is", "no", "EPUB."]
