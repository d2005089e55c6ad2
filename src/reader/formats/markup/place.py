"""What the elements around a stretch of HTML text say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.formats.markup.elements import (
    BLOCK_TAGS,
    HEADING_LEVELS,
    MATTER,
    STANZA,
    STYLES,
    alignment,
    styled,
)
from reader.formats.markup.inline import one_line
from reader.work.model import Align, BlockKind, Role, Style

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.etree import _Element

_KINDS = {
    **dict.fromkeys(HEADING_LEVELS, BlockKind.HEADING),
    **dict.fromkeys(("pre", "listing", "xmp"), BlockKind.PREFORMATTED),
    **dict.fromkeys(("li", "dd", "summary"), BlockKind.LIST_ITEM),
    STANZA: BlockKind.VERSE,
}
_UNLEVELLED = frozenset({BlockKind.PREFORMATTED, BlockKind.VERSE})
_CENTRED = frozenset({"center", "figcaption"})
_PLACING = {*STYLES, *_KINDS, *MATTER, *_CENTRED, "blockquote"}


class Place(NamedTuple):
    """Where in a tree some text stands. The fields are those of the blocks and spans it goes into."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    style: Style = Style.PLAIN
    link: str = ""
    quote: int = 0
    align: Align = Align.START
    lang: str = ""
    rtl: bool = False
    role: Role = Role.STORY

    def inside(self, tag: str, lists: int) -> Place:
        """The place in an element of that name, when so many lists are open."""
        if tag not in _PLACING:
            return self
        style = STYLES.get(tag)
        kind = _KINDS.get(tag)
        if kind:
            level = HEADING_LEVELS.get(tag) or (lists + 1 if tag == "dd" else max(lists, 1))
            place = self._replace(kind=kind, level=0 if kind in _UNLEVELLED else level)
        elif tag == "blockquote":
            place = self._replace(quote=self.quote + 1)
        elif tag in _CENTRED:
            place = self._replace(align=Align.CENTRE)
        elif tag in MATTER:
            place = self._replace(role=MATTER[tag])
        else:
            place = self
        return place._replace(style=place.style | style) if style else place

    def with_attributes(
        self, element: _Element, css: Mapping[str, str], address: Callable[[str], str]
    ) -> Place:
        """The place as the attributes of the element that was entered change it."""
        place = self
        if css:
            place = place._replace(style=styled(place.style, css))
        align = alignment(element, css) if element.tag in BLOCK_TAGS else None
        if align:
            place = place._replace(align=align)
        href = element.get("href") if element.tag == "a" else None
        if href is not None:
            place = place._replace(link=one_line(address(href)))
        direction = element.get("dir", "").lower()
        if direction in ("rtl", "ltr"):
            place = place._replace(rtl=direction == "rtl")
        lang = element.get("lang") or element.get("xml:lang")
        return place._replace(lang=one_line(lang)) if lang else place
