"""Single values as calibre keeps them, made ours: lines, days, languages, addresses, figures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from reader.formats.addresses import identity
from reader.formats.completeness import is_finished
from reader.formats.dates import read_w3c_date
from reader.formats.encoding import clean
from reader.work.languages import language_code
from reader.work.spaces import tidy_spaces

if TYPE_CHECKING:
    from datetime import date

_ISO_639_2 = """
eng:en deu:de ger:de fra:fr fre:fr spa:es ita:it por:pt rus:ru ukr:uk pol:pl ces:cs cze:cs slk:sk slo:sk
nld:nl dut:nl swe:sv dan:da nor:no nob:nb nno:nn fin:fi isl:is ice:is hun:hu ron:ro rum:ro bul:bg hrv:hr
srp:sr slv:sl lit:lt lav:lv est:et ell:el gre:el tur:tr heb:he ara:ar fas:fa per:fa hin:hi ben:bn tha:th
vie:vi ind:id msa:ms may:ms zho:zh chi:zh jpn:ja kor:ko cat:ca eus:eu baq:eu glg:gl cym:cy wel:cy gle:ga
epo:eo lat:la afr:af tgl:tl swa:sw sqi:sq alb:sq mkd:mk mac:mk bel:be kat:ka geo:ka hye:hy arm:hy
"""
_LANGUAGES = dict(pair.split(":") for pair in _ISO_639_2.split())
"""The codes that calibre keeps, to the tags of BCP 47, which are shorter."""


def line(value: Any) -> str:
    """A text on one line, without control characters."""
    return tidy_spaces(clean(str(value)).replace("\n", " "))


def lines(values: Any) -> tuple[str, ...]:
    """The texts in which there is anything."""
    return tuple(filter(None, map(line, values)))


def day(value: Any) -> date | None:
    """The day of a time as SQLite keeps it, None for none and for calibre's "not known"."""
    return read_w3c_date(str(value))


def language(value: Any) -> str | None:
    """The tag of a language by its code or name."""
    name = line(value)
    return _LANGUAGES.get(name.lower()) or language_code(name)


def done(value: Any) -> bool | None:
    """Whether a work is complete, by a word for it, or yes and no; None for a word that says neither."""
    return is_finished(value) if isinstance(value, str) else bool(value)


def count(value: Any) -> int | None:
    """A figure, whatever stands between its thousands; None for none and for nought."""
    found = re.match(r"\d{1,9}", re.sub(r"[,.\s](?=\d{3})", "", str(value)[:40].strip()))
    return int(found[0]) or None if found else None


def address(value: Any) -> str | None:
    """The address of a story. FanFicFare writes "|" for the colon, which calibre once could not keep."""
    text = line(value).replace("|", ":")
    return text if identity(text) else None
