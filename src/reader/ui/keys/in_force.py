"""The keys in force, as help, hints, the palette and the bindings ask for them. No Textual.

What is handed about is a keymap: commands by their ids and Textual's names of their keys, separated by
commas, for those commands whose keys are not the default ones. Empty for a command without a key.
"""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.settings import Settings
    from reader.ui.keys.resolving import Settled

_NOTHING: Mapping[str, str] = MappingProxyType({})


def keys_in_force(settings: Settings) -> Mapping[str, str]:
    """The keymap that settings ask for; see `Command.shown_keys` for how to show it."""
    if not settings.keys and settings.keymap == "default":
        return _NOTHING  # and nothing is loaded
    return _keymap(settings.keymap, tuple(settings.keys.items()))


def settled_keys(settings: Settings) -> Settled:
    """The same with all that is to be told of it."""
    return _settled(settings.keymap, tuple(settings.keys.items()))


@lru_cache(4)
def _settled(keymap: str, own: tuple[tuple[str, str], ...]) -> Settled:
    from reader.ui.keys.resolving import settled  # only for keys that are not the default ones

    return settled(keymap, dict(own))


@lru_cache(4)
def _keymap(keymap: str, own: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    from reader.ui.keys.contexts import all_commands
    from reader.ui.keys.resolving import parted

    commands = all_commands()
    return {
        command_id: ",".join(keys)
        for command_id, keys in _settled(keymap, own).keys.items()
        if keys != parted(f"{commands[command_id].keys},{commands[command_id].more_keys}")
    }
