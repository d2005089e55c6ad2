"""The colours: four themes at least, each a handful of named roles that the screens and the page use."""

from __future__ import annotations

from textual.theme import Theme


def _theme(
    name: str,
    *,
    dark: bool,
    paper: str,
    ink: str,
    quiet: str,
    panel: str,
    accent: str,
    second: str,
    strong: str = "",
    mark: str,
) -> Theme:
    """A theme from its roles.

    `quiet` is for the two lines around the page and for matter, `accent` for what is chosen, `second` for
    links and included tags, `mark` lies behind marked text.
    """
    return Theme(
        name=name,
        dark=dark,
        primary=accent,
        secondary=second,
        accent=accent,
        foreground=ink,
        background=paper,
        surface=paper,
        panel=panel,
        success="#4f9a5b" if dark else "#2f7a3b",
        warning="#d9a441" if dark else "#9a6a00",
        error="#e06c75" if dark else "#b3261e",
        variables={
            "quiet": quiet,
            "strong-ink": strong or ink,
            "mark": mark,
            "border": quiet,
            "scrollbar": f"{quiet} 60%",
            "scrollbar-hover": quiet,
            "scrollbar-active": accent,
            "scrollbar-background": panel,
            "scrollbar-background-hover": panel,
            "scrollbar-background-active": panel,
            "footer-key-foreground": accent,
            "input-selection-background": f"{accent} 35%",
        },
    )


THEMES: tuple[Theme, ...] = (
    _theme(
        "dark",
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
    _theme(
        "light",
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
    _theme(
        "sepia",
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
    _theme(
        "night",
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
    _theme(
        "contrast",
        dark=True,
        paper="#000000",
        ink="#ffffff",
        quiet="#d0d0d0",
        panel="#000000",
        accent="#ffff00",
        second="#00ffff",
        mark="#0000c8",
    ),
)
"""In the order in which the key for the next theme goes through them."""


def next_theme(name: str) -> str:
    """The theme after the one named; the first after one we don't know."""
    names = [theme.name for theme in THEMES]
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
