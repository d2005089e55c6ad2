"""Signs that not every terminal has, and ASCII that looks most like them."""

from __future__ import annotations

from typing import Final

_LIKE = {
    '"': "“”„‟″«»",
    "'": "‘’‚‛′‹›´",
    "-": "‐‑‒–—―−─╌┄╸╴▔▁·",
    "=": "━═",
    "~": "…≈",
    "|": "│┃┆║▏▎▍▕¦",
    "+": "┬┯┴┷├┤┼┿┌┐└┘╭╮╰╯",
    "#": "█▉▊▋▌▐▀▄",
    ".": "░▒☆",
    "*": "•●▪■◆★✦✶⁂※",
    "o": "○◦□◇",
    "v": "▾▼↓✓✔",
    "^": "▴▲↑",
    ">": "▸▶►→❯",
    "<": "◂◀◄←❮",
    "x": "×✗✘",
    "E": "€",
    "s": "ß",
}
_LINES = dict.fromkeys(map(chr, range(0x2500, 0x2580)), "+")
_BLOCKS = dict.fromkeys(map(chr, range(0x2580, 0x25A0)), "#")
"""Box Drawing and Block Elements, of which Textual makes its frames and bars."""
SIGNS: Final = {**_LINES, **_BLOCKS, **{sign: plain for plain, signs in _LIKE.items() for sign in signs}}
"""The punctuation of prose, and all that is drawn, each with what looks most like it."""
DRAWN: Final = frozenset(
    sign for sign in SIGNS if "\u2190" <= sign <= "\u21ff" or "\u2500" <= sign <= "\u27bf"
)
"""Lines, blocks, arrows, stars and ticks."""
