"""A state file in a folder that other machines have too: what is this machine's own stays out of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.state.stores import NOW, give_title

from reader.state.errors import StateError
from reader.state.store import Store

if TYPE_CHECKING:
    from pathlib import Path


def shared_store(folder: Path, local: Path) -> Store:
    return Store(folder, device="here", local=local, now=lambda: NOW)


def test_backups_and_checksum_are_kept_apart(tmp_path: Path) -> None:
    folder, local = tmp_path / "cloud", tmp_path / "data"
    folder.mkdir()
    for title in ("One", "Two", "Three"):
        store = shared_store(folder, local)
        give_title(store, "ao3:1", title)
        store.save()
    assert {file.name for file in folder.iterdir()} == {"state.toml", "state.toml.lock"}
    assert {file.name for file in local.iterdir()} == {"backups", "state.toml.bak", "state.toml.sum"}
    (folder / "state.toml").write_text("broken [")
    store = shared_store(folder, local)
    assert store.work("ao3:1").title == "Two"
    assert "state.toml.bak" in (store.notice or "")


def test_a_shared_folder_that_is_away_is_not_made(tmp_path: Path) -> None:
    folder, local = tmp_path / "cloud", tmp_path / "data"
    local.mkdir()
    store = shared_store(folder, local)
    assert str(folder) in (store.refusal or "")
    store.change("ao3:1", lambda work: replace(work, title="One"))
    with pytest.raises(StateError, match="cloud"):
        store.save()
    assert not folder.exists()


def test_a_shared_folder_that_goes_away_meanwhile_costs_no_change(tmp_path: Path) -> None:
    folder, local = tmp_path / "cloud", tmp_path / "data"
    folder.mkdir()
    store = shared_store(folder, local)
    give_title(store, "ao3:1", "One")
    store.save()
    give_title(store, "ao3:1", "Two")
    folder.rename(tmp_path / "away")
    with pytest.raises(StateError, match="there is no folder"):
        store.save()
    assert not folder.exists()
    (tmp_path / "away").rename(folder)
    assert store.save()
    assert shared_store(folder, local).work("ao3:1").title == "Two"
