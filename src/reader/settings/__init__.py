"""How the reader likes it: the settings in `config.toml`, read with care, written with comments kept."""

from __future__ import annotations

from reader.settings.file import commented, lines_of, read_settings, save_setting, save_settings
from reader.settings.rules import CHOICES, RANGES, is_measure, taken
from reader.settings.toml_file import SettingsError, write_text
from reader.settings.values import DEFAULT_MEASURE, GREATEST_MEASURE, LEAST_MEASURE, Settings

__all__ = [
    "CHOICES",
    "DEFAULT_MEASURE",
    "GREATEST_MEASURE",
    "LEAST_MEASURE",
    "RANGES",
    "Settings",
    "SettingsError",
    "commented",
    "is_measure",
    "lines_of",
    "read_settings",
    "save_setting",
    "save_settings",
    "taken",
    "write_text",
]
