from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.ui.library_entries import THREE, entry, fandom, plain

from reader.library.queries.counting import Counts
from reader.library.queries.facet_index import FacetIndex
from reader.library.queries.facets import Facet
from reader.library.queries.filtering import Filtering
from reader.library.queries.filters import Choice, Mark
from reader.library.queries.hide_rules import read_rules
from reader.ui.commands.keeping import ShowHidden
from reader.ui.library.model import LibraryModel
from reader.ui.library.sidebar_rows import HeadRow, MoreRow, TagRow, shown_name, sidebar_rows
from reader.ui.library.words import choice_key, choice_of, count_words, empty_words, filter_parts
from reader.ui.library.work_order import WorkOrder

TIDEWRACK = Choice(Facet.FANDOM, "tidewrack")


def loaded() -> LibraryModel:
    model = LibraryModel(plain)
    model.load(THREE)
    return model


def titles(model: LibraryModel) -> list[str]:
    return [work.info.title for work in model.shown]


def test_a_tag_is_included_then_excluded_then_left_alone() -> None:
    model = loaded()
    model.cycle(TIDEWRACK)
    assert titles(model) == ["The Salt Road", "Nine Letters"]
    model.cycle(TIDEWRACK)
    assert titles(model) == ["Whatever the River Keeps"]
    model.cycle(TIDEWRACK)
    assert len(model.shown) == 3


def test_counts_are_those_of_the_works_in_force() -> None:
    model = loaded()
    model.cycle(TIDEWRACK)
    counts = {count.value.name: count.number for count in model.counts(Facet.FANDOM)}
    assert counts == {"Tidewrack": 2, "Original Work": 1}


def test_filtered_works_stay_in_order() -> None:
    model = loaded()
    model.sort(WorkOrder.WORDS, descending=True)
    model.cycle(TIDEWRACK)
    assert titles(model) == ["Nine Letters", "The Salt Road"]
    model.sort(WorkOrder.WORDS, descending=False)
    assert titles(model) == ["The Salt Road", "Nine Letters"]


def test_a_query_that_is_wrong_leaves_the_last_good_one_in_force() -> None:
    model = loaded()
    model.ask("river")
    model.ask("river words:")
    assert titles(model) == ["Whatever the River Keeps"]
    assert model.problem.startswith("column 7:")
    model.ask("salt")
    assert (titles(model), model.problem) == (["The Salt Road"], "")


def test_what_was_read_moves_up_and_the_filter_stays() -> None:
    model = loaded()
    model.ask("fandom:original")
    river = THREE[2]
    read = river._replace(status="reading", progress=0.1, last_read=THREE[0].last_read)
    model.update({read.info.id: read})
    assert titles(model)[0] == "Whatever the River Keeps"
    assert len(model.shown) == 2


def test_a_tag_as_a_work_has_it_is_found_by_whatever_spelling() -> None:
    model = loaded()
    model.include_only("fandom", "TIDEWRACK")
    assert len(model.shown) == 2
    assert [(name, mark) for _, name, mark in model.choices] == [("Tidewrack", Mark.INCLUDED)]


def test_the_head_says_how_many_of_how_many() -> None:
    model = loaded()
    assert count_words(model) == "3 works · 1 reading"
    model.cycle(TIDEWRACK)
    assert count_words(model) == "2 of 3 works · 1 reading"


@given(st.sampled_from(Facet), st.text())
def test_the_part_of_a_choice_leads_back_to_it(facet: Facet, key: str) -> None:
    assert choice_of(choice_key(Choice(facet, key))) == Choice(facet, key)


def test_parts_of_the_filter_show_their_marks() -> None:
    model = loaded()
    model.mark(TIDEWRACK, Mark.EXCLUDED)
    model.ask("river")
    left, _ = filter_parts(model)
    assert ["".join(piece.text for piece in part.pieces) for part in left] == ["−Tidewrack", "river"]


def test_an_empty_list_says_what_is_hidden() -> None:
    model = LibraryModel(lambda works: Filtering(FacetIndex(works), read_rules(["fandom:tidewrack"])[0]))
    model.load(THREE[:2])
    assert empty_words(model, {})[0] == "You hide all that is here."
    model.ask("salt")
    assert empty_words(model, {})[-1] == "h     what you hide: 1 work"
    model.peek()
    assert filter_parts(model)[1][0].key == ShowHidden.action()
    assert "hide" not in " ".join(empty_words(model, {}))


def test_folded_facets_are_not_counted() -> None:
    asked = set()

    class Asked(LibraryModel):
        def counts(self, facet: Facet) -> Counts:
            asked.add(facet)
            return Counts([])

    rows = sidebar_rows(Asked(plain), opened={Facet.RATING}, whole=frozenset())
    assert asked <= {Facet.OWN, Facet.RATING}
    assert sum(isinstance(row, HeadRow) for row in rows) == len(Facet) - 1


def test_rare_tags_wait_behind_a_row_unless_they_were_chosen() -> None:
    model = LibraryModel(plain)
    model.load([entry(f"work {n}", fandom(f"fandom {m:02}")) for n in range(30) for m in range(n + 1)])
    opened = {Facet.FANDOM}
    rows = sidebar_rows(model, opened=opened, whole=frozenset())
    assert isinstance(rows[13], MoreRow)
    assert rows[13].hidden == 18
    assert sum(isinstance(row, TagRow) for row in sidebar_rows(model, opened=opened, whole=opened)) == 30
    model.mark(Choice(Facet.FANDOM, "fandom 29"), Mark.EXCLUDED)
    first = sidebar_rows(model, opened=opened, whole=frozenset())[1]
    assert isinstance(first, TagRow)
    assert first.count.mark is Mark.EXCLUDED


def test_a_search_looks_into_folded_facets() -> None:
    rows = sidebar_rows(loaded(), opened=frozenset(), whole=frozenset(), words="tide")
    assert [type(row) for row in rows] == [HeadRow, TagRow]


def test_languages_go_by_their_own_names() -> None:
    assert [shown_name(Facet.LANGUAGE, code) for code in ("en", "de", "xx")] == ["English", "Deutsch", "xx"]
    assert shown_name(Facet.FANDOM, "de") == "de"
