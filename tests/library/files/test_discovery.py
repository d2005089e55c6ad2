from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reader.library.files.candidates import locate
from reader.library.files.discovery import discover

if TYPE_CHECKING:
    from pathlib import Path


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")


def names(folder: Path, *paths: Path) -> list[str]:
    return [os.path.relpath(found.location, folder) for found in discover(paths or [folder])]


def test_folders_are_searched_through_in_order_without_what_is_hidden(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a/z.HTML", "a/y.md", ".git/c.txt", ".d.txt", "e.jpg", "f.epub", "g.opf")
    assert names(tmp_path) == ["a/y.md", "a/z.HTML", "b.txt", "f.epub"]


def test_a_named_file_is_tried_whatever_it_is_called(tmp_path: Path) -> None:
    make(tmp_path, "story", ".hidden.jpg")
    assert names(tmp_path, tmp_path / "story", tmp_path / ".hidden.jpg") == ["story", ".hidden.jpg"]
    assert all(found.named for found in discover([tmp_path / "story"]))


def test_what_tells_of_a_folder_is_no_work_unless_it_is_named(tmp_path: Path) -> None:
    for name in ("README.md", "LICENSE", "readme.txt", "Readme First.txt", "Notice.html"):
        (tmp_path / name).write_text("Words.")
    assert [candidate.name for candidate in discover([tmp_path])] == ["Notice.html", "Readme First.txt"]
    assert [candidate.problem for candidate in discover([tmp_path / "README.md"])] == [""]


def test_nothing_is_tried_twice(tmp_path: Path) -> None:
    make(tmp_path, "a/b.txt", "c.txt")
    assert names(tmp_path, tmp_path / "c.txt", tmp_path, tmp_path / "a") == ["c.txt", "a/b.txt"]


def test_a_search_that_is_cancelled_ends_where_it_is(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text("It rained.")
    looks = iter((False, False, True))
    assert [found.path for found in discover([tmp_path], lambda: next(looks, True))] == [
        str(tmp_path / "a.txt"),
        str(tmp_path / "b.txt"),
    ]
    assert not list(discover([tmp_path], lambda: True))


def test_a_link_to_a_folder_above_ends(tmp_path: Path) -> None:
    make(tmp_path, "a/b.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "a" / "self").symlink_to(tmp_path / "a")
    (tmp_path / "a" / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    assert names(tmp_path) == ["a/b.txt"]


def test_links_in_a_circle_hide_nothing_else(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "z.txt")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    assert names(tmp_path) == ["a.txt", "z.txt"]


def test_names_that_are_not_utf8_are_found_again(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/\xff\xfe.txt"
    with open(raw, "wb"):  # noqa: PTH123 -- Path can't be made of bytes
        pass
    (found,) = discover([tmp_path])
    assert os.fsencode(found.location) == raw
    assert os.path.exists(found.path)  # noqa: PTH110 -- as above
    located = locate(raw)
    assert located is not None
    assert located.location == found.location


def test_a_place_in_an_archive_is_located_in_it(tmp_path: Path) -> None:
    make(tmp_path, "works.zip")
    located = locate(f"{tmp_path}/works.zip/a/b.txt")
    assert located is not None
    assert (located.path, located.member) == (str(tmp_path / "works.zip"), "a/b.txt")
    assert locate(tmp_path / "gone.zip" / "b.txt") is None
