from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.library.conftest import MakeWork, Put

    from reader.library.catalogue import Catalogue


def everything(catalogue: Catalogue, work_id: str) -> tuple[object, ...]:
    outline = catalogue.outline(work_id)
    return (
        catalogue.entry(work_id),
        outline,
        [catalogue.chapter(work_id, chapter.number) for chapter in outline],
        catalogue.files(work_id),
        sorted((found.id, found.matches) for found in catalogue.search("tide")),
    )


@pytest.fixture
def three(put: Put, make_work: MakeWork) -> list[str]:
    """Works of two chapters each, the first of which is in two files."""
    for number in (1, 2, 3):
        work = make_work(f"ao3:{number}", f"The tide {number}.", f"No ebb {number}.", title=f"Work {number}")
        put(work, f"/shelf/{number}.html", f"{number}" * 64)
    put(make_work("ao3:1", "The tide 1.", "No ebb 1.", title="Work 1"), b"/shelf/\xff.html", "f" * 64)
    return ["ao3:1", "ao3:2", "ao3:3"]


@pytest.mark.parametrize("gone", [[0], [2], [0, 1, 2]])
def test_what_was_laid_by_is_put_back_as_it_was(
    catalogue: Catalogue, three: list[str], gone: list[int]
) -> None:
    before = {work_id: everything(catalogue, work_id) for work_id in three}
    ids = [three[at] for at in gone]
    catalogue.laid_by.lay(ids)
    catalogue.remove(*ids)
    assert len(catalogue.entries()) == 3 - len(ids)
    catalogue.laid_by.put_back(ids)
    assert {work_id: everything(catalogue, work_id) for work_id in three} == before
    assert [entry.info.id for entry in catalogue.entries()] == three
    catalogue.check()


def test_what_came_meanwhile_keeps_its_place(
    catalogue: Catalogue, three: list[str], put: Put, make_work: MakeWork
) -> None:
    catalogue.laid_by.lay(["ao3:2", "ao3:3"])
    catalogue.remove("ao3:2", "ao3:3")
    put(make_work("ao3:4", "Another.", title="New"), "/shelf/3.html", "4" * 64)  # in the place of the third
    put(make_work("ao3:2", "Another tide.", title="Added anew"), "/shelf/5.html", "5" * 64)
    catalogue.laid_by.put_back(["ao3:2", "ao3:3", "ao3:9"])
    titles = {entry.info.id: (entry.info.title, entry.path) for entry in catalogue.entries()}
    assert titles == {
        "ao3:1": ("Work 1", "/shelf/1.html"),
        "ao3:4": ("New", "/shelf/3.html"),
        "ao3:2": ("Added anew", "/shelf/5.html"),
        "ao3:3": ("Work 3", None),
    }
    assert catalogue.text("ao3:3", 1).endswith("The tide 3.")
    catalogue.check()


def test_the_last_that_was_laid_by_counts(
    catalogue: Catalogue, three: list[str], put: Put, make_work: MakeWork
) -> None:
    catalogue.laid_by.lay(three)
    catalogue.remove("ao3:3")
    put(make_work("ao3:3", "The tide 3.", "No ebb 3.", "High water."), "/shelf/6.html", "6" * 64)
    catalogue.laid_by.lay(["ao3:3"])
    before = everything(catalogue, "ao3:3")
    catalogue.remove("ao3:3")
    catalogue.laid_by.put_back(["ao3:3"])
    assert everything(catalogue, "ao3:3") == before
