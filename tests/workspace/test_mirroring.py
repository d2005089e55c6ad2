"""The catalogue is in step with the state after each start, though only what changed is parsed for it."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.workspace.conftest import TEXTS
from tests.workspace.data_directory import added, moment, opened

from reader.state.records import OwnTag, Stamped
from reader.state.sections import Sections
from reader.state.store import Store
from reader.workspace.mirroring import facts_of

if TYPE_CHECKING:
    from reader.state.records import WorkState
    from reader.workspace import Workspace

_STATUSES = ("reading", "paused", "finished")


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[str, ...]]:
    """A data directory with two works, and their ids."""
    folder = tmp_path_factory.mktemp("begun")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    with opened(folder / "data") as workspace:
        ids = tuple(result.id or "" for result in added(workspace, *(folder / name for name in TEXTS)))
    return folder / "data", ids


def set_status(store: Store, work: str, status: str, day: int) -> None:
    said, tag = Stamped(status, moment(day)), OwnTag(status, moment(day))
    store.change(work, lambda state: replace(state, status=said, tags=(tag,)))


def assert_in_step(workspace: Workspace) -> None:
    for entry in workspace.catalogue.entries():
        wanted = facts_of(workspace.store.work(entry.info.id), complete=entry.info.complete)
        assert (entry.status, entry.own_tags) == (wanted.status, wanted.own_tags)


steps = st.tuples(
    st.sampled_from(["here", "elsewhere", "before"]), st.integers(0, 1), st.sampled_from(_STATUSES)
)


@settings(max_examples=5)  # each opens the directory a few times
@example([("elsewhere", 0, "paused"), ("here", 0, "finished"), ("before", 1, "reading")])
@given(st.lists(steps, min_size=3, max_size=4))
def test_whoever_changes_the_state_the_catalogue_says_what_it_does(
    begun: tuple[Path, tuple[str, ...]], doings: list[tuple[str, int, str]]
) -> None:
    made, ids = begun
    with tempfile.TemporaryDirectory() as folder:
        data = Path(shutil.copytree(made, Path(folder) / "data"))
        file = data / "state.toml"
        earlier = [file.read_bytes()]
        for day, (who, work, status) in enumerate(doings, 1):
            if who == "here":
                with opened(data) as workspace:
                    assert_in_step(workspace)
                    set_status(workspace.store, ids[work], status, day)
                    workspace.save()
            elif who == "elsewhere":
                store = Store(data, device="attic-1111")
                set_status(store, ids[work], status, day)
                store.save()
            else:
                file.write_bytes(earlier[work % len(earlier)])
            earlier.append(file.read_bytes())
            with opened(data) as workspace:
                assert_in_step(workspace)


def test_of_works_that_nobody_changed_nothing_is_parsed(
    begun: tuple[Path, tuple[str, ...]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, ids = begun
    data = Path(shutil.copytree(made, tmp_path / "data"))
    parsed: list[str] = []
    record = Sections.record

    def noting(sections: Sections, work: str) -> WorkState:
        parsed.append(work)
        return record(sections, work)

    monkeypatch.setattr(Sections, "record", noting)
    with opened(data) as workspace:
        set_status(workspace.store, ids[0], "reading", 1)
        workspace.save()
    for status in ("paused", "finished"):
        store = Store(data, device="attic-1111")
        set_status(store, ids[0], status, 2)
        store.save()
        parsed.clear()
        with opened(data) as workspace:
            entry = workspace.entry(ids[0])
        assert entry is not None
        assert entry.status == status
    assert set(parsed) == {ids[0]}
