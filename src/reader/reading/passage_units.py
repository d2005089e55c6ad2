"""What a move goes by while a passage is chosen; apart from the rest, for the keys need no more of it."""

from __future__ import annotations

from enum import StrEnum


class Unit(StrEnum):
    """A stretch of text that is passed over in one move."""

    WORD = "word"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
