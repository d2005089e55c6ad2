from __future__ import annotations

from typing import TYPE_CHECKING

from reader.folders import find_folders

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_one_folder_holds_everything_when_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READER_DATA_DIR", str(tmp_path / "other"))

    folders = find_folders(tmp_path)

    assert folders.data == folders.config == folders.logs == tmp_path


def test_the_variable_is_the_folder_where_none_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READER_DATA_DIR", str(tmp_path))

    assert find_folders().state == tmp_path / "state.toml"


def test_without_either_the_system_decides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("READER_DATA_DIR", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)

    folders = find_folders()

    assert len({folders.data, folders.config, folders.logs}) >= 2
    assert tmp_path in folders.data.parents
