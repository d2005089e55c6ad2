"""What is opened outside of the terminal: addresses, and pictures, which are put into files for that."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_PROGRAMS = ("open",) if sys.platform == "darwin" else ("xdg-open", "wslview", "gio")
_SIGNATURES = {
    b"\x89PNG\r\n\x1a\n": ".png",
    b"\xff\xd8\xff": ".jpg",
    b"GIF87a": ".gif",
    b"GIF89a": ".gif",
}
_SVG = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:[^-]|-[^-])*-->\s*)?(?:<!DOCTYPE[^>\[]*>\s*)?<svg[\s>]"
)
_ACTIVE = re.compile(rb"<script|<foreignobject|javascript:|\son[a-z]+\s*=", re.IGNORECASE)
"""What makes a vector picture a program."""
_HEAD = 4096
"""Bytes in which an SVG must have begun."""


class Outside:
    """Opens things with the system's own programs. It changes: the pictures written last until `close`.

    `opener` is given an address, and says whether there is anything that opens it.
    """

    def __init__(self, opener: Callable[[str], bool]) -> None:
        self._opener = opener
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def address(self, address: str) -> bool:
        """Open an address; False when nothing here can."""
        return self._opener(address)

    def picture(self, data: bytes) -> bool:
        """Open a picture of a kind that `suffix_of` knows; False when nothing here can. Raises OSError.

        Its file has a name of our own, in a folder that nobody else may look into.
        """
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="reader-", ignore_cleanup_errors=True)
        path = Path(self._folder.name) / f"{hashlib.sha256(data).hexdigest()[:16]}{suffix_of(data)}"
        path.write_bytes(data)
        return self._opener(path.as_uri())

    def close(self) -> None:
        """Take the pictures away."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None


def suffix_of(data: bytes) -> str:
    """The suffix for a picture's file, by what is in it; empty for what is no picture that may be opened."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return ".webp"
    if _SVG.match(data[:_HEAD]):
        return "" if _ACTIVE.search(data) else ".svg"
    return next((suffix for start, suffix in _SIGNATURES.items() if data.startswith(start)), "")


def open_with_system(address: str) -> bool:
    """Open an address with the program the system has for it; False when there is none.

    The program is left to itself and can neither read from nor write to the terminal.
    """
    found = next((program for program in _PROGRAMS if shutil.which(program)), None)
    if found is None:
        return False
    command = [found, "open", address] if found == "gio" else [found, address]
    nothing = subprocess.DEVNULL
    with suppress(OSError):
        _started.append(
            subprocess.Popen(  # noqa: S603  # the program is one of ours, what it is given an address
                command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
            )
        )
        return True
    return False


_started: list[subprocess.Popen[bytes]] = []
"""The programs started, so that Python does not complain of those still running."""
