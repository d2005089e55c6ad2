"""What is to be told of keys: where the reader's own are wrong, and all that are in force. No Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.settings import SettingsError, lines_of
from reader.settings.rules import keys_taken
from reader.settings.telling import Teller
from reader.settings.toml_file import read_toml
from reader.ui.keys.contexts import CONTEXTS
from reader.ui.keys.in_force import settled_keys
from reader.ui.keys.key_names import character_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from reader.settings import Settings
    from reader.ui.commands.command import Command
    from reader.ui.keys.resolving import KeyProblem


def key_warnings(settings: Settings, path: Path) -> list[str]:
    """A line for each of the reader's own keys that is not in force, with its place in the settings file."""
    problems = settled_keys(settings).problems
    if not problems:
        return []
    try:
        text, values = read_toml(path)
    except SettingsError:
        return [problem.words for problem in problems]
    teller, lines = Teller(path, text), lines_of(path)
    return [
        _told(problem, values.get("keys"), teller, lines.get(("keys", problem.other))) for problem in problems
    ]


def _told(problem: KeyProblem, table: Any, teller: Teller, other_line: int | None) -> str:
    listed = table.get(problem.command) if isinstance(table, dict) else None
    words = f"{problem.words} ({problem.other} is in line {other_line})" if other_line else problem.words
    if not problem.written:
        return teller.of_key(words, "keys", problem.command)
    if not isinstance(listed, list):
        return teller.of_value(words, "keys", problem.command)
    place = next((at for at, key in enumerate(listed) if keys_taken([key]).strip() == problem.written), 0)
    return teller.of_value(words, "keys", problem.command, place)


def written_key(key: str) -> str:
    """A key as it is best written in the settings: "?" for "question_mark"."""
    *modifiers, name = key.split("+")
    sign = character_of(name) if "_" in name or not modifiers else ""
    return "+".join([*modifiers, sign.strip() or name])


def by_place() -> Iterator[tuple[str, Sequence[type[Command]]]]:
    """All commands once each, by where people meet them first."""
    known: set[str] = set()
    for context in CONTEXTS:
        new = [command for command in context.commands if command.id() not in known]
        known |= {command.id() for command in new}
        if new:
            yield context.where, new
