"""A device has one name, made once."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

from reader.state.devices import device_name

if TYPE_CHECKING:
    from pathlib import Path


def test_the_name_is_made_once_and_kept(tmp_path: Path) -> None:
    name = device_name(tmp_path / "data")
    assert re.fullmatch(r"[a-z0-9-]+-[0-9a-f]{4}", name)
    assert device_name(tmp_path / "data") == name
    assert [file.name for file in (tmp_path / "data").iterdir()] == ["device"]


def test_a_name_given_by_hand_is_taken(tmp_path: Path) -> None:
    (tmp_path / "device").write_text("kitchen\n")
    assert device_name(tmp_path) == "kitchen"


def test_a_file_that_holds_no_name_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "device").write_bytes(b"\x00\xff two words [x]\n")
    name = device_name(tmp_path)
    assert (tmp_path / "device").read_text().strip() == name


def test_where_nothing_can_be_kept_there_is_a_name_for_this_run(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    assert device_name(tmp_path / "data") == device_name(tmp_path / "data")


def test_two_processes_that_begin_at_once_agree(tmp_path: Path) -> None:
    code = "import sys; from pathlib import Path; from reader.state.devices import device_name as name; "
    code += "print(name(Path(sys.argv[1])))"
    command = [sys.executable, "-c", code, str(tmp_path)]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    names = {process.communicate(timeout=60)[0].strip() for process in started}
    assert names == {device_name(tmp_path)}
