"""What the entries of FanFicFare's title page say of a work, and which of them are shown before its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.formats.addresses import identity
from reader.formats.fanficfare.labels import meaning_of
from reader.formats.labelled_facts import Labelled, read_labelled
from reader.formats.labels import Fact, label_heading
from reader.work.model import Block, BlockKind, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.formats.fanficfare.entries import TitleEntry
    from reader.work.model import WorkInfo


def read_info(
    entries: Iterable[TitleEntry],
    *,
    title: str,
    authors: tuple[str, ...],
    url: str,
    known: Iterable[str] = (),
) -> WorkInfo:
    """The facts in the entries. `known` are whole names, by which one that holds commas is told."""
    info = read_labelled(list(_labelled(entries)), frozenset(known))
    url = url or info.url or ""
    return info._replace(
        id=identity(url),
        title=title or info.title,
        authors=authors or info.authors,
        url=url or None,
    )


def _labelled(entries: Iterable[TitleEntry]) -> Iterator[Labelled]:
    for entry in entries:
        field = meaning_of(entry.label)
        if field is Fact.SUMMARY:
            yield Labelled(field, tuple(block.text for block in entry.blocks if block.text))
        elif field is not None:
            yield Labelled(field, (entry.text,), entry.links[0][1] if entry.links else "")


def read_front(entries: Sequence[TitleEntry]) -> Iterator[Block]:
    """What is to be shown before the text: summary, notes, and entries that nothing else is made of."""
    for entry in entries:
        meaning = meaning_of(entry.label)
        if meaning in (Fact.SUMMARY, Fact.NOTES):
            role = Role.SUMMARY if meaning is Fact.SUMMARY else Role.NOTES
            yield label_heading(entry.label, role)
            yield from (block._replace(role=role) for block in entry.blocks)
        elif meaning is None:
            yield Block(BlockKind.PARAGRAPH, f"{entry.label}: {entry.text}", role=Role.PREFACE)
