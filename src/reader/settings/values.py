"""The settings and their defaults."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

LEAST_MEASURE = 20
GREATEST_MEASURE = 160
DEFAULT_MEASURE = 66
INDENT = "indent"
BLANK = "blank"
RAGGED = "ragged"
JUSTIFIED = "justified"
AUTOMATIC = "auto"
WHOLE = "whole"
GREEDY = "greedy"
SHOWN = "shown"
FOLDED = "folded"
HIDDEN = "hidden"
ALWAYS = "always"
NEVER = "never"
THEME = "theme"
TERMINAL = "terminal"
FOLD = "fold"
REMOVE = "remove"
PLAIN = "plain"
NARROW = "narrow"
WIDE = "wide"
LAST_READ = "last read"
LINES = "lines"
BLURBS = "blurbs"
DEFAULT_KEYS = "default"


class Settings(NamedTuple):
    """The settings in force. Each field is a key of `config.toml` and has its default here."""

    theme: str = "dark"
    background: str = THEME
    """What lies behind everything: "theme" (the theme's paper) or "terminal" (what the terminal has)."""
    measure: int = DEFAULT_MEASURE
    """Length of a line in cells, from `LEAST_MEASURE` to `GREATEST_MEASURE`."""
    paragraphs: str = INDENT
    """How paragraphs are told apart: "indent" (their first line) or "blank" (a blank line between them)."""
    line_spacing: int = 1
    """Rows that a line of text takes, 1 or 2."""
    margin_rows: int = 1
    """Blank rows above and below the page, where the terminal has room for them."""
    margin_cells: int = 2
    """The least blank cells left and right of the page."""
    setting: str = AUTOMATIC
    """How lines end: "ragged", "justified" or "auto" (justified where they are long enough for it)."""
    hyphenation: bool = True
    """Whether words are divided at the ends of justified lines."""
    breaks: str = AUTOMATIC
    """How lines are broken: "whole" (all of a paragraph together), "greedy" (each in turn, which is fastest)
    or "auto" (whole where they are justified)."""
    spread: str = AUTOMATIC
    """Two pages side by side: "auto" (where there is room), "always" or "never"."""
    notes: str = SHOWN
    """Summaries and notes: "shown", "folded" (to a line each) or "hidden"."""
    turn_right_to_left: bool = False
    """Whether Hebrew and Arabic are turned round for a terminal that doesn't do it itself."""
    signs: str = AUTOMATIC
    """What is drawn, and the punctuation of prose: "auto" (as the terminal has it) or "plain" (ASCII)."""
    ambiguous: str = NARROW
    """The cells of characters that Unicode leaves to the terminal: "narrow" (one) or "wide" (two)."""
    only_page: bool = False
    """Whether a work opens with nothing on the screen but its page."""
    keep_originals: bool = True
    largest_original_mb: int = 200
    """The largest file that is kept as an original, in millions of bytes."""
    state_folder: str = ""
    """The folder that the state is in, where several machines share it; empty for the data directory."""
    folders: tuple[str, ...] = ()
    """Known folders: `reader update` looks at them again."""
    look_at_start: bool = True
    """Whether the app looks at the known folders by itself when its library is first shown."""
    sort: str = LAST_READ
    """What the list of works is sorted by."""
    sort_turned: bool = False
    """Whether it is sorted the other way round than is usual for that."""
    list_view: str = LINES
    """The list of works: "lines" (one each, in columns) or "blurbs" (all that is said of each)."""
    hide: tuple[str, ...] = ()
    """Rules in the query language: works that one of them finds are hidden."""
    hidden_works: str = FOLD
    """What becomes of hidden works in the list: "fold" (to a line with the reason) or "remove"."""
    hints: str = AUTOMATIC
    """Which keys matter where one is: "auto" (told in the first sessions), "always" or "never"."""
    keymap: str = DEFAULT_KEYS
    """The keys to begin from, by the name of the program that has them."""
    keys: Mapping[str, str] = MappingProxyType({})
    """The reader's own keys: the id of a command ("next-page") and its keys as they were written, separated
    by commas (a comma itself is "comma"); none for a command that is to have no key."""

    @property
    def indent(self) -> bool:
        """Whether paragraphs begin with an indented line."""
        return self.paragraphs == INDENT
