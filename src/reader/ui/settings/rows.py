"""The settings screen as rows: every setting and every command's keys, with value and where it comes from.

No Textual.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, TypeAlias

from reader.settings import CHOICES, RANGES, Settings
from reader.settings.rules import RULES
from reader.ui.commands.look_panel import NextValue, PreviousValue, ResetValue
from reader.ui.commands.settings import ChangeSetting, TakeAway
from reader.ui.keys.in_force import keys_in_force, settled_keys
from reader.ui.keys.telling import by_place
from reader.ui.reading.look_rows import LOOK_ROWS, LookRow
from reader.ui.row_pieces import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reader.ui.commands.command import Command

DEFAULT = "default"
_UNWRITTEN = "changed"
_NONE = "none"


@dataclass(frozen=True, slots=True)
class TitleRow:
    """A head over some rows."""

    text: str


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A setting that is one of a few values, or a number."""

    look: LookRow

    @property
    def key(self) -> str:
        """The setting's name in the file."""
        return self.look.key

    @property
    def name(self) -> str:
        """What it is called."""
        return self.look.name

    def words_of(self, value: str | bool | int) -> str:
        """What a value is called."""
        words = self.look.words(replace(Settings(), **{self.key: value}))  # type: ignore[arg-type]  # one of its own
        return {"True": "yes", "False": "no"}.get(words, words)


@dataclass(frozen=True, slots=True)
class WordsRow:
    """A setting that is typed."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class ListRow:
    """A setting of any number of entries, each of which has a row under it."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry of such a setting."""

    key: str
    text: str

    @property
    def name(self) -> str:
        """It has no other."""
        return f"  {one_line(self.text)}"


@dataclass(frozen=True, slots=True)
class KeysRow:
    """The keys of a command."""

    command: type[Command]
    where: str

    @property
    def key(self) -> str:
        """The command's id."""
        return self.command.id()

    @property
    def name(self) -> str:
        """What the command does."""
        return self.command.description()


SettingRow: TypeAlias = TitleRow | ValueRow | WordsRow | ListRow | EntryRow | KeysRow

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
    others = [field.name for field in fields(Settings)]
    placed = {*_IN_THE_LIBRARY, *_OF_FILES, *_OF_KEYS}
    page = [*looks, *(key for key in others if key not in looks and key not in placed)]
    rows: list[SettingRow] = []
    for title, keys in (
        ("The page", page),
        ("The library", _IN_THE_LIBRARY),
        ("Files", _OF_FILES),
        ("Keys", _OF_KEYS[:-1]),
    ):
        rows.append(TitleRow(title))
        for key in keys:
            rows += _rows_of(key, settings, looks)
    for where, commands in by_place():
        rows.append(TitleRow(f"Keys {where}"))
        rows += [KeysRow(command, where) for command in commands]
    return rows


def _rows_of(key: str, settings: Settings, looks: Mapping[str, LookRow]) -> Iterator[SettingRow]:
    if key in _LISTS:
        yield ListRow(key, _LISTS[key])
        yield from (EntryRow(key, entry) for entry in getattr(settings, key))
    elif key in _TYPED or not isinstance(getattr(settings, key), str | int):
        yield WordsRow(key, _TYPED.get(key) or _named(key))
    else:
        yield ValueRow(looks.get(key) or _look(key))


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


def value_words(row: SettingRow, settings: Settings) -> str:
    """A row's value in words."""
    match row:
        case ValueRow():
            return row.words_of(getattr(settings, row.key))
        case WordsRow(key):
            return one_line(str(getattr(settings, key))) or "in the data directory"
        case ListRow(key):
            count = len(getattr(settings, key))
            return str(count) if count else _NONE
        case KeysRow(command):
            return command.shown_keys(keys_in_force(settings)) or _NONE
        case _:
            return ""


def origin_words(row: SettingRow, settings: Settings, lines: Mapping[tuple[str | int, ...], int]) -> str:
    """Where a row's value comes from; `lines` are those of the settings file, by what they are about."""
    if isinstance(row, TitleRow | EntryRow):
        return ""
    if isinstance(row, KeysRow):
        settled = settled_keys(settings)
        if row.key in settled.own:
            line = lines.get(("keys", row.key))
            return f"line {line}" if line else _UNWRITTEN
        return f"from {settings.keymap}" if row.key in settled.preset else DEFAULT
    line = lines.get((row.key,))
    if line is not None:
        return f"line {line}"
    return DEFAULT if getattr(settings, row.key) == getattr(Settings(), row.key) else _UNWRITTEN


def about(row: SettingRow, settings: Settings) -> str:
    """What is said of a row when it is chosen."""
    match row:
        case TitleRow():
            return ""
        case KeysRow(command):
            settled = settled_keys(settings)
            losses = (
                f"{loss.key} is {loss.winner} {loss.where}"
                for loss in settled.losses
                if loss.command == row.key
            )
            remarks = (remark.words for remark in settled.remarks if remark.command == row.key)
            said = f"{command.description()} · {row.where} · {command.id()} in the file"
            return " · ".join([said, *losses, *remarks])
        case ValueRow(look):
            return f"{look.meaning.rstrip('.')} · {row.key} in the file"
        case _:
            return f"{RULES[row.key].meaning.rstrip('.')} · {row.key} in the file"


def hints(row: SettingRow | None) -> tuple[tuple[type[Command], str], ...]:
    """What can be done with a row, by the commands that do it."""
    match row:
        case ValueRow():
            return ((PreviousValue, "before"), (NextValue, "next"), (ResetValue, "default"))
        case WordsRow():
            return ((ChangeSetting, "type"), (ResetValue, "default"))
        case ListRow():
            return ((ChangeSetting, "add"), (ResetValue, "default"))
        case EntryRow():
            return ((TakeAway, "take away"), (ChangeSetting, "add another"))
        case KeysRow():
            return ((ChangeSetting, "add a key"), (TakeAway, "no key"), (ResetValue, "default"))
        case _:
            return ()


def has_words(row: SettingRow, words: str, settings: Settings) -> bool:
    """Whether a row is meant by some words."""
    if isinstance(row, TitleRow):
        return False
    other = f"{row.command.other_words} {row.where}" if isinstance(row, KeysRow) else about(row, settings)
    of_list = _LISTS[row.key] if isinstance(row, EntryRow) else ""
    text = f"{row.name} {of_list} {row.key} {value_words(row, settings)} {other}".casefold()
    return all(word in text for word in words.casefold().split())
