"""The pictures inside the files of a workspace."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from reader.formats.resources import resource
from reader.formats.source import Source
from reader.library.files.access import FileAccess, UnavailableError
from reader.library.files.candidates import locate

if TYPE_CHECKING:
    from reader.library.entries import Entry
    from reader.workspace.workspace import Workspace


def picture(workspace: Workspace, entry: Entry, target: str) -> bytes | None:
    """The picture that an image of a work's text names; None where it is elsewhere or can't be had.

    It is taken from the copy of the file in use, else from the file itself, unless that is another by now. It
    may run on any thread.
    """
    data = workspace.originals.load(entry.sha256) or _of_file(entry)
    return resource(Source(entry.info.title, data), target) if data else None


def _of_file(entry: Entry) -> bytes | None:
    candidate = locate(entry.path) if entry.path else None
    if candidate is None:
        return None
    try:
        with FileAccess() as access:
            data = access.read(candidate)
    except UnavailableError:
        return None
    return data if hashlib.sha256(data).hexdigest() == entry.sha256 else None
