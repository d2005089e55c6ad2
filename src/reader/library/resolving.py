"""Which works a person means by an id, the start of one, or words of a title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.work.titles import folded

if TYPE_CHECKING:
    from collections.abc import Mapping


def resolve(titles: Mapping[str, str], words: str) -> list[str]:
    """The ids meant, of a library given as titles by id; more than one means that the words are not enough.

    Tried in this order, and the first that fits decides: an id; a whole title; the start of one id alone;
    words of a title, all of which must be in it. The part of an id before its colon may be left out. Case and
    accents of titles do not matter.
    """
    words = words.strip()
    exact = [work_id for work_id in titles if words in (work_id, work_id.partition(":")[2])]
    if words and exact:
        return exact
    wanted = folded(words)
    keys = {work_id: folded(title) for work_id, title in titles.items()} if wanted else {}
    whole = [work_id for work_id, title in keys.items() if title == wanted]
    if whole:
        return whole
    starts = [work_id for work_id in titles if words and _begins(work_id, words)]
    if len(starts) == 1:
        return starts
    parts = set(wanted.split())
    return [work_id for work_id, title in keys.items() if parts <= set(title.split())] or starts


def _begins(work_id: str, words: str) -> bool:
    return work_id.startswith(words) or work_id.partition(":")[2].startswith(words)
