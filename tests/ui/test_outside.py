"""What is opened outside of the terminal: which pictures are, under which names, and what stays behind."""

from __future__ import annotations

import stat
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ui.outside import Outside, open_with_system, suffix_of

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
PICTURES = {
    ".png": PNG,
    ".jpg": b"\xff\xd8\xff\xe0" + bytes(40),
    ".gif": b"GIF89a" + bytes(40),
    ".webp": b"RIFF\x10\x00\x00\x00WEBPVP8 " + bytes(40),
    ".svg": b'<?xml version="1.0"?>\n<!-- a light -->\n<svg xmlns="http://www.w3.org/2000/svg"><path/></svg>',
}


def path_of(uri: str) -> Path:
    return Path(unquote(urlsplit(uri).path))


@given(st.binary(max_size=60) | st.sampled_from([*PICTURES.values()]).map(lambda data: b"x" + data))
def test_nothing_but_pictures_has_a_suffix(data: bytes) -> None:
    suffix = suffix_of(data)
    known = any(data.startswith(picture[:3]) for picture in PICTURES.values()) or b"<svg" in data
    assert not suffix or known


@pytest.mark.parametrize("suffix", PICTURES)
def test_each_picture_gets_the_suffix_of_what_it_is(suffix: str) -> None:
    assert suffix_of(PICTURES[suffix]) == suffix


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"MZ\x90\x00 a program",
        b"#!/bin/sh\nrm -r ~",
        b"<html><svg></svg></html>",
        b"<svg><script>fetch('http://example.com')</script></svg>",
        b'<svg onload="alert(1)"></svg>',
        b'<svg><a href="javascript:alert(1)"/></svg>',
        b"<svg><foreignObject/></svg>",
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>',
    ],
)
def test_programs_and_pages_are_no_pictures(data: bytes) -> None:
    assert suffix_of(data) == ""


def test_a_picture_lies_in_a_private_folder_until_it_is_closed() -> None:
    opened: list[str] = []

    def opener(address: str) -> bool:
        opened.append(address)
        return True

    outside = Outside(opener)
    assert outside.picture(PNG)
    assert outside.picture(PNG)
    path = path_of(opened[0])
    assert opened == [path.as_uri()] * 2, "the same picture is one file"
    assert path.read_bytes() == PNG
    assert path.suffix == ".png"
    assert path.stem.isalnum()
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    outside.close()
    assert not path.parent.exists()
    outside.close()


def test_without_a_program_nothing_is_opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not open_with_system("https://example.com/")


def test_the_program_gets_the_address_and_no_terminal(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("reader.ui.outside._PROGRAMS", ("opens-things",))
    started: list[tuple[list[str], dict[str, object]]] = []
    monkeypatch.setattr("reader.ui.outside.shutil.which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(
        "reader.ui.outside.subprocess.Popen", lambda command, **kinds: started.append((command, kinds))
    )
    assert open_with_system("https://example.com/a;b $(c)")
    ((command, kinds),) = started
    assert command == ["opens-things", "https://example.com/a;b $(c)"]
    assert "shell" not in kinds
    assert kinds["stdin"] == kinds["stdout"] == kinds["stderr"] != None  # noqa: E711  # all of them are said
