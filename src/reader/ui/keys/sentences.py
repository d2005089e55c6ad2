"""Sentences that name keys: those in force, whatever they are. No Textual."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.ui.keys.in_force import keys_in_force

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.settings import Settings
    from reader.ui.commands.command import Command

FIELD = re.compile(r"\{([a-z-]+)\}")
_BETWEEN = " · "


def told(sentence: str, settings: Settings, **words: str) -> str:
    """A sentence with the keys of commands, and with words, where they are named in braces.

    "{undo} brings “{name}” back" is "u brings “Ledger” back": a command is named by its id and stands for its
    first key. What is said between two " · " is left out where a command in it has no key. If that is all of
    the sentence, the command is called by its name instead: the palette finds it by that.
    """
    from reader.ui.keys.contexts import all_commands  # not before there is something to say

    commands, keymap = all_commands(), keys_in_force(settings)
    parts = sentence.split(_BETWEEN)
    left = [
        part for part in parts if all(_has_key(name, commands, keymap, words) for name in FIELD.findall(part))
    ]

    def meant(name: str) -> str:
        return words[name] if name in words else _key_or_name(commands[name], keymap)

    return _BETWEEN.join(FIELD.sub(lambda found: meant(found[1]), part) for part in left or parts)


def _has_key(
    name: str, commands: Mapping[str, type[Command]], keymap: Mapping[str, str], words: Mapping[str, str]
) -> bool:
    return name in words or bool(commands[name].first_key(keymap))


def _key_or_name(command: type[Command], keymap: Mapping[str, str]) -> str:
    return command.first_key(keymap) or f"“{re.split('[:;]', command.description())[0]}”"
