"""The style sheets of a package, written into the documents that link to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.formats.encoding import decode
from reader.formats.markup.style_sheets import LONGEST, StyleSheet
from reader.formats.source import UnreadableError

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reader.formats.epub.package import Package


class Styles:
    """The style sheets of one package, each read when first asked for. It changes as it goes."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._sheets: dict[str, StyleSheet] = {}

    def apply(self, tree: _Element, path: str) -> None:
        """Write what the sheets of a document say of its elements before their own `style` attributes."""
        sheets = []
        for link in tree.iter("link"):
            relation = link.get("rel", "").lower().split()
            if "stylesheet" in relation and "alternate" not in relation:
                name = self._package.archive.find(link.get("href", ""), path)
                if name and name not in self._sheets:
                    self._sheets[name] = StyleSheet([self._text(name)])
                if name:
                    sheets.append(self._sheets[name])
        inner = [element.text for element in tree.iter("style") if element.text]
        sheet = StyleSheet.together(sheets, inner)
        if sheet is not None:
            sheet.apply(tree)

    def _text(self, name: str) -> str:
        try:
            return decode(self._package.archive.read(name)[:LONGEST])
        except UnreadableError:
            return ""
