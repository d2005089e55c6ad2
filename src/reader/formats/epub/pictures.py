"""Pictures in an EPUB's text: which file each shows, what it is called, and which are only ornaments."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from reader.formats.epub.semantics import replace_by
from reader.formats.markup.elements import BLOCK_TAGS, text_of
from reader.work.scene_breaks import is_scene_break

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reader.formats.epub.package import Package

_ELSEWHERE = re.compile(r"(?:data|https?):", re.IGNORECASE)
_ORNAMENT = re.compile(
    r"(?:^|[\W_\d])(?:ornament\w*|orn|scene-?break|break|divider|separator|fleuron|flourish|asterism|dinkus)"
    r"(?:$|[\W_\d])",
    re.IGNORECASE,
)
_DECORATION = frozenset({"presentation", "none", "separator", "doc-pagebreak"})
UNNAMED = "Image"


def place_images(tree: _Element, package: Package, path: str) -> None:
    """Make every picture of a document an `img` with its name in the archive as `src`, and a description.

    That includes what `svg`, `object` and `picture` hold. A picture that is not in the archive keeps its
    address on the web or none. An ornament that parts two scenes becomes a rule.
    """
    for drawing in list(tree.iter("svg")):
        _replace_drawing(drawing)
    for held in list(tree.iter("object")):
        if held.get("type", "").startswith("image/") and held.get("data"):
            replace_by(held, "img", src=held.get("data", ""), alt=text_of(held))
    images = list(tree.iter("img"))
    for image in images:
        source = image.get("src", "").strip()
        name = None if _ELSEWHERE.match(source) else package.archive.find(source, path) if source else None
        image.set("src", name or (source if _ELSEWHERE.match(source) else ""))
    used = Counter(image.get("src") for image in images)
    for image in images:
        if _is_ornament(image, often=used[image.get("src")] > 1):
            replace_by(image, "hr")
        elif not (image.get("alt", "").strip() or image.get("title", "").strip()):
            image.set("alt", UNNAMED)


def _replace_drawing(drawing: _Element) -> None:
    """Put the pictures that an SVG wraps in its place; a drawing of lines is one without a file."""
    name = next((text_of(title) for title in drawing.iter("title", "desc") if text_of(title)), "")
    name = name or drawing.get("aria-label", "")
    shown = [_reference(image) for image in drawing.iter("image")]
    words = " ".join(text_of(text) for text in drawing.iter("text"))
    around = replace_by(drawing, "span", id=drawing.get("id", ""))
    for source in shown or [""]:
        around.append(around.makeelement("img", {"src": source, "alt": name or words}))


def _reference(image: _Element) -> str:
    """Where an `image` of an SVG says its picture is: in `href`, with the prefix of XLink or without."""
    return next((str(value) for name, value in image.items() if str(name).endswith("href")), "")


def _is_ornament(image: _Element, *, often: bool) -> bool:
    """Whether a picture stands alone in its paragraph and is called an ornament, or comes again and again."""
    name = image.get("alt", "").strip()
    around = _block_around(image)
    if around is None or around.tag in ("figure", "body") or len([*islice(around.iter("img"), 2)]) > 1:
        return False
    if any(text.strip() for text in around.itertext()):
        return False
    if is_scene_break(name) or (name and _ORNAMENT.search(f" {name} ") and len(name) < 30):
        return True
    if name:
        return False
    decorates = image.get("role") in _DECORATION or image.get("aria-hidden") == "true"
    hints = f"{image.get('class', '')} {around.get('class', '')} {image.get('src', '').rpartition('/')[2]}"
    return often or decorates or _ORNAMENT.search(hints) is not None


def _block_around(image: _Element) -> _Element | None:
    return next((element for element in image.iterancestors() if element.tag in BLOCK_TAGS), None)
