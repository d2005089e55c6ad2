"""The name of this machine in the state: each device has its own position in a work."""

from __future__ import annotations

import hashlib
import re
import socket
from pathlib import Path

_MACHINE_IDS = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))
_LONGEST_NAME = 24
_UNNAMED = "device"


def device_name() -> str:
    """The host's name with four digits of a hash, as in "kitchen-3f2a"; the same on every start.

    The digits come from the machine's own id, so that two machines of one name stay apart. They are not kept
    in a file of ours because two machines may share the data directory.
    """
    host = socket.gethostname().partition(".")[0]
    name = re.sub(r"[^a-z0-9]+", "-", host.lower()).strip("-")[:_LONGEST_NAME] or _UNNAMED
    digits = hashlib.sha256(f"reader {host} {_machine_id()}".encode()).hexdigest()[:4]
    return f"{name}-{digits}"


def _machine_id() -> str:
    for path in _MACHINE_IDS:
        try:
            return path.read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            continue
    return ""
