"""What is known of a work from beside its file, as calibre knows it, and how it goes with the file's own."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any

from reader.formats.encoding import clean
from reader.formats.source import UnreadableError
from reader.work.facts import SeriesPart, Tag, TagKind
from reader.work.model import BlockKind, Role
from reader.work.names import fold_name
from reader.work.spaces import tidy_spaces
from reader.work.tags import RATINGS, tag_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.work.facts import WorkInfo
    from reader.work.model import Block, Work

_LONGEST = 200_000
"""Code points of a summary."""
_SINGLE = frozenset({TagKind.RATING})
"""Kinds of which a work has one: the file's own is enough."""
_NOISE = frozenset(
    {
        *("fanworks", "fanwork", "fanfiction", "fanfic", "fan fiction", "archive of our own", "ao3"),
        *("completed", "complete", "in-progress", "in progress", "wip", "ebook", "unknown"),
    }
)
_NOISE_STARTS = ("last update",)
"""Subjects that say nothing of a work, or what `complete` says: by AO3, FanFicFare and shops, folded."""
_KNOWN_NAMES = {
    **{fold_name(name): TagKind.RATING for name in RATINGS.values()},
    **{
        fold_name(name): TagKind.WARNING
        for name in (
            "Creator Chose Not To Use Archive Warnings",
            "Choose Not To Use Archive Warnings",
            "No Archive Warnings Apply",
            "Graphic Depictions Of Violence",
            "Major Character Death",
            "Rape/Non-Con",
            "Underage",
            "Underage Sex",
        )
    },
    **{fold_name(name): TagKind.CATEGORY for name in ("F/F", "F/M", "M/M")},
}
"""Names in the archive's own words, which have a type wherever they are found."""


@dataclass(frozen=True, slots=True)
class Supplement:
    """Facts from outside the file. Empty and None mean that nothing is said."""

    id: str = ""
    """A stable identity for a work whose file has none."""
    title: str = ""
    authors: tuple[str, ...] = ()
    series: tuple[SeriesPart, ...] = ()
    tags: tuple[Tag, ...] = ()
    """Those of a known type."""
    subjects: tuple[str, ...] = ()
    """Those of none."""
    language: str | None = None
    published: date | None = None
    updated: date | None = None
    summary: str = ""
    """As it is kept there: HTML, or plain text."""
    url: str | None = None
    complete: bool | None = None
    words: int | None = None
    collections: tuple[str, ...] = ()

    def to_json(self) -> str:
        """All of it in one string, the same for equal values."""
        values = ((name, getattr(self, name)) for name in _NAMES)
        said: dict[str, Any] = {name: value for name, value in values if value not in ("", None, ())}
        if self.series:
            said["series"] = [part._asdict() for part in self.series]
        return json.dumps(said, default=date.isoformat, ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Supplement:
        """The supplement again. Raises ValueError for what `to_json` did not give."""
        try:
            return cls(**{name: _from_plain(name, value) for name, value in json.loads(text).items()})
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise ValueError("no supplement") from error

    def in_work(self, work: Work) -> Work:
        """The work with these facts, its title page too."""
        info = self.apply(work.info)
        first, *others = work.chapters
        blocks = tuple(_title_page(first.blocks, work.info, info))
        if blocks != first.blocks:
            first = first._replace(blocks=blocks)
        return work._replace(info=info, chapters=(first, *others))

    def apply(self, info: WorkInfo) -> WorkInfo:
        """The file's facts with these.

        A file with typed tags, as the archive and FanFicFare write them, says best itself what it is, and
        only its gaps are filled. In any other, title, authors and series here are what a person put right.
        """
        own = _is_typed(info)
        return info._replace(
            title=info.title if own else self.title or info.title,
            authors=(own and info.authors) or self.authors or info.authors,
            series=(own and info.series) or self.series or info.series,
            tags=_joined(info, self.tags, self.subjects),
            language=info.language or self.language,
            summary=info.summary or _plain(self.summary) or None,
            words=info.words or self.words,
            complete=self.complete if info.complete is None else info.complete,
            published=info.published or self.published,
            updated=info.updated or self.updated,
            url=info.url or self.url,
            collections=info.collections or self.collections,
        )


_NAMES = tuple(field.name for field in fields(Supplement))


def _is_typed(info: WorkInfo) -> bool:
    return any(tag.kind is not TagKind.ADDITIONAL for tag in info.tags)


def is_noise(subject: str) -> bool:
    """Whether a subject tells nothing by which anybody would look for a work."""
    name = fold_name(subject)
    return name in _NOISE or name.startswith(_NOISE_STARTS)


def _joined(info: WorkInfo, typed: Iterable[Tag], subjects: Iterable[str]) -> tuple[Tag, ...]:
    """The file's tags, and those that it has in no kind; where it gives none a kind, they get theirs."""
    typed = sorted(typed, key=lambda tag: tag.kind is TagKind.ADDITIONAL)  # what says more goes first
    kinds = _KNOWN_NAMES | {fold_name(tag.name): tag.kind for tag in reversed(typed)}
    tags = list(info.tags)
    if not _is_typed(info):
        own = (tag.name for tag in tags if not is_noise(tag.name))
        tags = [Tag(kinds.get(fold_name(name), TagKind.ADDITIONAL), name) for name in own]
    known = {form for tag in tags for form in (fold_name(tag.name), tag_key(tag))}
    filled = {tag.kind for tag in tags} & _SINGLE
    for name in (*(tag.name for tag in typed), *(name for name in subjects if not is_noise(name))):
        tag = Tag(kinds.get(fold_name(name), TagKind.ADDITIONAL), name)
        if tag.kind not in filled and not known & {fold_name(name), tag_key(tag)}:
            tags.append(tag)
            known |= {fold_name(name), tag_key(tag)}
    return tuple(tags)


def _title_page(blocks: tuple[Block, ...], before: WorkInfo, after: WorkInfo) -> Iterable[Block]:
    """The first chapter's blocks with title and authors as they are now."""
    texts = {before.title: after.title, "by " + ", ".join(before.authors): "by " + ", ".join(after.authors)}
    for index, block in enumerate(blocks):
        on_page = index < len(texts) and block.role is Role.TITLE and not block.spans
        yield block._replace(text=texts.get(block.text, block.text)) if on_page else block


def _plain(summary: str) -> str:
    """The paragraphs of a summary that may be HTML, separated by a line feed."""
    if "<" not in summary and "&" not in summary:
        return "\n".join(filter(None, map(tidy_spaces, clean(summary).split("\n"))))
    from reader.formats.markup.tree import parse_text  # looking through folders needs no parser
    from reader.formats.markup.walk import read_blocks

    try:
        blocks = read_blocks(parse_text(summary[:_LONGEST]))
    except UnreadableError:
        return ""
    return "\n".join(block.text for block in blocks if block.text and block.kind is not BlockKind.IMAGE)


def _from_plain(name: str, value: Any) -> Any:
    """A field's value from what JSON keeps of it. Raises TypeError and KeyError."""
    if name not in _NAMES:
        raise KeyError(name)
    if name in ("published", "updated"):
        return date.fromisoformat(value)
    if name == "series":
        return tuple(SeriesPart(**part) for part in value)
    if name == "tags":
        return tuple(Tag(TagKind(kind), tag) for kind, tag in value)
    return tuple(value) if isinstance(value, list) else value
