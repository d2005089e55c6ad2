"""What the terminal at hand can't show, and so what is done to each line before it is sent."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reader.ui.terminal.colour_system import has_256
from reader.ui.themes import is_without_colours

if TYPE_CHECKING:
    from textual.filter import LineFilter

    from reader.settings import Settings

_ASCII_ALONE = ("C", "POSIX")
"""What is said by these of the terminal where a person says it, in `LC_ALL`. Python writes UTF-8 in such a
locale, which many terminals take where no locale is named at all."""


def output_filters(settings: Settings) -> list[LineFilter]:
    """The filters for the terminal; for most there are none, and nothing is loaded."""
    filters: list[LineFilter] = []
    if is_without_colours():
        from reader.ui.terminal.no_colours import NoColours

        filters.append(NoColours())
    elif has_256(os.environ):
        from reader.ui.terminal.nearest_colours import NearestColours

        filters.append(NearestColours())
    plain = settings.signs == "plain" or os.environ.get("LC_ALL") in _ASCII_ALONE
    if plain or os.environ.get("TERM") == "linux" or settings.ambiguous == "wide":
        from reader.ui.terminal.plain_signs import (  # seldom wanted
            for_any_terminal,
            for_console,
            for_wide_signs,
        )

        wide = settings.ambiguous == "wide"
        filters.append(for_any_terminal() if plain else for_wide_signs() if wide else for_console())
    return filters
