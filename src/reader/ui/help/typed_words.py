"""What can be typed, for help: the fields of a filter, and the settings. No Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.queries.field_notes import FIELD_NOTES
from reader.settings.rules import RULES
from reader.ui.help.rows import HelpEntry

if TYPE_CHECKING:
    from reader.ui.help.rows import HelpGroup


def field_group() -> HelpGroup:
    """The fields of queries."""
    fields = (HelpEntry(f"{field}:", note, "query search filter") for field, note in FIELD_NOTES.items())
    return "What a filter takes besides words", tuple(fields)


def setting_group() -> HelpGroup:
    """The settings, by their names in the settings file."""
    rules = (HelpEntry(name, rule.meaning, "setting configure option") for name, rule in RULES.items())
    return "Settings (reader config)", tuple(rules)
