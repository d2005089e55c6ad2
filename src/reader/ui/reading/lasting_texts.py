"""The texts of a work that is open, which another program may change or take away at any time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.entries import CatalogueError
from reader.work.model import Block, BlockKind, Chapter, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.catalogue import Catalogue, ChapterInfo


class LastingTexts:
    """The texts of the catalogue, and instead of a chapter that can't be had a line that says so.

    It changes: it remembers whether a text could not be had, since places in a work that is not whole must
    not be kept.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self.whole = True

    def chapter(self, work_id: str, number: int) -> Chapter:
        """One chapter with its blocks."""
        try:
            return self._catalogue.chapter(work_id, number)
        except CatalogueError as error:
            self.whole = False
            says = Block(BlockKind.PARAGRAPH, f"This chapter can't be shown. {error}", role=Role.PREFACE)
            return Chapter(number, "", "", (says,))

    def text(self, work_id: str, number: int) -> str:
        """The text of one chapter."""
        try:
            return self._catalogue.text(work_id, number)
        except CatalogueError:
            self.whole = False
            return ""

    def outline(self, work_id: str) -> Sequence[ChapterInfo]:
        """What is known of each chapter without its text. Raises CatalogueError."""
        return self._catalogue.outline(work_id)
