"""Chapters of every script and kind of block, for laws about what is laid out."""

from __future__ import annotations

import re
from unicodedata import category

from hypothesis import strategies as st

from reader.layout.style import Notes, PageStyle, Setting
from reader.work.model import Align, Block, BlockKind, Chapter, Role, Span, Style

CLUSTERS = (
    "e\u0301",
    "o\u0323\u0302",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "❤\ufe0f",
    "\U0001f1e9\U0001f1ea",
    "\U0001f44d\U0001f3fd",
    "\u1112\u1161\u11ab",
    "क्षि",
    "1\ufe0f\u20e3",
    "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "\U0001f3f3\ufe0f\u200d\U0001f308",
    "\U0001f469\U0001f3fd\u200d❤\ufe0f\u200d\U0001f468\U0001f3ff",
    "☺\ufe0e",
    "ខ្មែ",
    "မြ",
    "กำ",
)
"""Grapheme clusters of several code points: accents, a family, flags of two letters, of tags and joined, skin
tones, a couple, a face as text, jamo, conjuncts, a keycap, stacked consonants, vowels on either side."""
CLUSTER = re.compile("|".join(map(re.escape, CLUSTERS)))
_EXTENDS = {"Mn", "Mc", "Me"}
_VIRAMAS = "\u094d\u17d2\u1039"
_WORDS = (
    "a",
    "ink",
    "harbour",
    "well-known",
    "said—and",
    "“Wait…”",
    "lantern’s",
    "10\xa0000",
    "naïve",
    "Ωμέγα",
    "море",
    "extraordinarily-unconventional",
    "https://example.org/a/long_address?with=words&more=of-them/index.html",
    "unbelievably" * 4,
    "co\xadopera\xadtion",
    "zero\u200bwidth",
    "港へ行く",
    "「そうですか。」と、彼女は言った！",
    "东西南北，中间（这里）。",
    "שלום",
    "مرحبا",
    "한국어",
    "한국어로쓰인",
    "ภาษาไทยไม่มีช่องว่างระหว่างคำ",
    "ພາສາລາວ",
    "ភាសាខ្មែរ",
    "မြန်မာဘာသာ",
    "हिन्दी",
    "😀👩‍🚀🏳️‍🌈",
    "nevertheless,",
    "“Donaudampfschifffahrt”",
    "lantern’s",
    "well—known—words",
    "SHOUTING",
    "B2B",
    "—",
    "\x1b[31mred\x1b[0m",
    "\u202eovert",
    "x\x00y\x85",
    "word\u2060joiner",
    "[bold]",
    *CLUSTERS,
    "caf" + CLUSTERS[0],
    CLUSTERS[2] * 3,
    CLUSTERS[4] * 4,
)
_SPACES = (" ", " ", " ", " ", "  ", "", "\xa0", "\u2009", "\u3000")


def within_clusters(text: str) -> set[int]:
    """The text positions inside a grapheme cluster: of those above, and before marks and after joiners."""
    inside = {at for found in CLUSTER.finditer(text) for at in range(found.start() + 1, found.end())}
    for at in range(1, len(text)):
        joined = text[at] == "\u200d" or (text[at - 1] == "\u200d" and not text[at].isspace())
        joined = joined or (text[at - 1] in _VIRAMAS and text[at].isalpha()) or text[at] in "\u0e33\u0eb3"
        if joined or (category(text[at]) in _EXTENDS and category(text[at - 1]) not in {"Cc", "Cf"}):
            inside.add(at)
    return inside


@st.composite
def texts(draw: st.DrawFn, *, words: int = 30) -> str:
    """Text without line feeds: words of many scripts, with spaces of many kinds between them."""
    parts = draw(st.lists(st.tuples(st.sampled_from(_WORDS), st.sampled_from(_SPACES)), max_size=words))
    joined = "".join(word + space for word, space in parts)
    return joined.strip() if draw(st.booleans()) else joined


@st.composite
def plain_texts(draw: st.DrawFn) -> str:
    """Text whose every code point is a cell, with much that a line may or may not be broken at."""
    alphabet = st.sampled_from("abc  -—–…“”‘’.,?!/_=&é1234Ωж\xa0")
    return draw(st.text(alphabet, max_size=200))


@st.composite
def spans(draw: st.DrawFn, length: int) -> tuple[Span, ...]:
    """Spans over a text of a length, in order and apart."""
    cuts = sorted(draw(st.lists(st.integers(0, length), max_size=6, unique=True)))
    styles = [Style.EMPHASIS, Style.STRONG, Style.UNDERLINE, Style.SUPERSCRIPT, Style.SUBSCRIPT]
    looks = st.sampled_from([*styles, Style.SMALL_CAPS, Style.EMPHASIS | Style.UNDERLINE])
    links = st.sampled_from(["", "", "#note", "https://example.org"])
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return tuple(Span(start, end, draw(looks), draw(links)) for start, end in pairs)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    """A block of any kind and role."""
    kind = draw(st.sampled_from([BlockKind.PARAGRAPH] * 4 + list(BlockKind)))
    if kind is BlockKind.TABLE_ROW:
        text = "\t".join(draw(st.lists(texts(words=6), min_size=1, max_size=4)))
    elif kind is BlockKind.SCENE_BREAK:
        text = draw(st.sampled_from(["", "* * *", "~", "oOo", "⁂ ⁂"]))
    elif kind in {BlockKind.VERSE, BlockKind.PREFORMATTED}:
        text = " " * draw(st.sampled_from([0, 0, 2, 12])) + draw(texts(words=8))
    else:
        text = draw(texts())
    return Block(
        kind,
        text,
        draw(spans(len(text))),
        role=draw(st.sampled_from([Role.STORY] * 6 + list(Role))),
        level=draw(st.integers(0, 3)),
        quote=draw(st.sampled_from([0, 0, 0, 0, 1, 2, 9])),
        align=draw(st.sampled_from([Align.START] * 4 + list(Align))),
        marker=draw(st.sampled_from(["•", "12.", "", "（三）"])) if kind is BlockKind.LIST_ITEM else "",
        continues=draw(st.booleans()),
        lang=draw(st.sampled_from(["", "", "", "sv", "ja"])),
        rtl=draw(st.sampled_from([False, False, False, True])),
    )


@st.composite
def chapters(draw: st.DrawFn, *, most: int = 12) -> Chapter:
    """A chapter of up to so many blocks."""
    return Chapter(1, "A Harbour", "a harbour", tuple(draw(st.lists(blocks(), max_size=most))))


@st.composite
def styles(draw: st.DrawFn) -> PageStyle:
    """A page style of any size, small ones more often."""
    return PageStyle(
        measure=draw(st.one_of(st.integers(2, 30), st.integers(2, 300))),
        height=draw(st.one_of(st.integers(1, 12), st.integers(1, 300))),
        spacing=draw(st.sampled_from([1, 1, 2])),
        indent=draw(st.booleans()),
        notes=draw(st.sampled_from(Notes)),
        setting=draw(st.sampled_from([Setting.JUSTIFIED, *Setting])),
        whole=draw(st.sampled_from([True, True, False])),
        hyphenation=draw(st.booleans()),
        turned=draw(st.sampled_from([False, False, False, True])),
        language=draw(st.sampled_from(["", "en", "en-GB", "sv", "xx"])),
    )
