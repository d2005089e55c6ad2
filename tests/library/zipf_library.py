"""A made-up library with tags as an archive's readers find them: few that everybody uses, many used once.

A work has 15 to 40 tags. How often the n-th tag of a kind is used falls as 1/n (Zipf's law, which tags of
the Archive of Our Own follow closely); characters and relationships belong to a fandom, authors tag in their
own spelling, and every fifth work says something that no other does. The same works come every time.
"""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate, product
from typing import TYPE_CHECKING

from reader.formats.assembly import ChapterDraft, assemble
from reader.library.entries import Entry
from reader.work.model import Block, BlockKind, SeriesPart, Tag, TagKind, WorkInfo
from reader.work.statuses import STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.library.catalogue import Catalogue

_FANDOMS, _AUTHORS, _SERIES, _ADDITIONAL, _CAST = 400, 2_500, 900, 60_000, 60
_FIRST = (
    "Ana Bo Cem Dara Edda Fio Gil Hana Ines Jory Kit Lena Mato Nils Odo Pia Quin Rosa Sanna Teodor".split()
)
_LAST = (
    "Alder Birch Calder Dune Ember Fenn Grove Hale Ivers Juno Karst Lark Moss North Orr Pell Reyes".split()
)
_HOW = "Slow Quiet Mutual Past Light Heavy Canon Domestic Secret Winter Lost Found Second Sudden".split()
_WHAT = "Burn Pining Angst Comfort Family Letters Weather Homecoming Kisses Trust Magic Grief Tea".split()
_WHERE = "at Sea;in Winter;on the Road;at Court;in the City;before the War;after Canon;by Post".split(";")
_RATINGS = ("Teen And Up Audiences", "General Audiences", "Explicit", "Mature", "Not Rated")
_WARNINGS = (
    "No Archive Warnings Apply",
    "Creator Chose Not To Use Archive Warnings",
    "Choose Not To Use Archive Warnings",
    "Graphic Depictions Of Violence",
    "Major Character Death",
)
_CATEGORIES = ("M/M", "F/M", "Gen", "F/F", "Multi", "Other")
_LANGUAGES = ("English", "中文-普通话 國語", "Русский", "Español", "Deutsch", "Français", "Italiano")
_SUMMARY = "What the river “keeps”, and from whom. The ferry goes once a day, and today it did not. "
_FIRST_DAY = date(2012, 1, 1)


def zipf_entries(works: int = 10_000) -> list[Entry]:
    """The works as lists show them, without files."""
    chance = random.Random(1)
    return [_entry(info, chance) for info in zipf_works(works)]


def fill(catalogue: Catalogue, works: int = 10_000) -> None:
    """Put the works into a catalogue, each with a chapter of one line."""
    chapter = ChapterDraft("", (Block(BlockKind.PARAGRAPH, "A line."),))
    added = datetime(2026, 1, 1, tzinfo=UTC)
    for number, info in enumerate(zipf_works(works)):
        work = assemble(info, (chapter,))
        path, digest = f"/shelf/{number}.html", f"{number:064x}"
        catalogue.put(work, path=path, format="ao3", sha256=digest, added=added)


def zipf_works(works: int = 10_000) -> Iterator[WorkInfo]:
    """The facts of the works."""
    chance = random.Random(7)
    known: dict[tuple[TagKind, str], Tag] = {}
    fandoms, authors, series = _Ranked(_FANDOMS), _Ranked(_AUTHORS), _Ranked(_SERIES)
    additional = _Ranked(_ADDITIONAL)
    for number in range(works):
        names = _tag_names(chance, number, fandoms.some(chance, 1, 3), additional)
        tags = tuple(known.setdefault((kind, name), Tag(kind, name)) for kind, name in names)
        posted = chance.choice((1, 1, 1, 2, 5, 12, 30))
        first = _FIRST_DAY + timedelta(chance.randrange(5_000))
        parts = (SeriesPart(f"Series {series.one(chance)}", posted),) if chance.random() < 0.25 else ()
        yield WorkInfo(
            id=f"ao3:{1_000_000 + number}",
            title=f"{chance.choice(_HOW)} {chance.choice(_WHAT)} {chance.choice(_WHERE)} {number}",
            authors=tuple(f"author{rank}" for rank in authors.some(chance, 1, 2)),
            tags=tags,
            series=parts,
            language=chance.choices(_LANGUAGES, (88, 5, 2, 2, 1, 1, 1))[0],
            summary=_SUMMARY * chance.randint(1, 6),
            words=int(chance.lognormvariate(8.5, 1.3)),
            chapters_posted=posted,
            complete=chance.random() < 0.8,
            published=first,
            updated=first + timedelta(chance.randrange(400)),
        )


class _Ranked:
    """Numbers from 0 on, the n-th drawn as often as 1/n."""

    def __init__(self, size: int) -> None:
        self._numbers = range(size)
        self._weights = list(accumulate(1 / (number + 1) for number in self._numbers))

    def one(self, chance: random.Random) -> int:
        return chance.choices(self._numbers, cum_weights=self._weights)[0]

    def some(self, chance: random.Random, least: int, most: int) -> list[int]:
        drawn = chance.choices(self._numbers, cum_weights=self._weights, k=chance.randint(least, most))
        return list(dict.fromkeys(drawn))


_CAST_RANKS = _Ranked(_CAST)


def _tag_names(
    chance: random.Random, number: int, fandoms: Sequence[int], additional: _Ranked
) -> list[tuple[TagKind, str]]:
    fandom = fandoms[0]
    cast = _CAST_RANKS.some(chance, 3, 12)
    pairs = [chance.sample(cast, 2) for _ in range(min(len(cast) // 2, chance.choice((1, 1, 2, 3))))]
    signs = ("/", "/", "/", " & ")
    names = [
        (TagKind.RATING, chance.choices(_RATINGS, (31, 28, 22, 14, 5))[0]),
        (TagKind.WARNING, chance.choices(_WARNINGS, (60, 15, 10, 10, 5))[0]),
        (TagKind.CATEGORY, chance.choices(_CATEGORIES, (46, 22, 15, 11, 4, 2))[0]),
        *((TagKind.FANDOM, f"Fandom {rank}") for rank in fandoms),
        *(
            (TagKind.RELATIONSHIP, chance.choice(signs).join(_person(fandom, n) for n in pair))
            for pair in pairs
        ),
        *((TagKind.CHARACTER, _person(fandom, rank)) for rank in cast),
    ]
    wanted = min(chance.randint(15, 40), chance.randint(15, 40))
    while len(names) < wanted:
        said = ((TagKind.ADDITIONAL, _said(rank)) for rank in additional.some(chance, 1, 6))
        names = list(dict.fromkeys([*names, *said]))
    if number % 5 == 0:
        names.append((TagKind.ADDITIONAL, f"i wrote this in {number} minutes and it shows"))
    return names[:40]


def _person(fandom: int, rank: int) -> str:
    """A name of the cast; those of small fandoms are told apart by the fandom, as an archive does."""
    name = f"{_FIRST[(rank + fandom) % len(_FIRST)]} {_LAST[(rank * 7 + fandom) % len(_LAST)]}"
    return name if fandom < 40 else f"{name} (Fandom {fandom})"


_PHRASES = [" ".join(words) for words in product(_HOW, _WHAT)]


def _said(rank: int) -> str:
    if rank < len(_PHRASES):
        return _PHRASES[rank]
    where, phrase = divmod(rank, len(_PHRASES))
    name = f"{_PHRASES[phrase]} {_WHERE[where % len(_WHERE)]}"
    return name if where < len(_WHERE) else f"{name} {where}"


def _entry(info: WorkInfo, chance: random.Random) -> Entry:
    status = chance.choices(STATUSES, (60, 5, 5, 20, 5, 5))[0]
    own = tuple(f"mine {chance.randrange(30)}" for _ in range(chance.choice((0, 0, 0, 1))))
    added = datetime(2026, 1, 1, tzinfo=UTC)
    words = info.words or 0
    return Entry(info, None, "ao3", "", added, words, info.chapters_posted or 1, status=status, own_tags=own)
