"""How far along a work is, as sites, programs and people say it."""

from __future__ import annotations

import re

from reader.formats.numbers import whole_number

_FINISHED = {
    **dict.fromkeys(("completed", "complete", "finished", "done", "true", "yes"), True),
    **dict.fromkeys(("in-progress", "in progress", "incomplete", "ongoing", "wip", "false", "no"), False),
    **dict.fromkeys(("hiatus", "on hiatus", "dropped", "abandoned"), False),
}
_OF = re.compile(r"\s*(?:/|\bof\b)\s*")


def is_finished(status: str) -> bool | None:
    """Whether a work of that status is complete; None for a word that says neither."""
    return _FINISHED.get(" ".join(status.split()).lower())


def chapter_counts(text: str) -> tuple[int | None, int | None]:
    """How many chapters there are and how many there will be, from "9", "3 of 9" or AO3's "3/?"."""
    posted, *total = _OF.split(text.strip()[:40], maxsplit=1)
    return whole_number(posted), whole_number(total[0]) if total else None
