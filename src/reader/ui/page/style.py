"""From settings to how a page is set and stands in its area, for all works or for one."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from reader.layout.style import Notes, PageStyle, Setting
from reader.settings import taken
from reader.settings.values import AUTOMATIC, JUSTIFIED, WHOLE
from reader.ui.page.geometry import Wishes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.settings import Settings
    from reader.ui.page.geometry import Geometry

STRAIGHT_FROM = 60
"""Cells of a line from which on its gaps stay narrow enough for a straight right edge to look well."""
VIEW_KEYS = (
    "measure",
    "paragraphs",
    "line_spacing",
    "margin_rows",
    "margin_cells",
    "setting",
    "hyphenation",
    "breaks",
    "spread",
    "notes",
    "turn_right_to_left",
)
"""The settings that one work may have for itself: those of its page. Colours are everywhere the same."""


def page_style(settings: Settings, language: str, geometry: Geometry) -> PageStyle:
    """How pages are to be set where they stand; `language` is a tag of the work's, empty when unknown."""
    suits = settings.setting == AUTOMATIC and geometry.measure >= STRAIGHT_FROM
    justified = suits or settings.setting == JUSTIFIED
    return PageStyle(
        measure=geometry.measure,
        height=geometry.height,
        spacing=settings.line_spacing,
        indent=settings.indent,
        notes=Notes(settings.notes),
        setting=Setting.JUSTIFIED if justified else Setting.RAGGED,
        whole=settings.breaks == WHOLE or (settings.breaks == AUTOMATIC and justified),
        hyphenation=settings.hyphenation and justified,
        turned=settings.turn_right_to_left,
        language=language,
    )


def wishes(settings: Settings) -> Wishes:
    """Where pages are to stand in their area."""
    return Wishes(settings.measure, settings.margin_rows, settings.margin_cells, settings.spread)


def with_view(settings: Settings, view: Mapping[str, object]) -> Settings:
    """The settings as one work has them: `view` are its own, in which what is wrong counts for nothing."""
    own = {}
    for key in VIEW_KEYS:
        with suppress(KeyError, ValueError):
            own[key] = taken(key, view[key])
    return settings._replace(**own)
