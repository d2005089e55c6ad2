"""A TOML file that people write by hand: read with a reason where it can't be, written with comments kept."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Any

_MARK = "\ufeff"
"""What some editors put before a text to say that it is UTF-8."""


class SettingsError(Exception):
    """A file can't be read or written; the message says why in one line."""


def read_toml(path: Path) -> tuple[str, dict[str, Any]]:
    """The text of a file, and what it says; nothing where there is no file. Raises SettingsError."""
    try:
        text = path.read_bytes().decode().removeprefix(_MARK)  # line ends as they are, to be written so again
    except FileNotFoundError:
        return "", {}
    except OSError as error:
        raise SettingsError(f"{path} can't be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path} is not UTF-8 ({error.reason})") from error
    import tomllib  # paid for only where there is a file

    try:
        return text, tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # not TOML, numbers or nesting without end
        raise SettingsError(_said_of(error, path, text)) from error


def _said_of(error: Exception, path: Path, text: str) -> str:
    """What is wrong with a file that is not TOML; tomllib says where at the end of its message."""
    reason, _, where = str(error).partition(" (at ")
    if where.startswith("end of document"):
        *before, last = text.split("\n")
        where = f"line {len(before) + 1}, column {len(last) + 1}"
    told = f"{path}, {where.rstrip(')')}" if where else f"{path}"
    return f"{told}: this is not valid TOML ({reason[:1].lower()}{reason[1:]})"


def editable(path: Path) -> tuple[Any, dict[str, Any]]:
    """The TOML document in a file, to be changed and written, and what it says now. Raises SettingsError."""
    import tomlkit  # slow to load, needed only to write

    text, _ = read_toml(path)
    try:
        document = tomlkit.parse(text)
        return document, document.unwrap()
    except (ValueError, RecursionError) as error:  # what tomlkit raises is a ValueError
        raise SettingsError(f"{path} is not valid TOML ({error})") from error


def write_document(path: Path, document: Any) -> None:
    """Write a TOML document, as `write_text`."""
    import tomlkit

    write_text(path, tomlkit.dumps(document))


def write_text(path: Path, text: str) -> None:
    """Put a text in the file's place at once or not at all, through a link if the file is one.

    Raises SettingsError when it can't be written.
    """
    import tempfile  # needed only to write

    target = path.resolve()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.stem}-", suffix=".toml")
    except OSError as error:
        raise SettingsError(f"{path} can't be written: {error.strerror}") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(target)
    except OSError as error:
        with suppress(OSError):
            Path(name).unlink()
        raise SettingsError(f"{path} can't be written: {error.strerror}") from error
