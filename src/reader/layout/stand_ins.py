"""What stands for a character that a terminal can't show: ASCII that takes as many cells."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import name, normalize

from reader.layout.cells import width
from reader.layout.signs import SIGNS

if TYPE_CHECKING:
    from collections.abc import Callable

_SURROGATES = range(0xD800, 0xE000)


def plain(character: str) -> str:
    """ASCII in the place of a character: its letter without accents, else question marks as wide as it is."""
    if character.isascii():
        return character
    if character in SIGNS:
        return SIGNS[character]
    cells = width(character)
    if character.isspace() or not cells:
        return " " * cells
    base = normalize("NFKD", character)[0]
    if not base.isascii():
        script, _, letter = name(character, "").partition(" LETTER ")
        letter = letter.partition(" ")[0]
        base = letter if len(letter) == 1 and script.startswith("LATIN") else "?"
        base = base.lower() if character.islower() else base
    return base.ljust(cells, "?" if base == "?" else " ")


def replaced(text: str) -> str:
    r"""Text that an encoding does not have as it is written instead; a byte that was no text as `\xff`."""
    return "".join(
        character.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        if "\udc80" <= character <= "\udcff"
        else f"\\u{ord(character):04x}"
        if ord(character) in _SURROGATES
        else plain(character)
        for character in text
    )


def table_for(can_show: Callable[[str], bool]) -> dict[int, str]:
    """For `str.translate`: the signs that can't be shown and what stands for them."""
    return {ord(sign): plain for sign, plain in SIGNS.items() if not can_show(sign)}
