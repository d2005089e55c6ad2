"""The pictures inside the files of a workspace."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from reader.formats.resources import resource
from reader.formats.source import Source
from reader.library.reading_again import bytes_of
from reader.workspace.sample import SAMPLE_ID, sample_file

if TYPE_CHECKING:
    from reader.library.entries import Entry
    from reader.workspace.workspace import Workspace


def picture(workspace: Workspace, entry: Entry, target: str) -> bytes | None:
    """The picture that an image of a work's text names; None where it is elsewhere or can't be had.

    It is taken from the copy of the file in use, else from the file itself, unless that is another by now. It
    may run on any thread.
    """
    if entry.info.id == SAMPLE_ID:
        return resource(Source(entry.info.title, sample_file()), target)
    data = bytes_of(workspace.originals, entry.sha256, entry.path)
    if data is None or hashlib.sha256(data).hexdigest() != entry.sha256:
        return None
    return resource(Source(entry.info.title, data), target)
