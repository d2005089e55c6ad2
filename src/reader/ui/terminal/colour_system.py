"""How many colours the terminal has, by what it says of itself. Textual is told before it is loaded.

Rich goes by `COLORTERM`, which ssh does not hand on, and takes a name it does not know for sixteen colours:
of foot or Alacritty over ssh too little, of GNU screen, in which `COLORTERM` is that of the terminal around
it, too much.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLE = "TEXTUAL_COLOR_SYSTEM"
"""Where Textual is told, and where a reader may say it: "standard", "256" or "truecolor"."""
SIXTEEN = "standard"
MANY = "256"
ALL = "truecolor"
_ALWAYS_ALL = ("alacritty", "contour", "foot", "ghostty", "iterm2", "kitty", "mintty", "rio", "wezterm")


def colour_system(environment: Mapping[str, str]) -> str:
    """What Textual is to be told of the terminal that these variables describe."""
    said = environment.get(VARIABLE, "")
    if said:
        return said
    term = environment.get("TERM", "").lower()
    if term.startswith("screen") and "TMUX" not in environment:
        return MANY if "256" in term else SIXTEEN
    told = environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit")
    if told or "WT_SESSION" in environment or term.endswith(("-direct", "-truecolor")):
        return ALL
    if term.removeprefix("xterm-").startswith(_ALWAYS_ALL):
        return ALL
    return MANY if "256" in term else SIXTEEN


def has_sixteen(environment: Mapping[str, str]) -> bool:
    """Whether it has sixteen colours, of which it alone knows how they look."""
    return environment.get(VARIABLE) == SIXTEEN


def has_256(environment: Mapping[str, str]) -> bool:
    """Whether it has the 256 colours of xterm."""
    return environment.get(VARIABLE) == MANY
