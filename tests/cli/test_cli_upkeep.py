from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said

    Reader = Callable[..., Said]


def test_config_shows_what_is_in_force_and_writes_a_file_once(reader: Reader, data: Path) -> None:
    assert "measure = 66  # default\n" in reader("config").out
    assert reader("config", "--init").code == 0
    assert (data / "config.toml").exists()
    assert reader("config", "--init").code == 1
    (data / "config.toml").write_text("measure = 1\n", encoding="utf-8")
    said = reader("config")
    assert said.code == 1
    assert "measure" in said.err
    (data / "config.toml").write_text("measure = 70\n", encoding="utf-8")
    assert "measure = 70\n" in reader("config").out


def test_doctor_says_where_everything_is(reader: Reader, data: Path) -> None:
    said = reader("doctor")

    assert said.code == 0
    assert str(data / "state.toml") in said.out


def test_doctor_names_works_whose_files_are_gone(reader: Reader, lighthouse: Path) -> None:
    reader("add", str(lighthouse))
    lighthouse.unlink()

    said = reader("doctor")

    assert (said.code, said.err.count("\n")) == (1, 1)
    assert str(lighthouse) in said.err
    assert "lamp" in reader("text", "lighthouse").out


def test_doctor_makes_a_damaged_catalogue_anew_when_told_to(
    reader: Reader, lighthouse: Path, data: Path
) -> None:
    reader("add", str(lighthouse))
    reader("set", "lighthouse", "--status", "paused")
    with (data / "library.db").open("r+b") as catalogue:
        catalogue.seek(4096)
        catalogue.write(b"\xaa" * 20 * 4096)

    damaged = reader("doctor")
    assert (damaged.code, damaged.err.count("\n")) == (1, 1)
    assert "doctor --yes" in damaged.err
    assert reader("doctor", "--yes").code == 0
    assert reader("doctor").code == 0
    assert [work["status"] for work in json.loads(reader("list", "--json").out)] == ["paused"]
