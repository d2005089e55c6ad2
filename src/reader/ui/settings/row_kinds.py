"""The kinds of rows on the settings screen: what each says, and what is done with it. No Textual."""

# A kind's methods are described where all rows have them, and not each of them needs what it is given.
# ruff: noqa: D102, ARG002

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from reader.settings import Settings
from reader.settings.rules import RULES
from reader.ui.commands.look_panel import NextValue, PreviousValue, ResetValue
from reader.ui.commands.settings import ChangeSetting, TakeAway
from reader.ui.keys.in_force import keys_in_force, settled_keys
from reader.ui.row_pieces import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.ui.commands.command import Command
    from reader.ui.page.look_rows import LookRow, Value
    from reader.ui.settings.changes import SettingChanges

DEFAULT = "default"
_UNWRITTEN = "changed"
_NONE = "none"


@dataclass(frozen=True, slots=True)
class SettingRow:
    """A setting, unless its kind says that it is something else. What it says nothing of, can't be done."""

    key: str
    """The name in the file, of a setting or of a command; empty where there is none."""
    name: str

    hints: ClassVar[tuple[tuple[type[Command], str], ...]] = ()
    """What can be done with it, by the commands that do it."""

    def value(self, settings: Settings) -> str:
        """Its value in words."""
        return ""

    def origin(self, settings: Settings, lines: Mapping[tuple[str | int, ...], int]) -> str:
        """Where its value comes from; `lines` are those of the settings file, by what they are about."""
        line = lines.get((self.key,))
        if line is not None:
            return f"line {line}"
        return DEFAULT if getattr(settings, self.key) == getattr(Settings(), self.key) else _UNWRITTEN

    def about(self, settings: Settings) -> str:
        """What is said of it when it is chosen."""
        return f"{RULES[self.key].meaning.rstrip('.')} · {self.key} in the file"

    def found_by(self, settings: Settings) -> str:
        """The words by which it is found."""
        return f"{self.name} {self.key} {self.value(settings)} {self.about(settings)}"

    def step(self, changes: SettingChanges, steps: int) -> None:
        """Have the value so many after the one in force."""

    def reset(self, changes: SettingChanges) -> None:
        """Have the default."""
        changes.change(self.key, None)

    def take_away(self, changes: SettingChanges) -> None:
        """Have it no more."""

    async def ask(self, changes: SettingChanges) -> None:
        """Ask for another value, or have the next one."""
        await changes.ask_words(self.key)


class TitleRow(SettingRow):
    """A head over some rows."""

    __slots__ = ()

    def about(self, settings: Settings) -> str:
        return ""

    def found_by(self, settings: Settings) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class ValueRow(SettingRow):
    """A setting that is one of a few values, or a number."""

    look: LookRow

    hints = ((PreviousValue, "before"), (NextValue, "next"), (ResetValue, "default"))

    def value(self, settings: Settings) -> str:
        return self.words_of(getattr(settings, self.key))

    def words_of(self, value: Value) -> str:
        """What a value is called."""
        words = self.look.words(Settings()._replace(**{self.key: value}))  # type: ignore[arg-type]  # one of its own
        return {"True": "yes", "False": "no"}.get(words, words)

    def about(self, settings: Settings) -> str:
        return f"{self.look.meaning.rstrip('.')} · {self.key} in the file"

    def step(self, changes: SettingChanges, steps: int) -> None:
        changes.change(self.key, self.look.stepped(changes.settings, steps))

    def choose(self, changes: SettingChanges, value: str) -> None:
        """Have the value that is written so."""
        for known in self.look.values:
            if str(known) == value:
                changes.change(self.key, known)

    async def ask(self, changes: SettingChanges) -> None:
        self.step(changes, 1)


class WordsRow(SettingRow):
    """A setting that is typed."""

    __slots__ = ()

    hints = ((ChangeSetting, "type"), (ResetValue, "default"))

    def value(self, settings: Settings) -> str:
        return one_line(str(getattr(settings, self.key))) or "in the data directory"


class ListRow(SettingRow):
    """A setting of any number of entries, each of which has a row under it."""

    __slots__ = ()

    hints = ((ChangeSetting, "add"), (ResetValue, "default"))

    def value(self, settings: Settings) -> str:
        count = len(getattr(settings, self.key))
        return str(count) if count else _NONE


@dataclass(frozen=True, slots=True)
class EntryRow(SettingRow):
    """An entry of such a setting."""

    text: str
    of: str
    """What the list is called."""

    hints = ((TakeAway, "take away"), (ChangeSetting, "add another"))

    def origin(self, settings: Settings, lines: Mapping[tuple[str | int, ...], int]) -> str:
        return ""

    def found_by(self, settings: Settings) -> str:
        return f"{self.name} {self.of} {self.key} {self.about(settings)}"

    def reset(self, changes: SettingChanges) -> None:
        """It has no default: the list has."""

    def take_away(self, changes: SettingChanges) -> None:
        entries = getattr(changes.settings, self.key)
        changes.change(self.key, tuple(entry for entry in entries if entry != self.text))


@dataclass(frozen=True, slots=True)
class KeysRow(SettingRow):
    """The keys of a command."""

    command: type[Command]
    where: str

    hints = ((ChangeSetting, "add a key"), (TakeAway, "no key"), (ResetValue, "default"))

    def value(self, settings: Settings) -> str:
        return self.command.shown_keys(keys_in_force(settings)) or _NONE

    def origin(self, settings: Settings, lines: Mapping[tuple[str | int, ...], int]) -> str:
        settled = settled_keys(settings)
        if self.key in settled.own:
            line = lines.get(("keys", self.key))
            return f"line {line}" if line else _UNWRITTEN
        return f"from {settings.keymap}" if self.key in settled.preset else DEFAULT

    def about(self, settings: Settings) -> str:
        settled = settled_keys(settings)
        lost = (loss for loss in settled.losses if loss.command == self.key)
        losses = (f"{loss.key} is {loss.winner} {loss.where}" for loss in lost)
        remarks = (remark.words for remark in settled.remarks if remark.command == self.key)
        said = f"{self.command.description()} · {self.where} · {self.key} in the file"
        return " · ".join([said, *losses, *remarks])

    def found_by(self, settings: Settings) -> str:
        return f"{self.name} {self.key} {self.value(settings)} {self.command.other_words} {self.where}"

    def reset(self, changes: SettingChanges) -> None:
        changes.reset_keys(self)

    def take_away(self, changes: SettingChanges) -> None:
        changes.give(self, [])

    async def ask(self, changes: SettingChanges) -> None:
        changes.ask_key(self)
