"""Paragraphs as HTML elements, so that the one walk from HTML to blocks does for PDFs too."""

from __future__ import annotations

from collections import Counter
from statistics import median
from typing import TYPE_CHECKING

from lxml import etree

from reader.formats.encoding import clean
from reader.formats.labels import matter_role
from reader.formats.markup.inline import without_controls
from reader.formats.pdf.outline import levels_by_outline
from reader.work.model import Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from reader.formats.pdf.lines import Bookmark
    from reader.formats.pdf.paragraphs import Paragraph, Shape

_LARGE = 1.15
"""Times the size of the text, from which a paragraph is a heading."""
_LONGEST_HEADING = 200
_SCENE_GAP = 1.7
"""Times the usual gap between paragraphs, from which a gap means something."""
_INDENT = 1.3
"""Times the size of the text, by which a quotation stands in, or what follows a label from the label."""
_TAGS = {Style.EMPHASIS: "em", Style.STRONG: "strong"}


def to_elements(found: Sequence[Paragraph], shape: Shape, bookmarks: Sequence[Bookmark]) -> list[_Element]:
    """The elements: headings h1 to h6, quotations, paragraphs; `hr` where a page was left early.

    Where the outline leads to two paragraphs or more, these alone are headings, else what is set large.
    """
    levels = levels_by_outline(found, bookmarks) or _by_size(found, shape)
    usual, middle = _usual_gap(found), _middle(found)
    margins = Counter(round(paragraph.left) for paragraph in found if len(paragraph.text) > 80)
    margin = margins.most_common(1)[0][0] if margins else 0
    elements = []
    quoted = margin + _INDENT * shape.size
    for at, paragraph in enumerate(found):
        if paragraph.new_page:
            elements.append(etree.Element("hr"))
        elif paragraph.gap > _SCENE_GAP * usual > 0 and at and not {at, at - 1} & levels.keys():
            elements.append(_blank())
        level = levels.get(at)
        if level:
            elements.append(_element(paragraph, f"h{level}"))
            quoted = margin + _INDENT * shape.size
            continue
        if matter_role(paragraph.text):
            quoted = paragraph.left + _INDENT * shape.size
        elements.append(_element(paragraph, "blockquote" if paragraph.left > quoted else "p"))
        centre = abs(paragraph.middle - middle) < 4 and paragraph.left > margin + 2 * shape.size
        if centre:
            elements[-1].tag = "p"
            elements[-1].set("align", "center")
    return elements


def _element(paragraph: Paragraph, tag: str) -> _Element:
    """The paragraph with its styles and links."""
    element = etree.Element(tag)
    for run in paragraph.runs:
        text = without_controls(clean(run.text.replace("\xad", "")))
        innermost = None
        names = [name for style, name in _TAGS.items() if style in run.style and not tag.startswith("h")]
        for name in [*(("a",) if run.link else ()), *names]:
            innermost = etree.SubElement(element if innermost is None else innermost, name)
            if name == "a":
                innermost.set("href", without_controls(clean(run.link)))
        if innermost is not None:
            innermost.text = text
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + text
        else:
            element.text = (element.text or "") + text
    return element


def _blank() -> _Element:
    """A blank line between two paragraphs."""
    element = etree.Element("p")
    element.text = "\xa0"
    return element


def _middle(found: Sequence[Paragraph]) -> float:
    """The middle of the page, from the lines that fill it."""
    full = [paragraph.middle for paragraph in found if len(paragraph.text) > 160]
    return median(full) if full else 0.0


def _usual_gap(found: Sequence[Paragraph]) -> float:
    gaps = Counter(round(paragraph.gap, 1) for paragraph in found if paragraph.gap > 0)
    return gaps.most_common(1)[0][0] if gaps else 0.0


def _by_size(found: Sequence[Paragraph], shape: Shape) -> dict[int, int]:
    """The levels of the paragraphs that are set large, by index: the largest size is the first."""
    large = {
        at: round(paragraph.size)
        for at, paragraph in enumerate(found)
        if paragraph.size > _LARGE * shape.size
        and len(paragraph.text) <= _LONGEST_HEADING
        and any(character.isalnum() for character in paragraph.text)
    }
    sizes = sorted(set(large.values()), reverse=True)
    return {at: min(sizes.index(size), 5) + 1 for at, size in large.items()}
