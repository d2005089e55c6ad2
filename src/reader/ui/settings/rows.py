"""The settings screen as rows: every setting and every command's keys, under their heads. No Textual."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.settings import CHOICES, RANGES, Settings
from reader.settings.rules import RULES
from reader.ui.keys.telling import by_place
from reader.ui.page.look_rows import LOOK_ROWS, LookRow
from reader.ui.row_pieces import one_line
from reader.ui.settings.row_kinds import EntryRow, KeysRow, ListRow, TitleRow, ValueRow, WordsRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reader.ui.settings.row_kinds import SettingRow

_LISTS = {"folders": "Folders looked at again", "hide": "Never shown"}
_TYPED = {"state_folder": "Folder of the state"}
_NAMES = {
    "only_page": "Only the page",
    "sort": "Sorted by",
    "sort_turned": "Sorted the other way round",
    "list_view": "Works are shown",
    "hidden_works": "Hidden works",
    "look_at_start": "Look at them at the start",
    "keep_originals": "Copies of files",
    "largest_original_mb": "Largest copy",
    "hints": "Hints",
    "keymap": "Keys to begin from",
    "signs": "Signs",
    "ambiguous": "Ambiguous signs",
}
_IN_THE_LIBRARY = ("sort", "sort_turned", "list_view", "hide", "hidden_works")
_OF_FILES = ("folders", "look_at_start", "keep_originals", "largest_original_mb", "state_folder")
_OF_KEYS = ("hints", "keymap", "keys")
_ANY_SIZE = tuple(range(0, 10_001, 50))
"""What keys go through where any number may be; others are typed into the file."""


def setting_rows(settings: Settings, themes: Sequence[str]) -> list[SettingRow]:
    """All rows; `themes` are the names of all themes."""
    looks = {look.key: look for look in LOOK_ROWS}
    looks["theme"] = replace(looks["theme"], values=tuple(themes))
    others = Settings._fields
    placed = {*_IN_THE_LIBRARY, *_OF_FILES, *_OF_KEYS}
    page = [*looks, *(key for key in others if key not in looks and key not in placed)]
    rows: list[SettingRow] = []
    for title, keys in (
        ("The page", page),
        ("The library", _IN_THE_LIBRARY),
        ("Files", _OF_FILES),
        ("Keys", _OF_KEYS[:-1]),
    ):
        rows.append(TitleRow("", title))
        for key in keys:
            rows += _rows_of(key, settings, looks)
    for where, commands in by_place():
        rows.append(TitleRow("", f"Keys {where}"))
        rows += [KeysRow(command.id(), command.description(), command, where) for command in commands]
    return rows


def _rows_of(key: str, settings: Settings, looks: Mapping[str, LookRow]) -> Iterator[SettingRow]:
    if key in _LISTS:
        yield ListRow(key, _LISTS[key])
        yield from (_entry(key, entry) for entry in getattr(settings, key))
    elif key in _TYPED or not isinstance(getattr(settings, key), str | int):
        yield WordsRow(key, _TYPED.get(key) or _named(key))
    else:
        look = looks.get(key) or _look(key)
        yield ValueRow(key, look.name, look)


def _entry(key: str, entry: str) -> EntryRow:
    return EntryRow(key, f"  {one_line(entry)}", entry, _LISTS[key])


def _look(key: str) -> LookRow:
    """A row for a setting of which the panel beside the page knows nothing."""
    meaning = RULES[key].meaning
    if key in CHOICES:
        return LookRow(key, _named(key), meaning, CHOICES[key])
    if isinstance(getattr(Settings(), key), bool):
        return LookRow(key, _named(key), meaning, (False, True))
    values = tuple(range(RANGES[key][0], RANGES[key][1] + 1)) if key in RANGES else _ANY_SIZE
    return LookRow(key, _named(key), meaning, values, "MB" if key.endswith("_mb") else "", round=False)


def _named(key: str) -> str:
    return _NAMES.get(key) or key.replace("_", " ").capitalize()


def has_words(row: SettingRow, words: str, settings: Settings) -> bool:
    """Whether a row is meant by some words."""
    text = row.found_by(settings).casefold()
    return all(word in text for word in words.casefold().split())
