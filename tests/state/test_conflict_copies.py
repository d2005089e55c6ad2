"""The names of conflict copies, as each synchroniser writes them, and of files that are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.state.conflict_copies import conflict_copies, copies_beside, set_aside

if TYPE_CHECKING:
    from pathlib import Path

COPIES = (
    "state.sync-conflict-20261121-101500-ABC2DEF.toml",
    "state.sync-conflict-20150101-101500.toml",
    "state.sync-conflict-20261121-101500-ABC2DEF.sync-conflict-20261122-101500-ABC2DEF.toml",
    "state (Ana's conflicted copy 2026-11-21).toml",
    "state (Ana's conflicted copy 2026-11-21 (1)).toml",
    "state (laptop's conflicted copy).toml",
    "state (conflicted copy 2026-11-21 101500).toml",
    "state (In Konflikt stehende Kopie von Ana 2026-11-21).toml",
    "state (Copie en conflit de Ana 2026-11-21).toml",
    "state (Copia en conflicto de Ana 2026-11-21).toml",
    "state (Copia in conflitto di Ana 2026-11-21).toml",
    "state (Ana の競合コピー 2026-11-21).toml",
    "state (конфликтующая копия с компьютера Ana 2026-11-21).toml",
    "state_conflict-20261121-101500.toml",
)
OTHERS = (
    "state.toml",
    "state 2.toml",
    "state-laptop.toml",
    "state (2026-11-21).toml",
    "state (copy).toml",
    "state.toml.bak",
    "state.toml.broken-2026-11-21T10-03-12",
    "states (conflicted copy 2026-11-21 101500).toml",
    "other (conflicted copy 2026-11-21 101500).toml",
    "state (conflicted copy 2026-11-21 101500).toml.merged",
    "state.sync-conflict-20261121-101500-ABC2DEF.txt",
)


@pytest.mark.parametrize("name", COPIES)
def test_a_conflict_copy_is_known_by_its_name(name: str, tmp_path: Path) -> None:
    (tmp_path / name).touch()
    assert [copy.name for copy in conflict_copies(tmp_path / "state.toml")] == [name]


def test_nothing_else_is_taken_for_one(tmp_path: Path) -> None:
    for name in OTHERS:
        (tmp_path / name).touch()
    assert conflict_copies(tmp_path / "state.toml") == []
    assert conflict_copies(tmp_path / "gone" / "state.toml") == []


def test_long_names_of_no_copy_are_told_quickly(tmp_path: Path) -> None:
    (tmp_path / f"state{' (conflict' * 24}.toml").touch()
    (tmp_path / f"state{'(conflict)' * 20}x.toml").touch()
    assert conflict_copies(tmp_path / "state.toml") == []


def test_copies_are_set_aside_under_names_of_their_own(tmp_path: Path) -> None:
    copy = tmp_path / COPIES[0]
    for number in range(3):
        copy.write_text(str(number))
        assert set_aside(copy)
    assert sorted(file.read_text() for file in tmp_path.glob("*.merged*")) == ["0", "1", "2"]
    assert set_aside(copy) is None  # another window was first


def test_the_file_of_before_the_state_was_shared_is_one_of_them(tmp_path: Path) -> None:
    shared, data = tmp_path / "cloud" / "state.toml", tmp_path / "data"
    data.mkdir()
    assert copies_beside(shared, data) == []
    (data / "state.toml").touch()
    assert copies_beside(shared, data) == [data / "state.toml"]
    assert copies_beside(data / "state.toml", data) == []
    (data / "state.toml").unlink()
    (data / "state.toml").symlink_to(shared)
    assert copies_beside(shared, data) == []
