"""What a package says of its work: titles, people, series and the rest (EPUB 3.3, 5.5; OPF 2.0.1, 2.2)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.formats.epub.descriptions import plain_description
from reader.formats.markup.elements import text_of
from reader.formats.markup.inline import without_controls
from reader.formats.numbers import part_number
from reader.work.model import SeriesPart
from reader.work.titles import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

_AUTHOR = "aut"
_PRODUCER = "bkp"
"""Roles of MARC's list; calibre and others sign as book producers."""
_LAST = 1e9
"""The place of what has none, behind all that have one."""
_MOST_SAID = 16
"""How often one thing may be said of an element."""


@dataclass(frozen=True, slots=True)
class Agent:
    """A person or program that had a hand in it."""

    name: str
    role: str = ""
    """A code of MARC's list ("aut", "trl"), or the first of several; empty if not said."""


@dataclass(frozen=True, slots=True)
class Identifier:
    """One of the names it is known by."""

    value: str
    scheme: str = ""
    """As the package writes it ("URL", "ISBN", "uuid"); empty if not said."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the package says; empty where it says nothing."""

    title: str = ""
    subtitle: str = ""
    creators: tuple[Agent, ...] = ()
    contributors: tuple[Agent, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    """The package's own first."""
    languages: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    description: str = ""
    """Plain text, paragraphs separated by a line feed."""
    publisher: str = ""
    dates: Mapping[str, str] = field(default_factory=dict)
    """By event ("publication"), "" for one that is not said; as they are written."""
    modified: str = ""
    sources: tuple[str, ...] = ()
    series: tuple[SeriesPart, ...] = ()
    generators: tuple[str, ...] = ()
    """The programs that made it, as they call themselves."""
    meta: Mapping[str, str] = field(default_factory=dict)
    """What else it says, by EPUB 2's names and EPUB 3's properties; the first of each."""

    @property
    def authors(self) -> tuple[str, ...]:
        """The names of those who wrote it: creators in that role or in none, else all creators."""
        authors = [agent.name for agent in self.creators if agent.role in ("", _AUTHOR)]
        return tuple(dict.fromkeys(authors or [agent.name for agent in self.creators]))


def read_metadata(root: _Element) -> Metadata:
    """The metadata in a package's tree."""
    return _Statements(root).metadata()


class _Statements:
    """The elements of a package's metadata, each with the EPUB 3 properties that refine it."""

    def __init__(self, root: _Element) -> None:
        section = next(root.iter("metadata"), root)
        self._elements = [element for element in section.iter() if element is not section]
        self._unique = root.get("unique-identifier", "")
        self._refined: dict[tuple[str, str], list[str]] = {}
        for element in self._elements:
            about = element.get("refines", "").strip().lstrip("#")
            if about and element.tag == "meta":
                said = self._refined.setdefault((about, element.get("property", "")), [])
                said += [text_of(element)] * (len(said) < _MOST_SAID)

    def metadata(self) -> Metadata:
        """All of them together."""
        title, subtitle = self._titles()
        meta = self._meta()
        return Metadata(
            title=title,
            subtitle=subtitle,
            creators=self._agents("creator"),
            contributors=self._agents("contributor"),
            identifiers=self._identifiers(),
            languages=self._texts("language"),
            subjects=self._texts("subject"),
            description=self._description(),
            publisher=", ".join(self._texts("publisher")),
            dates=self._dates(),
            modified=meta.get("dcterms:modified", ""),
            sources=self._texts("source"),
            series=self._series(meta),
            generators=self._generators(meta),
            meta=meta,
        )

    def _all(self, tag: str) -> Iterator[tuple[_Element, str]]:
        """The elements of a name that say something, with what they say."""
        for element in self._elements:
            if element.tag == tag:
                text = text_of(element)
                if text:
                    yield element, text

    def _texts(self, tag: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(text for _, text in self._all(tag)))

    def _refinement(self, element: _Element, name: str) -> str:
        """What is said of an element: by a property that refines it, else by its own attribute in EPUB 2."""
        refined = filter(None, self._refined.get((element.get("id", ""), name), ()))
        return (
            next(refined, "")
            or without_controls(element.get(f"opf:{name}") or element.get(name) or "").strip()
        )

    def _in_order(self, tag: str) -> list[tuple[_Element, str]]:
        return sorted(self._all(tag), key=lambda found: self._place(found[0]))

    def _place(self, element: _Element) -> float:
        place = part_number(self._refinement(element, "display-seq"))
        return _LAST if place is None else place

    def _titles(self) -> tuple[str, str]:
        titles = [
            (self._refinement(element, "title-type"), text) for element, text in self._in_order("title")
        ]
        mains = [text for kind, text in titles if kind == "main"]
        mains = mains or [text for kind, text in titles if not kind] or [text for _, text in titles]
        subtitles = [text for kind, text in titles if kind == "subtitle" and text != mains[0]]
        return mains[0] if mains else "", subtitles[0] if subtitles else ""

    def _agents(self, tag: str) -> tuple[Agent, ...]:
        agents = (Agent(name=text, role=self._role(element)) for element, text in self._in_order(tag))
        return tuple(dict.fromkeys(agents))

    def _role(self, element: _Element) -> str:
        stated = [text.lower() for text in self._refined.get((element.get("id", ""), "role"), ())]
        return _AUTHOR if _AUTHOR in stated else self._refinement(element, "role").lower()

    def _identifiers(self) -> tuple[Identifier, ...]:
        found = sorted(self._all("identifier"), key=lambda one: one[0].get("id", "") != self._unique)
        identifiers = (
            Identifier(
                text, self._refinement(element, "scheme") or self._refinement(element, "identifier-type")
            )
            for element, text in found
        )
        return tuple(dict.fromkeys(identifiers))

    def _description(self) -> str:
        given = (plain_description(found) for found in self._elements if found.tag == "description")
        return next((plain for plain in given if plain), "")

    def _dates(self) -> dict[str, str]:
        dates: dict[str, str] = {}
        for element, text in self._all("date"):
            dates.setdefault(self._refinement(element, "event").lower(), text)
        return dates

    def _meta(self) -> dict[str, str]:
        meta: dict[str, str] = {}
        for element in self._elements:
            if element.tag == "meta" and not element.get("refines"):
                name = element.get("name") or element.get("property") or ""
                text = without_controls(element.get("content") or "").strip() or text_of(element)
                if name and text:
                    meta.setdefault(name.strip(), text)
        return meta

    def _series(self, meta: Mapping[str, str]) -> tuple[SeriesPart, ...]:
        """EPUB 3's collections, calibre's own properties in either version, each series once."""
        calibre = "calibre:series"
        index = meta.get("calibre:series_index", "")
        found = [SeriesPart(meta[calibre], part_number(index))] if calibre in meta else []
        for element in self._elements:
            kind = element.get("property", "")
            name = text_of(element) if element.tag == "meta" else ""
            if not name or element.get("refines"):
                continue
            if kind == "belongs-to-collection" and self._refinement(element, "collection-type") in _SERIES:
                found.append(SeriesPart(name, part_number(self._refinement(element, "group-position"))))
            elif kind == calibre:
                place = self._refinement(element, "calibre:series_index") or index
                found.append(SeriesPart(name, part_number(place)))
        series: dict[str, SeriesPart] = {}
        for part in found:
            if folded(part.title) not in series or series[folded(part.title)].part is None:
                series[folded(part.title)] = part
        return tuple(series.values())

    def _generators(self, meta: Mapping[str, str]) -> tuple[str, ...]:
        names = [agent.name for agent in self._agents("contributor") if agent.role == _PRODUCER]
        return tuple(dict.fromkeys(name for name in (*names, meta.get("generator", "")) if name))


_SERIES = frozenset({"series", "set", ""})
"""Kinds of collection that number their parts."""
