"""Titles for works whose files give none: made of the file's name."""

from __future__ import annotations

from reader.formats.encoding import clean
from reader.work.spaces import tidy_spaces


def title_from(file_name: str) -> str:
    """A title from a file's name: without extension, underscores as spaces; empty if nothing is left."""
    file_name = file_name.encode(errors="surrogateescape").decode(errors="replace")  # may not be UTF-8
    stem, dot, extension = file_name.rpartition(".")
    bare = stem if dot and stem and len(extension) <= 5 else file_name
    return tidy_spaces(clean(bare.replace("_", " ")))
