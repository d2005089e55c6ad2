"""The folded texts of ten thousand works, held small: they are looked through a few times a minute."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

IN_A_BLOCK = 100
"""Texts that are compressed together: what they have in common is their language, and takes some thousands of
code points to be found."""
_FASTEST = 1
_BETWEEN = "\n"
"""Never in a folded text, which has its white space collapsed."""


class FoldedTexts:
    """Texts in their order. It changes while it is filled."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._blocks: list[bytes] = []
        block: list[str] = []
        for text in texts:
            block.append(text)
            if len(block) == IN_A_BLOCK:
                self.add(block)
                block = []
        if block:
            self.add(block)

    def add(self, texts: Iterable[str]) -> None:
        """Put some more behind those that are there; one at least."""
        joined = _BETWEEN.join(texts).encode("utf-8", "surrogatepass")
        self._blocks.append(zlib.compress(joined, _FASTEST))

    def holding(self, words: str) -> Iterator[bool]:
        """For each text whether these words are in it."""
        for block in self._blocks:
            texts = zlib.decompress(block).decode("utf-8", "surrogatepass").split(_BETWEEN)
            yield from [words in text for text in texts]
