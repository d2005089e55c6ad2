"""The name of this device, under which its positions are kept."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_NAME = re.compile(r"[\w.-]{1,80}")


def device_name(folder: Path) -> str:
    """The name in `folder`/device, made when it is first asked for: the host's name and four digits.

    Where it can't be kept there, it is one for this run.
    """
    file = folder / "device"
    kept = _kept(file)
    if kept is not None:
        return kept
    name = _new_name()
    temporary = file.with_name(f".device.{secrets.token_hex(4)}.tmp")
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        temporary.write_text(name + "\n", encoding="utf-8")
        try:
            os.link(temporary, file)  # not a rename: of two processes at once, the first one's name stays
        except FileExistsError:
            if _kept(file) is None:
                temporary.replace(file)
        except OSError:
            temporary.replace(file)
    with contextlib.suppress(OSError):
        temporary.unlink()
    return _kept(file) or name


def _kept(file: Path) -> str | None:
    try:
        name = file.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return None
    return name if _NAME.fullmatch(name) else None


@cache
def _new_name() -> str:
    import socket  # it is needed once for each device

    host = re.sub(r"[^a-z0-9-]+", "-", socket.gethostname().split(".")[0].lower()).strip("-")
    return f"{host[:40] or 'device'}-{secrets.token_hex(2)}"
