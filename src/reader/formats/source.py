"""What every format is given and may say: the file, how it is to be read, and that it can't be."""

from __future__ import annotations

from dataclasses import dataclass


class UnreadableError(Exception):
    """The file is not a work that can be read; the message says why in one line, without the path."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read: what it holds and what it is called."""

    name: str
    """The file's name without its folder; used for a title where the file has none."""
    data: bytes
    repair: bool = True
    """Whether paragraph boundaries that were lost in the file are put back by guess."""
