"""One key, one command in each place: the reader's own keys, a preset and the defaults settled. No Textual.

A reader's own key is taken from any command that has it from a preset or by default wherever both are at
work; a preset's from those that have it by default. Of two of the reader's own the first keeps it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from reader.ui.keys.contexts import CONTEXTS, Kept, all_commands
from reader.ui.keys.key_names import is_typed, read_key
from reader.ui.keys.presets import PRESETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.ui.keys.contexts import Context

_WAYS_OUT = ("quit", "leave", "show-palette")
"""One of these commands must have a key, or nobody would get out of the app."""
_LAST_WAY_OUT = "ctrl+q"
_LAST_KEY_BACK = "escape"
"""What leaves a place where the reader has left nothing else for that."""


@dataclass(frozen=True, slots=True)
class KeyProblem:
    """Something of the reader's own keys that is not in force."""

    command: str
    """Its id, as the reader wrote it."""
    written: str
    """The key as it was written; empty where it is about the command."""
    words: str
    """What is wrong with it, in a line."""
    other: str = ""
    """The command that has the key."""


@dataclass(frozen=True, slots=True)
class Loss:
    """A key that a command has no more, because the reader gave it to another."""

    key: str
    command: str
    winner: str
    where: str


@dataclass(slots=True)
class Settled:
    """Which keys are in force. It changes while they are settled, and no more after that."""

    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """For each command by its id Textual's names of its keys, those first that help shows first."""
    problems: list[KeyProblem] = field(default_factory=list)
    remarks: list[KeyProblem] = field(default_factory=list)
    """What to know of keys that are in force."""
    losses: list[Loss] = field(default_factory=list)
    own: set[str] = field(default_factory=set)
    """The commands whose keys are the reader's own."""
    preset: set[str] = field(default_factory=set)
    """Those whose keys are the preset's."""


def parted(keys: str) -> tuple[str, ...]:
    """Keys from a list with commas."""
    return tuple(key.strip() for key in keys.split(",") if key.strip())


def settled(keymap: str, own: Mapping[str, str]) -> Settled:
    """The keys in force with a preset, by its name, and the reader's own: ids of commands and their keys."""
    result = Settled()
    commands = all_commands()
    preset = PRESETS.get(keymap, {})
    read = _read(own, result)
    result.own = {*read}
    known: dict[str, dict[str, str]] = {}
    """For each key the commands that have it, and what their readers wrote for it."""
    for command_id, written in read.items():
        free = tuple(key for key, text in written.items() if _is_free(command_id, key, text, known, result))
        if free or not written:
            result.keys[command_id] = free
        else:  # nothing of it can be in force: as if it were not there
            result.own.discard(command_id)
    result.preset = {*preset} - result.own
    for command_id in (*preset, *(other for other in commands if other not in preset)):
        if command_id in result.own or command_id not in commands:
            continue
        command = commands[command_id]
        wished = parted(preset.get(command_id, f"{command.keys},{command.more_keys}"))
        result.keys[command_id] = tuple(key for key in wished if _is_left(command_id, key, known, result))
    _leave_ways_out(known, result)
    result.keys = {command_id: result.keys[command_id] for command_id in commands}
    return result


def _read(own: Mapping[str, str], result: Settled) -> dict[str, dict[str, str]]:
    """The reader's own keys by command, each with what was written for it; what is no key is told."""
    commands = all_commands()
    read: dict[str, dict[str, str]] = {}
    for command_id, keys in own.items():
        if command_id not in commands:
            words = f"there is no command “{command_id}”{_suggestion(command_id, commands)}"
            result.problems.append(KeyProblem(command_id, "", words))
            continue
        read[command_id] = {}
        for text in parted(keys):
            key, problem, remark = read_key(text)
            if problem:
                words = f"“{text}” for {command_id}: {problem}"
                result.problems.append(KeyProblem(command_id, text, words))
                continue
            if remark:
                result.remarks.append(KeyProblem(command_id, text, f"“{text}” for {command_id}: {remark}"))
            read[command_id].setdefault(key, text)
        if not read[command_id] and parted(keys):  # nothing of it can be used: as if it were not there
            del read[command_id]
    return read


def _is_free(command_id: str, key: str, text: str, known: dict[str, dict[str, str]], result: Settled) -> bool:
    """Whether one of the reader's own keys can be a command's; if not, it is told."""
    contexts = _places()[command_id]
    keeping = {context.where: context.kept for context in contexts if _keeps(context, key)}
    if len(keeping) == len(contexts):
        where, kept = next(iter(keeping.items()))
        words = f"“{text}” can’t be {command_id} {where}: {kept}"
        result.problems.append(KeyProblem(command_id, text, words))
        return False
    for other in known.get(key, {}):
        if where := _together(command_id, other):
            words = f"“{text}” is {other} already {where}, so it can’t be {command_id} too"
            result.problems.append(KeyProblem(command_id, text, words, other))
            return False
    known.setdefault(key, {})[command_id] = text
    return True


def _is_left(command_id: str, key: str, known: dict[str, dict[str, str]], result: Settled) -> bool:
    """Whether a key of the preset or by default stays with its command."""
    for other in known.get(key, {}):
        if other != command_id and (where := _together(command_id, other)):
            if other in result.own:
                result.losses.append(Loss(key, command_id, other, where))
            return False
    known.setdefault(key, {})[command_id] = key
    return True


def _leave_ways_out(known: dict[str, dict[str, str]], result: Settled) -> None:
    """Give a key back to what leaves a place, where it has none that reaches it there."""
    if not any(result.keys[command_id] for command_id in _WAYS_OUT):
        words = f"without a key for {', '.join(_WAYS_OUT)} nobody would get out: {_LAST_WAY_OUT} quits"
        _give_back("quit", _LAST_WAY_OUT, words, known, result)
    for context in CONTEXTS:
        out = context.out.id() if context.out else ""
        if out and all(_keeps(context, key) for key in result.keys[out]):
            words = f"without a key for {out} nobody would get out {context.where}: {_LAST_KEY_BACK} does it"
            _give_back(out, _LAST_KEY_BACK, words, known, result)


def _give_back(
    command_id: str, key: str, words: str, known: dict[str, dict[str, str]], result: Settled
) -> None:
    """Have a command keep its key; what has that where it is at work has it no more, and is told of."""
    for other, keys in result.keys.items():
        if other != command_id and key in keys and _together(command_id, other):
            result.keys[other] = tuple(kept for kept in keys if kept != key)
            if other in result.own:
                result.problems.append(KeyProblem(other, known[key][other], words, command_id))
    if command_id in result.own:
        result.problems.append(KeyProblem(command_id, "", words))
    result.losses = [loss for loss in result.losses if (loss.command, loss.key) != (command_id, key)]
    result.keys[command_id] = (*result.keys[command_id], key)


def _keeps(context: Context, key: str) -> bool:
    match context.kept:
        case Kept.DIGITS:
            return key.isascii() and key.isdigit() and key != "0"
        case Kept.LETTERS:
            return is_typed(key)
        case Kept.NONE:
            return False


@cache
def _places() -> dict[str, list[Context]]:
    found: dict[str, list[Context]] = {}
    for context in CONTEXTS:
        for command in context.commands:
            found.setdefault(command.id(), []).append(context)
    return found


def _together(one: str, other: str) -> str:
    """Where two commands are both at work; empty if nowhere."""
    there = {context.where for context in _places()[other]}
    return next((context.where for context in _places()[one] if context.where in there), "")


def _suggestion(written: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # only for what is wrong

    near = get_close_matches(written, known, n=1)
    return f"; did you mean {near[0]}?" if near else ""
