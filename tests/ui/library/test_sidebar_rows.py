"""The rows of the tag sidebar, and of the reader's own rules."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.ui.library_entries import THREE, plain

from reader.library.queries.facets import Facet
from reader.library.queries.filters import Choice, Mark
from reader.settings import Settings
from reader.settings.tag_table import TagTable, merged, put_under
from reader.ui.library.model import LibraryModel
from reader.ui.library.rule_rows import HiddenRow, TableRow, TitleRow, rule_pieces, rule_rows
from reader.ui.library.sidebar_rows import (
    SHELVES,
    HeadRow,
    ShelfCount,
    ShelfRow,
    TagRow,
    sidebar_pieces,
    sidebar_rows,
)

BOTH = (Choice(Facet.FANDOM, "tidewrack"), Choice(Facet.FANDOM, "original work"))


def loaded() -> LibraryModel:
    model = LibraryModel(plain)
    model.load(THREE)
    return model


def scopes(model: LibraryModel) -> dict[str, str]:
    rows = sidebar_rows(model, opened=frozenset(), whole=frozenset())
    return {row.section: row.scope for row in rows if isinstance(row, HeadRow) and row.scope}


def test_a_head_says_any_or_all_where_that_matters() -> None:
    model = loaded()
    assert scopes(model) == {}
    for choice in BOTH:
        model.mark(choice, Mark.INCLUDED)
    assert scopes(model) == {Facet.FANDOM: "all"}
    assert [work.info.title for work in model.shown] == ["Nine Letters"]
    model.toggle_either(Facet.FANDOM)
    assert scopes(model) == {Facet.FANDOM: "any"}
    assert len(model.shown) == 3


def test_shelves_stand_first_with_their_counts_and_the_one_in_force_is_marked() -> None:
    model = loaded()
    model.keep_shelves([("broken", "nosuch:x"), ("wet", "fandom:tidewrack")])
    model.ask("fandom:tidewrack")
    rows = sidebar_rows(model, opened={SHELVES}, whole=frozenset())
    assert rows[0] == HeadRow(SHELVES, True)
    assert rows[1:3] == [
        ShelfRow(ShelfCount("broken", "nosuch:x", None), in_force=False),
        ShelfRow(ShelfCount("wet", "fandom:tidewrack", 2), in_force=True),
    ]
    model.mark(BOTH[0], Mark.EXCLUDED)
    assert not model.is_in_force(model.shelves[1])


@given(st.text("ab 雨[/]\x1b\n", max_size=40), st.integers(12, 60))
def test_rows_take_the_cells_there_are(name: str, width: int) -> None:
    model = loaded()
    counts = model.counts(Facet.FANDOM)
    shelf = ShelfRow(ShelfCount(name, name, 12_345), in_force=True)
    rows = (shelf, TagRow(counts[0]), HeadRow(Facet.FANDOM, True, "any"))
    for row in rows:
        text = "".join(piece.text for piece in sidebar_pieces(row, width, {row.key}))
        assert cell_len(text) <= max(width, 16)
        assert text.isprintable()


def test_every_rule_has_a_row_that_takes_it_away() -> None:
    table = put_under(merged(TagTable(), "additional", "slowburn", "Slow Burn"), "fandom", "Sea", "Water")
    rows = rule_rows(("rating:E",), table, Settings(), folds=True)
    assert HiddenRow("rating:E") in rows
    for row in rows:
        assert sum(cell_len(piece.text) for piece in rule_pieces(row, 40)) <= 40
        if isinstance(row, TableRow):
            table = row.taken_from(table)
    assert table == TagTable()
    assert sum(isinstance(row, TitleRow) for row in rule_rows((), table, Settings(), folds=False)) == 6
