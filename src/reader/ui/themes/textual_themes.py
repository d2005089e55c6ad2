"""From colours to what Textual and the style sheets are given: a theme, and variables by role.

Every colour that a style sheet uses is one of these variables, and none is mixed there: a terminal's own
background or its sixteen colours can't be mixed with anything. What colours can't say there, `…-style` does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.theme import Theme

from reader.ui.themes.palettes import PALETTES

if TYPE_CHECKING:
    from reader.ui.themes.colours import Colours

OTHER_MARKS = ("mark-green", "mark-blue", "mark-pink", "mark-orange", "mark-violet")
_OWN = "ansi_default"
"""Whatever the terminal has: SGR 39 and 49."""


def theme_of(colours: Colours, *, over_terminal: bool) -> Theme:
    """The theme of these colours, on its own paper or over the terminal's own background."""
    c = colours
    paper, panel = (_OWN, _OWN) if over_terminal else (c.paper, c.panel)
    return Theme(
        name=f"{c.name}-over-terminal" if over_terminal else c.name,
        dark=c.dark,
        ansi=over_terminal,
        primary=c.accent,
        secondary=c.second,
        accent=c.accent,
        foreground=c.ink,
        background=paper,
        surface=paper,
        panel=panel,
        success=c.second,
        warning=c.warning,
        error=c.error,
        variables={
            **_ground(panel),
            **_lists(c),
            **_highlights(c),
            "paper": c.paper,
            "quiet": c.quiet,
            "quiet-style": "none",
            "faint": c.faint,
            "strong-ink": c.strong,
            "scrim": "transparent" if over_terminal else f"{c.paper} 60%",
            "footer-key-foreground": c.accent,
        },
    )


def _ground(panel: str) -> dict[str, str]:
    return {
        "ansi-background": panel,  # Textual's own sheets ask for these two where colours are the terminal's
        "ansi-foreground": _OWN,
        "panel": panel,
        "panel-lighten-1": panel,
        "surface": panel,
        "scrollbar-background": panel,
        "scrollbar-background-hover": panel,
        "scrollbar-background-active": panel,
        "scrollbar-corner-color": panel,
    }


def _lists(c: Colours) -> dict[str, str]:
    return {
        "chosen": c.chosen,
        "chosen-style": "none",
        "resting": c.resting,
        "resting-style": "none",
        "border": c.quiet,
        "scrollbar": c.faint,
        "scrollbar-hover": c.quiet,
        "scrollbar-active": c.accent,
        "input-cursor-background": c.ink,
        "input-cursor-foreground": c.paper,
        "input-cursor-text-style": "none",
        "input-selection-background": c.chosen,
        "input-selection-foreground": c.strong,
    }


def _highlights(c: Colours) -> dict[str, str]:
    return {
        **_marks(c),
        "marks-style": "bold underline" if c.underlines_marks else "underline",
        "match": c.accent,
        "match-ink": c.paper,
        "match-style": "none",
        "picked": c.second,
        "picked-ink": c.paper,
        "picked-style": "bold",
    }


def _marks(c: Colours) -> dict[str, str]:
    """What is behind marked text, by the name of the mark's colour; "mark" alone is yellow."""
    behind = {"mark": c.mark, **dict(zip(OTHER_MARKS, c.other_marks, strict=True))}
    style = "underline" if c.underlines_marks else "none"
    looks = (
        {name: colour, f"{name}-ink": c.strong, f"{name}-style": style} for name, colour in behind.items()
    )
    return {key: value for look in looks for key, value in look.items()}


def _native(name: str, colours: dict[str, str], variables: dict[str, str]) -> Theme:
    """A theme in what the terminal has itself; colours that are not named are the terminal's ink or paper."""
    roles = ("primary", "secondary", "accent", "success", "warning", "error")
    named = theme_of(PALETTES[0], over_terminal=True).variables
    own = {name: _OWN for name, value in named.items() if value.startswith(("#", "ansi"))}
    styles = {
        "quiet-style": "dim",
        "mark-style": "none",
        **{f"{name}-style": "underline" for name in OTHER_MARKS},
        "marks-style": "bold underline",
        "match-style": "none",
        "picked-style": "bold",
        "chosen-style": "reverse",
        "resting-style": "bold",
        "input-cursor-text-style": "reverse",
        "scrim": "transparent",
    }
    return Theme(
        name=name,
        ansi=True,
        foreground=_OWN,
        background=_OWN,
        surface=_OWN,
        panel=_OWN,
        **{role: colours.get(role, _OWN) for role in roles},  # type: ignore[arg-type]  # each is a colour
        variables={**own, **styles, **variables},
    )


_OF_SIXTEEN = {
    "paper": "ansi_black",
    "mark": "ansi_green",
    "mark-ink": "ansi_black",
    "mark-green-ink": "ansi_green",
    "mark-blue-ink": "ansi_blue",
    "mark-pink-ink": "ansi_magenta",
    "mark-orange-ink": "ansi_red",
    "mark-violet": "ansi_cyan",
    "mark-violet-ink": "ansi_black",
    "match": "ansi_yellow",
    "match-ink": "ansi_black",
    "picked": "ansi_cyan",
    "picked-ink": "ansi_black",
    "footer-key-foreground": "ansi_magenta",
    "scrollbar": "ansi_bright_black",
    "scrollbar-hover": "ansi_magenta",
    "scrollbar-active": "ansi_magenta",
}
SIXTEEN = _native(
    "ansi",
    {
        "primary": "ansi_magenta",
        "accent": "ansi_magenta",
        "secondary": _OWN,
        "success": "ansi_magenta",
        "warning": "ansi_red",
        "error": "ansi_red",
    },
    _OF_SIXTEEN,
)
"""In the terminal's own sixteen colours, on its own background.

Every scheme, dark or light, has its magenta and red legible on its background, and its black on green,
yellow and cyan: text marked in most colours is written in them and underlined. Not its blue, which is dark on
black in xterm; what other themes have in a second colour is in the terminal's ink.
Bright black is the background itself in some (Solarized), so quiet text is dim instead.
"""
CONSOLE = _native(
    "console",
    {
        "primary": "ansi_bright_yellow",
        "accent": "ansi_bright_yellow",
        "secondary": "ansi_bright_cyan",
        "success": "ansi_bright_green",
        "warning": "ansi_bright_magenta",
        "error": "ansi_bright_red",
    },
    {
        **_OF_SIXTEEN,
        "mark-green-ink": "ansi_bright_green",
        "mark-blue-ink": "ansi_bright_blue",
        "mark-pink-ink": "ansi_bright_magenta",
        "mark-orange-ink": "ansi_bright_red",
        "footer-key-foreground": "ansi_bright_yellow",
        "scrollbar-hover": "ansi_bright_yellow",
        "scrollbar-active": "ansi_bright_yellow",
    },
)
"""In the sixteen of the Linux console, which is black; the darker half of them is hard to read on that."""
PLAIN = _native(
    "plain",
    {},
    {
        **{f"{name}-style": "bold underline" for name in ("mark", *OTHER_MARKS)},
        "marks-style": "bold italic underline",
        "match-style": "reverse",
        "picked-style": "bold reverse",
    },
)
"""No colours at all, which `NO_COLOR` asks for (https://no-color.org)."""
