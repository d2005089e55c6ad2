"""The clipboard: by the terminal (OSC 52, through the app's own driver), and by the system's program."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import App

_OF_WINDOWS = "clip.exe"
"""Windows' own, which Linux within Windows can call; it wants UTF-16 with a byte order mark."""
_SECONDS = 2
"""How long the program may take: xclip stays in the background by itself once it has the text."""


def program(environment: Mapping[str, str], platform: str = sys.platform) -> Sequence[str]:
    """The command that takes the text on its standard input; empty where there is none for this session."""
    candidates: list[Sequence[str]] = []
    if platform == "darwin":
        candidates = [("pbcopy",)]
    if environment.get("WAYLAND_DISPLAY"):
        candidates.append(("wl-copy",))
    if environment.get("DISPLAY"):
        candidates += [("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input")]
    if environment.get("WSL_DISTRO_NAME"):
        candidates.append((_OF_WINDOWS,))
    return next((command for command in candidates if shutil.which(command[0])), ())


async def copy(app: App[int], text: str) -> None:
    """Copy text, both ways: terminals that refuse OSC 52 don't say so."""
    app.copy_to_clipboard(text)
    if command := program(os.environ):
        await asyncio.to_thread(give, command, text)


def give(command: Sequence[str], text: str) -> None:
    """Give a program the text; one that fails or hangs is no matter, for the terminal was asked too."""
    try:
        subprocess.run(  # noqa: S603  # one of ours, by name
            command,
            input=text.encode("utf-16" if command[0] == _OF_WINDOWS else "utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return
