"""The files that frames are kept in: what is read from them is what was kept, while nothing has changed."""

from __future__ import annotations

import os
import re
import shutil
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.first_frame import kept_frame
from reader.first_frame.conditions import surroundings
from reader.first_frame.keeping import Frame, keep
from reader.first_frame.kept_frame import LIBRARY, PAGE, UnfitError, drawn, name_of, rows_if_true

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WORK = "reader:sample"
ROWS = ((("1;38;2;9;9;9", " The Salt Road"), ("", " 4 of 9")), (("7", "She lit it again."),))
OURS = re.compile(r"\x1b\[\d+;1H|\x1b\[0;[0-9;]*m|\x1b\[0m")
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Kept:
    """A data directory with a frame, beside the file of its work."""

    data: Path
    file: Path

    def read(self, *, kind: str = PAGE, file: str = "", columns: int = 40) -> tuple[str, list[list[str]]]:
        """What is to be painted at a start."""
        data = str(self.data)
        return rows_if_true(kept_frame.read(data, kind), data, surroundings(columns, 2), kind, file)

    @property
    def page(self) -> Path:
        """Where the page is kept."""
        return self.data / name_of(PAGE)


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    data = tmp_path / "data"
    data.mkdir()
    state, catalogue, file = data / "state.toml", data / "library.db", tmp_path / "lamp.txt"
    for path in (state, catalogue, file):
        path.write_text(path.name, encoding="utf-8")
    needs = [state, catalogue, data / "library.db-wal"]
    keep(Frame(WORK, 40, ROWS), data, needs=needs, state=state, files=[file])
    return Kept(data, file)


def test_what_was_kept_is_read_again_by_its_owner_alone(kept: Kept) -> None:
    assert kept.read() == kept.read(file=str(kept.file))
    assert kept.read() == (WORK, [[field for run in row for field in run] for row in ROWS])
    assert stat.S_IMODE(kept.page.stat().st_mode) == 0o600


def test_page_and_library_are_kept_side_by_side(kept: Kept) -> None:
    with pytest.raises(FileNotFoundError):
        kept.read(kind=LIBRARY)
    keep(Frame("", 40, ROWS[::-1]), kept.data, needs=[], state=kept.data / "state.toml")

    assert kept.read()[0] == WORK
    assert kept.read(kind=LIBRARY) == ("", [[field for run in row for field in run] for row in ROWS[::-1]])
    kept.page.replace(kept.data / name_of(LIBRARY))
    with pytest.raises(UnfitError):
        kept.read(kind=LIBRARY)


def touch(path: Path) -> None:
    """Give a file another time, and nothing else."""
    os.utime(path, ns=(1, 1))


def put_again(path: Path) -> None:
    """The same file, as far as its content, size and time tell."""
    copy = path.with_name("copy")
    shutil.copy2(path, copy)
    copy.replace(path)


def make_a_pipe(path: Path) -> None:
    """In place of a file, something that whoever opens it may wait at for ever."""
    path.unlink()
    os.mkfifo(path)


CHANGES: dict[str, Callable[[Kept], object]] = {
    "the state was written": lambda kept: touch(kept.data / "state.toml"),
    "the catalogue is another": lambda kept: put_again(kept.data / "library.db"),
    "another window has it open": lambda kept: (kept.data / "library.db-wal").touch(),
    "the state is gone": lambda kept: (kept.data / "state.toml").unlink(),
    "another machine left a copy": lambda kept: (kept.data / "state (conflict).toml").touch(),
    "the frame is gone": lambda kept: kept.page.unlink(),
    "it is no frame": lambda kept: kept.page.write_bytes(b"\xff\x00"),
    "it is empty": lambda kept: kept.page.write_bytes(b""),
    "it is of another version": lambda kept: rewrite(kept, "frame\t2\t", "frame\t2\t1"),
    "it says more than is known": lambda kept: rewrite(kept, "\nend", "\nmore\tthings\nend"),
    "it is too large": lambda kept: rewrite(kept, "lit", "lit" * kept_frame.LARGEST),
    "it is a pipe": lambda kept: make_a_pipe(kept.page),
}


def rewrite(kept: Kept, old: str, new: str) -> None:
    """Change something in the file."""
    text = kept.page.read_text(encoding="utf-8")
    assert old in text
    kept.page.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("change", CHANGES)
def test_nothing_is_shown_once_something_has_changed(kept: Kept, change: str) -> None:
    CHANGES[change](kept)

    with pytest.raises((OSError, ValueError)):
        kept.read()


def test_it_is_shown_for_its_own_terminal_and_file_alone(kept: Kept) -> None:
    with pytest.raises(UnfitError):
        kept.read(columns=41)
    with pytest.raises(UnfitError):
        kept.read(file=str(kept.data / "state.toml"))
    touch(kept.file)
    with pytest.raises(UnfitError):
        kept.read(file=str(kept.file))
    assert kept.read(), "who goes on reading needs no file"


def test_a_copy_of_the_data_directory_has_no_frame(kept: Kept) -> None:
    copy = shutil.copytree(kept.data, kept.data.with_name("copy"))

    with pytest.raises(UnfitError):
        Kept(copy, kept.file).read()


def test_a_file_that_ends_early_is_no_frame(kept: Kept) -> None:
    text = kept_frame.read(str(kept.data), PAGE)

    for end in range(len(text)):
        with pytest.raises(UnfitError):
            rows_if_true(text[:end], str(kept.data), surroundings(40, 2), PAGE)


@given(st.lists(st.lists(st.text(), max_size=4), max_size=4))
def test_whatever_is_in_the_rows_nothing_but_looks_and_text_reaches_the_terminal(
    rows: list[list[str]],
) -> None:
    try:
        drawing = drawn(rows)
    except ValueError:
        return

    assert not CONTROL.search(OURS.sub("", drawing))


@given(st.lists(st.tuples(st.sampled_from(["", "1", "38;5;7", "7;48;2;1;2;3"]), st.text()), min_size=1))
def test_texts_are_painted_in_their_looks_without_their_controls(runs: list[tuple[str, str]]) -> None:
    drawing = drawn([[field for run in runs for field in run]])

    shown = "".join(f"\x1b[0;{look}m{CONTROL.sub('', text)}" for look, text in runs)
    assert drawing == f"\x1b[1;1H{shown}\x1b[0m"
