"""The characters shown for raised and lowered figures and small capitals: Unicode's own, one for each."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reader.layout.cells import width
from reader.work.model import Style

if TYPE_CHECKING:
    from collections.abc import Mapping

OTHERS = Style.SUPERSCRIPT | Style.SUBSCRIPT | Style.SMALL_CAPS
"""The styles that are shown by other characters."""
_RAISED = str.maketrans(
    "0123456789+-−=()abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
)
_LOWERED = str.maketrans("0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")


def glyphs(text: str, style: Style) -> str:
    """The text as it is shown in a style: as many code points, in the same cells.

    What is raised or lowered stays as it is where one of its characters has no such form, or a wider one.
    """
    if style is Style.PLAIN or not style & OTHERS:
        return text
    if Style.SMALL_CAPS in style:
        text = "".join(map(_capital, text))
    if Style.SUPERSCRIPT in style:
        return _translated(text, _RAISED)
    return _translated(text, _LOWERED) if Style.SUBSCRIPT in style else text


def _translated(text: str, table: Mapping[int, int]) -> str:
    known = all(ord(character) in table or character == " " for character in text)
    shown = text.translate(table) if known else text
    return shown if width(shown) == width(text) else text


@cache
def _capital(letter: str) -> str:
    """The capital of a small letter, where it is one letter in as many cells; "ß" is its own."""
    capital = letter.upper()
    return capital if letter.islower() and len(capital) == 1 and width(capital) == width(letter) else letter
