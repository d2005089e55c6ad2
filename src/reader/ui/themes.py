"""The colours: four themes at least, each a handful of named roles that the screens and the page use."""

from __future__ import annotations

from dataclasses import dataclass

from textual.theme import Theme


@dataclass(frozen=True, slots=True)
class _Colours:
    """The colours of a theme by what they are for."""

    dark: bool
    paper: str
    ink: str
    quiet: str
    """The two lines around the page, and matter."""
    panel: str
    accent: str
    """What is chosen, and headings."""
    second: str
    """Links, and included tags."""
    mark: str
    """Behind marked text."""
    strong: str
    """Strong text."""


def _theme(name: str, colours: _Colours) -> Theme:
    c = colours
    variables = {
        "quiet": c.quiet,
        "strong-ink": c.strong,
        "mark": c.mark,
        "border": c.quiet,
        "scrollbar": f"{c.quiet} 60%",
        "scrollbar-hover": c.quiet,
        "scrollbar-active": c.accent,
        "scrollbar-background": c.panel,
        "scrollbar-background-hover": c.panel,
        "scrollbar-background-active": c.panel,
        "footer-key-foreground": c.accent,
        "input-selection-background": f"{c.accent} 35%",
    }
    return Theme(
        name=name,
        dark=c.dark,
        primary=c.accent,
        secondary=c.second,
        accent=c.accent,
        foreground=c.ink,
        background=c.paper,
        surface=c.paper,
        panel=c.panel,
        success="#4f9a5b" if c.dark else "#2f7a3b",
        warning="#d9a441" if c.dark else "#9a6a00",
        error="#e06c75" if c.dark else "#b3261e",
        variables=variables,
    )


THEMES: tuple[Theme, ...] = (
    _theme(
        "dark",
        _Colours(
            dark=True,
            paper="#16181d",
            ink="#d3d0c8",
            quiet="#868b96",
            panel="#1e2128",
            accent="#e0b36a",
            second="#7fb3c8",
            strong="#f2efe6",
            mark="#4a3f22",
        ),
    ),
    _theme(
        "light",
        _Colours(
            dark=False,
            paper="#fbfaf7",
            ink="#26272b",
            quiet="#6b6e76",
            panel="#f0eee8",
            accent="#8a4b12",
            second="#1f6285",
            strong="#000000",
            mark="#f6e3a1",
        ),
    ),
    _theme(
        "sepia",
        _Colours(
            dark=False,
            paper="#f3e9d5",
            ink="#463523",
            quiet="#7d6a52",
            panel="#eadfc8",
            accent="#8c3f1d",
            second="#2f5f63",
            strong="#2c1f12",
            mark="#e6c887",
        ),
    ),
    _theme(
        "night",
        _Colours(
            dark=True,
            paper="#000000",
            ink="#b08d6a",
            quiet="#73604c",
            panel="#0d0a07",
            accent="#d08c4a",
            second="#a07f5f",
            strong="#d6b48f",
            mark="#3a260f",
        ),
    ),
    _theme(
        "contrast",
        _Colours(
            dark=True,
            paper="#000000",
            ink="#ffffff",
            quiet="#d0d0d0",
            panel="#000000",
            accent="#ffff00",
            second="#00ffff",
            mark="#0000c8",
            strong="#ffffff",
        ),
    ),
)
"""In the order in which the key for the next theme goes through them."""


def next_theme(name: str) -> str:
    """The theme after the one named; the first after one we don't know."""
    names = [theme.name for theme in THEMES]
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
