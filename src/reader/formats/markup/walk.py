"""The one walk from an HTML tree to blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from lxml import etree

from reader.formats.markup.blank_lines import settle_breaks
from reader.formats.markup.block_writer import BlockWriter
from reader.formats.markup.elements import (
    BLOCK_TAGS,
    DROPPED_TAGS,
    STANZA,
    covered_e_mail,
    declarations,
    description,
    is_hidden,
    is_icon,
    safe_address,
)
from reader.formats.markup.embedded import embedded_name, is_embedded
from reader.formats.markup.inline import Line, joined, one_line, without_controls
from reader.formats.markup.list_markers import Numbering
from reader.formats.markup.place import Place
from reader.formats.markup.tables import is_data, rows_of
from reader.work.model import Align, Block, BlockKind, Role, Span, Style

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

_LISTS = frozenset({"ul", "ol", "dir", "menu"})
_MARKED = frozenset({"q", "rt", "rtc"})
_UNFOLDED = "▾"
"""What stands before the summary of `details`, which are shown as they are when they are open."""


def read_blocks(
    element: _Element,
    *,
    role: Role = Role.STORY,
    itself: bool = False,
    address: Callable[[str], str] = safe_address,
) -> list[Block]:
    """What an element holds, as blocks of one role.

    With `itself` the element counts too: as a list, a quotation. The tree must hold no comments. `address`
    turns the `href` of a link into what a span keeps, empty where the link is dropped.
    """
    walk = _Walk(Place(role=role), address)
    walk.over(element, itself=itself)
    return settle_breaks(walk.blocks())


def read_line(
    element: _Element, *, address: Callable[[str], str] = safe_address, style: Style = Style.PLAIN
) -> Line:
    """What an element holds, as one line: a heading, a table's cell; all of it in a style at least."""
    walk = _Walk(Place(style=style), address)
    walk.over(element)
    lines = [Line(block.text, block.spans, block.anchors) for block in walk.blocks() if block and block.text]
    return joined(lines, " ")


class _Walk:
    """One pass over an element's content, used once. It changes as it goes."""

    def __init__(self, place: Place, address: Callable[[str], str]) -> None:
        self._writer = BlockWriter()
        self._address = address
        self._place = place
        self._lists: list[Numbering] = []

    def blocks(self) -> list[Block | None]:
        """What was read; None for a blank paragraph."""
        return self._writer.blocks

    def over(self, root: _Element, *, itself: bool = False) -> None:
        """Read an element, or only its content, however deep it goes."""
        around: list[tuple[Place, int, bool]] = []
        steps = etree.iterwalk(root, events=("start", "end"))
        text = self._writer.text
        if not itself:
            next(steps)
            text(root.text, self._place)
        for event, element in steps:
            if event == "start":
                outer, count = self._place, len(self._writer.blocks)
                opened = self._open(element)
                around.append((outer, count, opened))
                if opened:
                    text(element.text, self._place)
                else:
                    steps.skip_subtree()
            elif around:
                outer, count, opened = around.pop()
                if opened:
                    self._close(element, count)
                self._place = outer
                if around or not itself:
                    text(element.tail, outer)
        self._writer.finish(self._place)

    def _open(self, element: _Element) -> bool:
        """Begin an element; False when its content is not to be read, or has been."""
        tag = cast("str", element.tag)
        if tag in DROPPED_TAGS:
            return False
        place = self._place.inside(tag, len(self._lists))
        anchor = None
        if element.keys():
            css = declarations(element.get("style", ""))
            if is_hidden(element, css):
                return False
            place = place.with_attributes(element, css, self._address)
            anchor = element.get("id") or (element.get("name") if tag == "a" else None)
        if tag in BLOCK_TAGS:
            self._writer.end_block(self._place)
        self._place = place
        if anchor:
            self._writer.anchor(anchor)
        return self._begin(element, tag)

    def _begin(self, element: _Element, tag: str) -> bool:
        """What an element means beside the place that it makes; the answer is that of `_open`."""
        match tag:
            case "br":
                self._writer.line_break()
            case "hr":
                self._writer.add(Line(""), BlockKind.SCENE_BREAK, self._place)
            case "img" | "iframe" | "audio" | "video":
                self._image(element)
                return False
            case _ if tag in _LISTS:
                if not self._lists:
                    self._writer.begin_list()
                self._lists.append(Numbering.of(element))
            case "dl" | "summary" if not self._lists:
                self._writer.begin_list()
                self._writer.item(_UNFOLDED if tag == "summary" else "")
            case "li":
                numbering = self._lists[-1] if self._lists else Numbering(ordered=False)
                self._writer.item(numbering.marker(element))
            case "table" if is_data(element):
                self._table(element)
                return False
            case _ if tag == STANZA:
                self._writer.begin_stanza()
            case _ if tag in _MARKED:
                self._writer.text(_marks(element)[0], self._place)
            case _ if element.get("data-cfemail"):
                self._e_mail(element)
                return False
        return True

    def _close(self, element: _Element, count: int) -> None:
        """End an element before which there were `count` blocks."""
        tag = element.tag
        if tag in BLOCK_TAGS:
            self._writer.end_block(self._place)
        if tag == "p":
            if count == len(self._writer.blocks) and _is_meant(element):
                self._writer.blank(self._place)
        elif tag in _LISTS:
            self._lists.pop()
        elif tag in ("li", "summary"):
            self._writer.item("")
        elif tag in _MARKED:
            self._writer.text(_marks(element)[1], self._place)

    def _e_mail(self, element: _Element) -> None:
        address = covered_e_mail(element)
        link = f"mailto:{address}" if element.tag == "a" else self._place.link
        self._writer.text(address, self._place._replace(link=link))

    def _image(self, element: _Element) -> None:
        if is_icon(element):
            self._writer.text(element.get("alt"), self._place)
            return
        self._writer.end_block(self._place)
        name, link = without_controls(description(element)), self._place.link
        source = element.get("src", "").strip()
        self._writer.add(
            Line(name, (Span(0, len(name), link=link),) if link else ()),
            BlockKind.IMAGE,
            self._place,
            target=embedded_name(source) if is_embedded(source) else one_line(source),
        )

    def _table(self, element: _Element) -> None:
        caption = element.find("caption")
        title = Line("") if caption is None else self._cell(caption, Style.EMPHASIS)
        if title.text:
            self._writer.add(title, BlockKind.PARAGRAPH, self._place._replace(align=Align.CENTRE))
        begun = False
        for row in rows_of(element):
            heads = Style.PLAIN if row.heads else Style.STRONG
            cells = [
                Line("") if cell is None else self._cell(cell, heads if cell.tag == "th" else Style.PLAIN)
                for cell in row.cells
            ]
            line = joined(cells, "\t")
            if line.text.strip():
                level = 1 if row.heads else 0
                self._writer.add(line, BlockKind.TABLE_ROW, self._place, level=level, continues=begun)
                begun = True

    def _cell(self, element: _Element, style: Style) -> Line:
        return read_line(element, address=self._address, style=style)


def _marks(element: _Element) -> tuple[str, str]:
    """What is written before and after what an element holds: quotation marks, brackets round a reading.

    A reading whose tag is left open holds the next one.
    """
    if element.tag == "q":
        return "“", "”"
    parent = element.getparent()
    if element.tag == "rt" and parent is not None and parent.tag == "rt":
        return ")(", ""
    return ("", "") if element.tag == "rtc" and element.find("rt") is not None else ("(", ")")


def _is_meant(paragraph: _Element) -> bool:
    """Whether a paragraph in which there was nothing to read is a blank line that somebody wanted.

    One without any content beside something else than a paragraph is what a parser makes of a stray end tag.
    """
    if paragraph.text or len(paragraph):
        return True
    beside = (paragraph.getprevious(), paragraph.getnext())
    return all(other is not None and other.tag == "p" for other in beside)
