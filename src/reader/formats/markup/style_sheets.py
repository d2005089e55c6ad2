"""What style sheets say of how text looks, as far as the walk from HTML to blocks can show it.

Read are rules for an element, a class, an `epub:type`, or an element with one of these two, outside of any
at-rule. That is what converters and publishers write for italics, small capitals and centred lines; calibre
puts every style into such a class. Source: CSS Syntax Module Level 3, Selectors Level 4 (specificity).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.formats.markup.elements import HEADING_LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

LONGEST = 512 * 1024
"""Code points of one style sheet that are read."""
_SHOWN = """
    font-style font-weight font-variant font-variant-caps text-align text-decoration text-decoration-line
    vertical-align display visibility
"""
_PROPERTIES = frozenset(_SHOWN.split())
_SELECTOR = re.compile(
    r"(?P<tag>[a-z][a-z0-9]*)?"
    r"(?:\.(?P<class>[\w-]+)|\[epub\|type~?=[\"']?(?P<type>[\w:.-]+)[\"']?\])?",
    re.IGNORECASE,
)
_BRACES = re.compile("[{}]")
_HIDING = re.compile(r"\b(?:display|visibility)\s*:[^;{}]*", re.IGNORECASE)


class _Rule(NamedTuple):
    weight: int
    """Of two rules the heavier wins, of equal ones the later."""
    tag: str
    style: str


def apply_page_styles(tree: _Element) -> None:
    """Write what a page's own `style` elements say of its elements, as for a document of a package.

    What they hide stays: on a page a script or a click would have shown it.
    """
    texts = [_HIDING.sub("", element.text[:LONGEST]) for element in tree.iter("style") if element.text]
    sheet = StyleSheet.together([], texts)
    if sheet is not None:
        sheet.apply(tree)


class StyleSheet:
    """The rules of some style sheets, in order. What was found for an element is kept for others like it."""

    def __init__(self, texts: list[str]) -> None:
        self.rules: dict[str, list[_Rule]] = {}
        """By ".class", "epub:type" or "element", in order."""
        self._found: dict[tuple[str, str, str], str] = {}
        for text in texts:
            for selectors, style in _rules(text[:LONGEST]):
                for selector in selectors.split(","):
                    self._add(selector.strip(), style)

    @staticmethod
    def together(sheets: list[StyleSheet], texts: list[str]) -> StyleSheet | None:
        """One for all of them, None where there is nothing in any."""
        if not texts and len(sheets) < 2:
            return sheets[0] if sheets and sheets[0].rules else None
        whole = StyleSheet([])
        for sheet in [*sheets, StyleSheet(texts)]:
            for key, rules in sheet.rules.items():
                whole.rules.setdefault(key, []).extend(rules)
        return whole if whole.rules else None

    def apply(self, tree: _Element) -> None:
        """Put the styles before those that the elements have."""
        for element in tree.iter():
            style = self._style(str(element.tag), element.get("class", ""), element.get("epub:type", ""))
            if style:
                own = element.get("style")
                element.set("style", f"{style};{own}" if own else style)

    def _style(self, tag: str, names: str, types: str) -> str:
        key = (tag, names, types)
        if key not in self._found:
            keys = [
                tag,
                *(f".{name}" for name in names.split()[:20]),
                *(f":{name}" for name in types.split()[:20]),
            ]
            rules = [rule for key in keys for rule in self.rules.get(key, ()) if rule.tag in ("", tag)]
            self._found[key] = ";".join(rule.style for rule in sorted(rules, key=lambda rule: rule.weight))
        return self._found[key]

    def _add(self, selector: str, style: str) -> None:
        found = _SELECTOR.fullmatch(selector)
        if not found or not selector:
            return
        tag = (found["tag"] or "").lower()
        style = _shown(style, tag)
        if not style or tag in ("html", "body", "br"):
            return
        if found["class"]:
            key = f".{found['class']}"
        elif found["type"]:
            key = f":{found['type']}"
        else:
            key = tag
        weight = (2 if key != tag else 0) + bool(tag)
        self.rules.setdefault(key, []).append(_Rule(weight, tag, style))


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """The selectors and the declarations of each rule that stands in no at-rule."""
    before, *parts = css.split("/*")
    css = before + " ".join(part.partition("*/")[2] for part in parts)
    at = 0
    while (begin := css.find("{", at)) >= 0:
        selectors = css[at:begin].rpartition(";")[2].strip()
        end = _matching(css, begin) if selectors.startswith("@") else css.find("}", begin)
        end = len(css) if end < 0 else end
        if not selectors.startswith("@"):
            yield selectors, css[begin + 1 : end]
        at = end + 1


def _matching(css: str, begin: int) -> int:
    """Where the brace that opens at `begin` is closed; -1 where it is not."""
    depth = 0
    for brace in _BRACES.finditer(css, begin):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.start()
    return -1


def _shown(style: str, tag: str) -> str:
    """Those of the declarations that change what is shown, as they would stand in an attribute."""
    kept = []
    for part in style.lower().replace("!important", "").split(";"):
        name, _, value = (piece.strip() for piece in part.partition(":"))
        if name == "font":
            kept += [f"font-style:{word}" for word in ("italic", "oblique") if word in value.split()]
            kept += ["font-weight:bold"] if "bold" in value.split() else []
        elif name not in _PROPERTIES or (name == "font-weight" and tag in HEADING_LEVELS):
            continue
        elif name == "visibility":
            kept += ["display:none"] if value == "hidden" else []
        elif name == "display":
            kept += [f"display:{value}"]
        elif not (tag == "a" and name.startswith("text-decoration")):
            kept.append(f"{name}:{value}")
    return ";".join(kept)
