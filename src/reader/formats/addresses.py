"""What an address on the web says of a work: the same identity however the address is written."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import unquote

_LONGEST = 2000
"""Code points; what is longer is no address that anybody gave a story."""
_ADDRESS = re.compile(
    r"(?:https?:)?(?://)?(?:[^/?#@\s]*@)?(?P<host>[\w.-]+)(?::\d+)?"
    r"(?P<path>/[^?#\s]*)?(?:\?(?P<query>[^#\s]*))?(?:#\S*)?",
    re.IGNORECASE,
)
_HOST = re.compile(r"(?:[\w-]+\.)+(?=[\w-]*[a-z])[\w-]+")
_ARCHIVED = re.compile(r"(?:https?://)?web\.archive\.org/web/\w+/", re.IGNORECASE)
"""A copy in the Wayback Machine; the story's own address follows."""
_MIRRORS = re.compile(r"^(?:www|m|mobile)\.(?=[^.]+\.)")
_CHAPTER = re.compile(r"/(?:chapters?|ch|part)[/_-]?\d+(?:[/_.-].*)?$", re.IGNORECASE)
_TITLED_CHAPTER = re.compile(r"^(/s/\d+/\d+)/.*")
"""On fanfiction.net and fictionpress.com, where the story's title follows."""
_SCRIPT = re.compile(r"\.(?:php|aspx?|cgi|pl|jsp|cfm)$", re.IGNORECASE)
_STORY_PARAMETERS = ("sid", "storyid", "story_id", "story", "fid", "no")
"""Query parameters by which sites name a story, the surest first."""
_SCRIPT_PARAMETERS = (*_STORY_PARAMETERS, "id", "t", "p")
"""Those of addresses that say nothing else of it: of a script, or of a host alone."""
_NOISE = re.compile(r"utm_|chapter|page|textsize|action|ageconsent|warning|lang|ref$|source$|fbclid|s$")

_WORK_PATH = re.compile(r"/(?:collections/[^/]+/)?works/(\d+)(?:/.*)?")
_DOWNLOAD_PATH = re.compile(r"/downloads/(?:[^/]+/){0,2}?(\d+)/[^/]*")
_ARCHIVE = re.compile(
    r"(?:(?:insecure|download)\.)?(?:archiveofourown\.(?:org|com|net|gay)|ao3\.org)"
    r"|archive\.transformativeworks\.org"
)


class _Place(NamedTuple):
    """The parts of an address that can tell one story from another."""

    host: str
    """In lower case, without "www." or a port."""
    path: str
    """Unescaped, without a slash at its end."""
    query: str


class _Site(NamedTuple):
    """How one site names its stories."""

    name: str
    """What its stories' identities begin with: FanFicFare's abbreviation of the site where it has one."""
    host: re.Pattern[str]
    story: re.Pattern[str]
    """Matches path and query from their beginning; its group is the story's id there."""


def _site(name: str, host: str, story: str) -> _Site:
    return _Site(name, re.compile(host), re.compile(story))


_SID = r"[^?]*\?(?:[^#]*&)?sid=(\d+)"
_SITES = (
    _site("ffnet", r"(?:[\w-]+\.)?fanfiction\.net", r"/s/(\d+)"),
    _site("fpcom", r"(?:[\w-]+\.)?fictionpress\.com", r"/s/(\d+)"),
    _site("rylrdl", r"royalroadl?\.com", r"/fiction/(\d+)"),
    _site("scrhub", r"scribblehub\.com", r"/(?:series|read)/(\d+)"),
    _site("wattpad", r"(?:[\w-]+\.)?wattpad\.com", r"/story/(\d+)"),
    _site("fsb", r"forums?\.spacebattles\.com", r"/threads/(?:[^/]*\.)?(\d+)(?:/|$|\?)"),
    _site("fsv", r"forums?\.sufficientvelocity\.com", r"/threads/(?:[^/]*\.)?(\d+)(?:/|$|\?)"),
    _site("qq", r"forums?\.questionablequesting\.com", r"/threads/(?:[^/]*\.)?(\d+)(?:/|$|\?)"),
    _site("fw", r"ficwad\.com", r"/story/(\d+)"),
    _site("fimficnet", r"fimfiction\.(?:net|com)", r"/story/(\d+)"),
    _site("siye", r"siye\.co\.uk", _SID),
    _site("tumblr", r"tumblr\.com", r"/(?:blog/view/)?[^/]+/(\d+)"),
    _site("tumblr", r"[\w-]+\.tumblr\.com", r"/(?:post|private)/(\d+)"),
    _site("gutenberg", r"(?:[\w-]+\.)?gutenberg\.org", r"/(?:ebooks|files|cache/epub|etext)/(\d+)"),
    _site("tst1", r"test1\.com", _SID),
)
_ADULT_FANFICTION = re.compile(r"(\w+)\.adult-fanfiction\.org")
_ADULT_STORY = re.compile(r"/story\.php\?(?:[^#]*&)?no=(\d+)")


def identity(url: str) -> str:
    """The stable identity of the story at an address: `ao3:1234567`, `ffnet:1234`, else `host/path`.

    Scheme, "www.", the slash at the end, the chapter and what else stands in the query change nothing. Empty
    where it is no address, or one at a site that we know which is not a story's.
    """
    place = _place(url)
    if place is None:
        return ""
    archived = _archive_work(place)
    if archived or _ARCHIVE.fullmatch(place.host):
        return archived
    target = f"{place.path}?{place.query}" if place.query else place.path
    zone = _ADULT_FANFICTION.fullmatch(place.host)
    if zone:
        found = _ADULT_STORY.match(target)
        return f"{zone[1]}aff:{found[1]}" if found else ""
    sites = [site for site in _SITES if site.host.fullmatch(place.host)]
    for site in sites:
        found = site.story.match(target)
        if found:
            return f"{site.name}:{found[1]}"
    return "" if sites else _anywhere(place)


def archive_work(url: str) -> str:
    """The identity of a work on AO3 or on another archive that runs its software (`host:99`), else empty."""
    place = _place(url)
    return "" if place is None else _archive_work(place)


def chapter_place(url: str) -> str:
    """A chapter's address without what may change: scheme, "www.", the title after its number; else empty."""
    place = _place(url)
    if place is None or not place.path + place.query:
        return ""
    path = _TITLED_CHAPTER.sub(r"\1", place.path)
    return f"{place.host}{path}?{place.query}" if place.query else f"{place.host}{path}"


def isbn(text: str) -> str:
    """`isbn:` and the thirteen digits of a number with a right check digit, else empty.

    Ten digits count only with "ISBN" before them: any number may be that long.
    """
    named = re.fullmatch(r"\s*(?:urn:\s*)?isbn(?:-?1[03])?[:\s]*(\S.*)", text[:_LONGEST], re.IGNORECASE)
    digits = re.sub(r"[\s‐-―-]", "", named[1] if named else text[:_LONGEST]).upper()
    if named and re.fullmatch(r"[0-9]{9}[0-9X]", digits):
        values = [10 if digit == "X" else int(digit) for digit in digits]
        if sum(value * (10 - at) for at, value in enumerate(values)) % 11 == 0:
            return f"isbn:978{digits[:9]}{_check_digit('978' + digits[:9])}"
    if re.fullmatch(r"97[89][0-9]{10}", digits) and _check_digit(digits[:12]) == digits[12]:
        return f"isbn:{digits}"
    return ""


def _check_digit(digits: str) -> str:
    """The last of an ISBN-13, from the twelve before it."""
    return str(-sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(digits)) % 10)


def _place(url: str) -> _Place | None:
    url = url.strip()
    if len(url) > _LONGEST or not url.isprintable():
        return None
    found = _ADDRESS.fullmatch(_ARCHIVED.sub("", url, count=1))
    if not found:
        return None
    host = _MIRRORS.sub("", found["host"].lower().rstrip("."))
    if not _HOST.fullmatch(host):
        return None
    path = re.sub("/+", "/", _unquoted(found["path"] or "")).rstrip("/")
    return _Place(host, path, _unquoted(found["query"] or ""))


def _unquoted(text: str) -> str:
    """The text with its escapes resolved, as far as what they stand for may be shown."""
    plain = unquote(text)
    return plain if plain.isprintable() and " " not in plain else text


def _archive_work(place: _Place) -> str:
    own = _ARCHIVE.fullmatch(place.host)
    found = _WORK_PATH.fullmatch(place.path) or (own and _DOWNLOAD_PATH.fullmatch(place.path))
    return f"{'ao3' if own else place.host}:{found[1]}" if found else ""


def _anywhere(place: _Place) -> str:
    """Host and path, with the parameters that name the story; a host alone names none."""
    path = _CHAPTER.sub("", place.path)
    pairs = [pair.partition("=")[::2] for pair in re.split("[&;]", place.query)]
    given = {name.lower(): value for name, value in pairs if value}
    scripted = not path or _SCRIPT.search(path) is not None
    for name in _SCRIPT_PARAMETERS if scripted else _STORY_PARAMETERS:
        if name in given:
            return f"{place.host}{path}?{name}={given[name]}"
    if not path:
        return ""
    rest = sorted(name for name in given if scripted and not _NOISE.match(name))
    query = "&".join(f"{name}={given[name]}" for name in rest)
    return f"{place.host}{path}?{query}" if query else f"{place.host}{path}"
