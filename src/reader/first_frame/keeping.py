"""Keeping a frame for the next start."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from reader.first_frame.conditions import beside, stamp, surroundings
from reader.first_frame.kept_frame import FIRST, LARGEST, LIBRARY, PAGE, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    Row = Sequence[tuple[str, str]]
    """Looks and texts, from the left edge on: the numbers of an SGR sequence, and what is shown so."""


class Frame(NamedTuple):
    """What a terminal showed."""

    work: str
    """The id of the work, of which it is a page; empty for the library."""
    columns: int
    rows: Sequence[Row]


def keep(frame: Frame, data: Path, *, needs: Iterable[Path], state: Path, files: Iterable[Path] = ()) -> None:
    """Keep a frame in a data directory; nothing is left of the one before, whether it can be kept or not.

    It is shown again while the paths in `needs` and what lies beside the state file are as they are now, and
    a page for somebody who asks for one of `files` while that is.
    """
    kept = data / name_of(PAGE if frame.work else LIBRARY)
    fresh = kept.with_name(f"{kept.name}.{os.getpid()}.new")
    with suppress(OSError, UnicodeEncodeError):  # a path may be no text
        kept.unlink(missing_ok=True)
        content = _written(frame, data, needs, state, files).encode()
        if len(content) > LARGEST:
            return
        file = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(file, "wb") as stream:
            stream.write(content)
        fresh.replace(kept)


def _written(frame: Frame, data: Path, needs: Iterable[Path], state: Path, files: Iterable[Path]) -> str:
    lines = [
        FIRST,
        ("around", surroundings(frame.columns, len(frame.rows))),
        ("shows", PAGE, frame.work) if frame.work else ("shows", LIBRARY),
        *(("needs", _seen_from(data, path), stamp(str(path))) for path in needs),
        ("beside", _seen_from(data, state), beside(str(state))),
        *(("file", str(path), stamp(str(path))) for path in files),
        *(("row", *(field for run in row for field in run)) for row in frame.rows),
        ("end",),
    ]
    return "\n".join("\t".join(line) for line in lines)


def _seen_from(data: Path, path: Path) -> str:
    return str(path.relative_to(data)) if path.is_relative_to(data) else str(path)
