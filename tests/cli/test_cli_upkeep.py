from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from reader.library.catalogue import Catalogue

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said

    Reader = Callable[..., Said]


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


def test_doctor_makes_a_damaged_search_index_anew_when_told_to(
    reader: Reader, lighthouse: Path, data: Path
) -> None:
    reader("add", str(lighthouse))
    assert "search index         sound" in reader("doctor").out
    with closing(sqlite3.connect(data / "library.db")) as db, db:
        db.execute("INSERT INTO chapter_words (chapter_words) VALUES ('delete-all')")
    assert json.loads(reader("search", "raining", "--json").out) == []

    damaged = reader("doctor")
    assert (damaged.code, damaged.err.count("\n")) == (1, 1)
    assert "doctor --yes" in damaged.err
    assert reader("doctor", "--yes").code == 0
    assert reader("doctor").code == 0
    assert len(json.loads(reader("search", "raining", "--json").out)) == 1


def begun(reader: Reader, lighthouse: Path) -> str:
    """A library with one work of two states: its id."""
    reader("add", str(lighthouse))
    reader("set", "lighthouse", "--tag", "winter")
    reader("set", "lighthouse", "--tag", "harbour")
    work_id: str = json.loads(reader("list", "--json").out)[0]["id"]
    return work_id


def test_backups_are_listed_and_one_is_restored_when_told_to(
    reader: Reader, lighthouse: Path, data: Path
) -> None:
    begun(reader, lighthouse)
    before = (data / "state.toml").read_bytes()

    listed = reader("doctor", "--backups")
    assert "state.toml.bak" in listed.out
    assert "1 work, 0 bookmarks" in listed.out
    refused = reader("doctor", "--restore", "state.toml.bak")
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert (data / "state.toml").read_bytes() == before
    said = reader("doctor", "--restore", "state.toml.bak", "--yes")

    assert said.code == 0
    assert len(json.loads(reader("list", "--json", "my:winter").out)) == 1
    assert json.loads(reader("list", "--json", "my:harbour").out) == []
    (kept,) = (data / "backups").glob("state-*T*.toml.gz")
    assert kept.name in said.out
    assert reader("doctor", "--restore", kept.name, "--yes").code == 0
    assert (data / "state.toml").read_bytes() == before
    assert len(json.loads(reader("list", "--json", "my:harbour").out)) == 1


def test_no_backup_but_one_of_ours_is_restored(reader: Reader, lighthouse: Path, data: Path) -> None:
    begun(reader, lighthouse)
    before = (data / "state.toml").read_bytes()
    for name in ("gone", "../config.toml", ""):
        assert reader("doctor", "--restore", name, "--yes").code == 1
    (data / "state.toml.bak").unlink()
    (data / "state.toml.bak").write_bytes(b"broken [")
    assert "damaged" in reader("doctor", "--backups").out
    assert reader("doctor", "--restore", "state.toml.bak", "--yes").code == 1
    (data / "state.toml.bak").write_bytes(b"format = 7\n")
    assert "format 7" in reader("doctor", "--restore", "state.toml.bak", "--yes").err
    assert (data / "state.toml").read_bytes() == before


def test_doctor_puts_back_works_that_the_catalogue_lost(reader: Reader, lighthouse: Path, data: Path) -> None:
    work_id = begun(reader, lighthouse)
    catalogue = Catalogue.open(data / "library.db")
    catalogue.remove(work_id)
    catalogue.close()

    told = reader("doctor")
    assert (told.code, told.err.count("\n")) == (1, 1)
    assert "--yes" in told.err
    assert reader("doctor", "--yes").code == 0
    assert len(json.loads(reader("list", "--json", "my:winter").out)) == 1
    assert reader("doctor").code == 0


def test_doctor_names_what_is_kept_of_works_without_a_text(reader: Reader, data: Path) -> None:
    data.mkdir()
    (data / "state.toml").write_text(
        'format = 1\n[works."ao3:1"]\ntitle = "Gone \\u001b[31mOut"\ntags = ["winter"]\n', encoding="utf-8"
    )
    said = reader("doctor")
    assert said.code == 0
    assert "  Gone Out [ao3:1]\n" in said.out


def test_doctor_makes_a_sound_catalogue_anew_only_when_told_to(
    reader: Reader, lighthouse: Path, data: Path
) -> None:
    begun(reader, lighthouse)
    assert reader("doctor", "--rebuild").code == 1
    assert not (data / "library.db.set-aside").exists()
    assert reader("doctor", "--rebuild", "--yes").code == 0
    assert (data / "library.db.set-aside").exists()
    assert len(json.loads(reader("list", "--json", "my:winter").out)) == 1


def test_the_app_and_the_doctor_find_the_state_in_a_shared_folder(
    reader: Reader, lighthouse: Path, data: Path, tmp_path: Path
) -> None:
    begun(reader, lighthouse)
    cloud = tmp_path / "cloud"
    cloud.mkdir()
    (data / "config.toml").write_text(f'state_folder = "{cloud}"\n', encoding="utf-8")

    said = reader("doctor")

    assert str(cloud / "state.toml") in said.out
    assert "merged" in said.err
    assert "merged" not in reader("doctor").err
    assert len(json.loads(reader("list", "--json", "my:harbour").out)) == 1
