from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.folders import absolute
from reader.ui.adding.path_completion import PathCompletion
from reader.ui.adding.typed_paths import as_line, pasted_line, pasted_paths, typed_paths

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my fic").mkdir()
    (tmp_path / "Ana's").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("", []),
        ("   ", []),
        ("~/one.html", ["one.html"]),
        ("one.html two.html", ["one.html", "two.html"]),
        ("'one two.html' three", ["one two.html", "three"]),
        (r"one\ two.html", ["one two.html"]),
        ("~/my fic", ["my fic"]),
        ("Ana's", ["Ana's"]),
        ("Ana's things", ["Ana's things"]),
        ("x" * 300, ["x" * 300]),
    ],
)
def test_typed_paths(home: Path, words: str, names: list[str]) -> None:
    assert typed_paths(words) == [home / name for name in names]


def test_an_address_that_a_terminal_pastes_is_a_path(home: Path) -> None:
    assert typed_paths(f"file://{home}/my%20fic") == [home / "my fic"]


@given(st.lists(st.text("a '\"\\~é", min_size=1, max_size=5).filter(str.strip), min_size=1, max_size=4))
def test_a_line_of_paths_means_these_paths(names: list[str]) -> None:
    paths = [absolute("/nowhere") / name for name in names]
    assert typed_paths(as_line(paths)) == paths


@pytest.mark.parametrize(
    "dropped",
    [
        "{home}/my fic\n{home}/Ana's\n",
        "'{home}/my fic' \"{home}/Ana's\"",
        "{home}/my\\ fic {home}/Ana\\'s",
        "file://{home}/my%20fic\r\nfile://{home}/Ana's\r\n",
        "file://{home}/my%20fic file://{home}/Ana's",
        "~/my\\ fic\n~/Ana's",
    ],
)
def test_what_is_dropped_on_a_terminal_is_found(home: Path, dropped: str) -> None:
    text = dropped.format(home=home)
    assert pasted_paths(text) == [home / "my fic", home / "Ana's"]
    assert typed_paths(pasted_line(text)) == [home / "my fic", home / "Ana's"]


def test_what_is_no_path_is_pasted_as_it_is(home: Path) -> None:
    assert pasted_line("fandom:tide\nlamp") == "fandom:tide lamp"
    assert not pasted_paths("fandom:tide\nlamp")


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        ("~/my", "~/my\\ fic/"),
        ("~/MY", "~/my\\ fic/"),
        ("'~/my", "'~/my fic/"),
        ("my", "my\\ fic/"),
        ("~", "~/Ana\\'s/"),
        ("one.html ~/my", "one.html ~/my\\ fic/"),
        ("~/my fic/o", "~/my fic/one two.html "),
        ("~/my\\ fic/o", "~/my\\ fic/one\\ two.html "),
        ("~/my fic/p", None),
        ("~/nothing/x", None),
        ("", "~/"),
    ],
)
def test_a_path_is_completed_as_it_was_begun(home: Path, line: str, taken: str | None) -> None:
    (home / "my fic" / "one two.html").touch()
    (home / "my fic" / "picture.png").touch()
    completion = PathCompletion().complete(line, len(line))
    first = next(iter(completion.suggestions), None)
    assert (completion.applied(line, first)[0] if first else None) == taken
    if taken and line:
        assert all(path.exists() for path in typed_paths(taken)[-1:])


@given(st.text("~/a b\\'\".", max_size=12), st.integers(0, 12))
def test_anything_may_be_typed(line: str, cursor: int) -> None:
    completion = PathCompletion().complete(line, min(cursor, len(line)))
    for suggestion in completion.suggestions:
        completion.applied(line, suggestion)
